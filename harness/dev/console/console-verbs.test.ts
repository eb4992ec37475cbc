import {expect, test} from '@playwright/test';
import {createSimulationCore} from '../../core/simulation/simulation-core.ts';
import {runVerb} from './console-verbs.ts';

const ON = {by: '30s'};
const SECONDS = 1000;

/** A simulation, and the verb `skew` on its clock. */
function skewing(): {readonly skew: (arg: unknown) => unknown; readonly skews: () => unknown} {
  const simulation = createSimulationCore();
  const session = {simulation, backendsOnRealTime: () => ['https://real.example']};
  return {
    skew: (arg) => runVerb({session} as never, 'skew', arg),
    skews: () => simulation.clock.skews,
  };
}

test('skew moves the clock of one party, and the platform follows the page', () => {
  const {skew, skews} = skewing();

  expect(skew({party: 'backend', ...ON})).toContain('These backends keep real time');
  expect(skews()).toEqual({browser: 0, platform: 0, backend: 30 * SECONDS});

  // A clock of the platform's own ends when the page gets another clock.
  void skew({party: 'platform', by: '-6m'});
  expect(skews()).toEqual({browser: 0, platform: -360 * SECONDS, backend: 30 * SECONDS});
  void skew({party: 'browser', by: '1m'});
  expect(skews()).toEqual({browser: 60 * SECONDS, platform: 60 * SECONDS, backend: 30 * SECONDS});

  void skew({party: 'backend', by: '0ms'});
  expect(skews()).toEqual({browser: 60 * SECONDS, platform: 60 * SECONDS, backend: 0});
});

for (const [arg, code, message] of [
  [{party: 'backed', ...ON}, 'ERR_BAD_OPTION', 'backed'],
  [ON, 'ERR_USAGE', '"party" is not a string'],
  [{party: 'backend', by: 30}, 'ERR_USAGE', '"by" is not a string'],
  [{party: 'backend', by: 'soon'}, 'ERR_BAD_DURATION', 'Not a duration: "soon"'],
  [{party: 'browser', by: '300000000d'}, 'ERR_BAD_DURATION', '300000000d'],
] as const) {
  test(`skew refuses ${JSON.stringify(arg)} and leaves every clock as it was`, () => {
    const {skew, skews} = skewing();
    expect(() => skew(arg)).toThrow(
      expect.objectContaining({code, message: expect.stringContaining(message)}),
    );
    expect(skews()).toEqual({browser: 0, platform: 0, backend: 0});
  });
}

test('look turns a switch at each call, and refuses another one', () => {
  const simulation = createSimulationCore();
  const look = (turn: unknown): unknown => {
    void runVerb({session: {simulation}} as never, 'look', {turn});
    return simulation.extensions.pageState.look;
  };

  expect(look('alone')).toEqual({outline: false, alone: true, reveal: 0});
  expect(look('outline')).toEqual({outline: true, alone: true, reveal: 0});
  expect(look('alone')).toEqual({outline: true, alone: false, reveal: 0});
  expect(() => look('reveal')).toThrow(expect.objectContaining({code: 'ERR_BAD_OPTION'}));
});

test('two presses of a switch are two turns', () => {
  const simulation = createSimulationCore();
  const cors = {
    isHeld: true,
    switch(isHeld: boolean) {
      cors.isHeld = isHeld;
    },
  };
  const session = {simulation, cors, backendsOnRealTime: () => []};
  const press = (verb: string): void => void runVerb({session} as never, verb, {});

  press('cors');
  expect(cors.isHeld).toBe(false);
  press('cors');
  expect(cors.isHeld).toBe(true);

  press('stop-or-run');
  expect(simulation.clock.state.frozenAt).not.toBeNull();
  press('stop-or-run');
  expect(simulation.clock.state.frozenAt).toBeNull();
});
