import {expect, test} from '@playwright/test';
import {Clock} from '../../../clock.ts';
import {createSimulationCore} from '../../../core/simulation/simulation-core.ts';
import type {SimulationCore} from '../../../core/simulation/simulation-core.ts';
import type {Deed} from '../../../wire/deed.ts';
import {Recording} from './recording.ts';

const PRESS: Deed = {
  mount: 'm1',
  control: {role: 'button', name: 'Refresh', exact: false, nth: null},
  action: 'click',
  value: null,
};

function simulated(): SimulationCore {
  return createSimulationCore({clock: new Clock({realNow: () => 1_790_000_000_000})});
}

function requested({requests}: SimulationCore): number {
  return requests.add({method: 'GET', url: 'https://a.example/points', at: 0});
}

test('a request has what led to it: deeds, moves of the clock and changes of the situation, in order', () => {
  const simulation = simulated();
  const recording = new Recording(simulation);
  const first = requested(simulation);

  simulation.clock.advance('6m');
  simulation.events.deeds.notify(PRESS);
  simulation.signIn('bea');
  simulation.update({locale: 'fr'});
  const second = requested(simulation);
  simulation.clock.freeze();

  expect(recording.takeUntil(first).steps).toEqual([]);
  expect(recording.takeUntil(second).steps).toEqual([
    {kind: 'clock', call: "advance('6m')", after: 1},
    {kind: 'deed', deed: PRESS, after: 1},
    {kind: 'customer', customer: 'bea', after: 1},
    {kind: 'locale', locale: 'fr', after: 1},
  ]);
  expect(recording.takeUntil(null).steps.at(-1)).toMatchObject({kind: 'clock', after: 2});
});

test('a start of the extension begins a new take, in the situation of that time; earlier requests keep theirs', () => {
  const simulation = simulated();
  const recording = new Recording(simulation);
  simulation.events.deeds.notify(PRESS);
  const first = requested(simulation);

  simulation.signOut();
  recording.restarted();
  const second = requested(simulation);

  expect(recording.takeUntil(first)).toMatchObject({start: {customer: 'ada'}, steps: [{kind: 'deed'}]});
  expect(recording.takeUntil(second)).toMatchObject({start: {customer: null}, steps: []});
});
