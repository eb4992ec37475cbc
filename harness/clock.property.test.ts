import {test} from '@playwright/test';
import * as fc from 'fast-check';
import {expectRefusals, hostileString, hostileValue} from './wire/bad-input.fixture.ts';
import {Clock, type Duration, type Instant, type Skews} from './clock.ts';

const clock = (): Clock => new Clock({realNow: () => 1_790_000_000_000});

test('a clock refuses what is not a duration', async () => {
  await expectRefusals({
    area: 'durations',
    inputs: fc.oneof(hostileValue, hostileString),
    runs: 300,
    least: 100,
    mayPass: true,
    attempt: (given) => {
      const moved = clock();
      moved.advance(given as Duration);
      if (Number.isNaN(new Date(moved.now()).getTime())) throw new Error(`The clock shows ${moved.now()}.`);
      if (typeof given !== 'number' && typeof given !== 'string') throw new Error('Not a duration.');
    },
  });
});
test('a clock refuses what is not an instant', async () => {
  await expectRefusals({
    area: 'instants',
    inputs: fc.oneof(hostileValue, hostileString),
    runs: 300,
    least: 100,
    mayPass: true,
    attempt: (given) => {
      const moved = clock();
      if (given === undefined) return;
      moved.set(given as Instant);
      moved.freeze(given as Instant);
      if (Number.isNaN(new Date(moved.now()).getTime())) throw new Error(`The clock shows ${moved.now()}.`);
      if (typeof given !== 'number' && typeof given !== 'string' && !(given instanceof Date))
        throw new Error('Not an instant.');
    },
  });
});
test('a clock refuses what is not a skew', async () => {
  await expectRefusals({
    area: 'skews',
    inputs: fc.oneof(hostileValue, fc.record({browser: hostileValue}), fc.record({backend: fc.double()})),
    runs: 300,
    least: 100,
    mayPass: true,
    attempt: (given) => {
      const moved = clock();
      moved.skew(given as Skews);
      for (const party of ['browser', 'platform', 'backend'] as const)
        if (Number.isNaN(new Date(moved.nowOf(party)).getTime()))
          throw new Error(`The clock shows ${moved.nowOf(party)}.`);
      if (typeof given !== 'object' || given === null) throw new Error('Not a skew.');
    },
  });
});
