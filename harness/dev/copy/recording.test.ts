import {expect, test} from '@playwright/test';
import {Clock} from '../../clock.ts';
import {createSimulationCore} from '../../core/simulation/simulation-core.ts';
import type {SimulationCore} from '../../core/simulation/simulation-core.ts';
import type {Deed} from '../../wire/deed.ts';
import {WrittenFields} from '../written-fields.ts';
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

function recordingOf(simulation: SimulationCore, world = new WrittenFields()): Recording {
  return new Recording({simulation, world, shown: () => []});
}

function requested({requests}: SimulationCore): number {
  return requests.add({method: 'GET', url: 'https://a.example/points', at: 0});
}

test('a request has what led to it: deeds, moves of the clock and changes of the situation, in order', () => {
  const simulation = simulated();
  const recording = recordingOf(simulation);
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

test('what the author waited is in the next move of a running clock, and before a deed if a token can expire in it', () => {
  let realNow = 1_790_000_000_000;
  const wait = (seconds: number): number => (realNow += seconds * 1000);
  const simulation = createSimulationCore({clock: new Clock({realNow: () => realNow})});
  const recording = new Recording({
    simulation,
    world: new WrittenFields(),
    shown: () => [],
    realNow: () => realNow,
  });
  const press = (): void => simulation.events.deeds.notify(PRESS);

  wait(40);
  press();
  simulation.clock.advance('5m');
  wait(4);
  simulation.clock.advance('1m');
  wait(301);
  press();
  simulation.clock.freeze('2026-11-20T12:00:00Z');
  wait(900);
  press();
  simulation.clock.resume();

  const calls = recording
    .takeUntil(null)
    .steps.map((step) => (step.kind === 'clock' ? step.call : step.kind));
  expect(calls).toEqual([
    'deed',
    "advance('5m40s')",
    "advance('1m')",
    "advance('5m1s')",
    'deed',
    "freeze('2026-11-20T12:00:00.000Z')",
    'deed',
    'resume()',
  ]);
});

test('a start of the extension begins a new take, in the situation of that time; earlier requests keep theirs', () => {
  const simulation = simulated();
  const recording = recordingOf(simulation);
  simulation.events.deeds.notify(PRESS);
  const first = requested(simulation);

  simulation.signOut();
  recording.restarted();
  const second = requested(simulation);

  expect(recording.takeUntil(first)).toMatchObject({start: {customer: 'ada'}, steps: [{kind: 'deed'}]});
  expect(recording.takeUntil(second)).toMatchObject({start: {customer: null}, steps: []});
});

test('a field that somebody writes is in the start of a later take, and a step of the take in which it is written', () => {
  const simulation = simulated();
  const world = new WrittenFields({
    given: {order: {phone: null}, locale: 'fr'},
    person: () => simulation.customer?.id,
  });
  const recording = recordingOf(simulation, world);
  const write = (note: string, before: string): void =>
    world.keep('order.note', {before, now: note, change: {order: {note}}});

  write('Ring', 'Please ring twice');
  const first = requested(simulation);
  recording.restarted();
  const second = requested(simulation);
  write('Please ring twice', 'Ring');
  const third = requested(simulation);

  expect(recording.takeUntil(first)).toMatchObject({
    start: {change: {order: {phone: null}}},
    steps: [{kind: 'update', change: {order: {note: 'Ring'}}}],
  });
  expect(recording.takeUntil(second)).toMatchObject({
    start: {change: {order: {phone: null, note: 'Ring'}}},
    steps: [],
  });
  expect(recording.takeUntil(third).steps).toEqual([
    {kind: 'update', change: {order: {note: 'Please ring twice'}}, after: second + 1},
  ]);

  // Another customer has another order.
  simulation.signIn('bea');
  recording.restarted();
  expect(recording.takeUntil(null)).toMatchObject({start: {customer: 'bea', change: {}}, steps: []});
});

test('a field of the customer does not sign in again', () => {
  const simulation = simulated();
  const world = new WrittenFields({person: () => simulation.customer?.id});
  const recording = recordingOf(simulation, world);

  simulation.signIn({id: 'gid://shopify/Customer/7004', firstName: 'Augusta'});
  requested(simulation);
  simulation.update({customer: {firstName: 'Byron'}});
  world.keep('customer.firstName', {
    before: 'Augusta',
    now: 'Byron',
    change: {customer: {firstName: 'Byron'}},
  });

  expect(recording.takeUntil(null).steps).toMatchObject([
    {kind: 'customer', customer: {firstName: 'Augusta'}},
    {kind: 'update', change: {customer: {firstName: 'Byron'}}},
  ]);
});
