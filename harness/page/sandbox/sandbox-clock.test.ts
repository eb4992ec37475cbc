import {test, expect} from '@playwright/test';
import {SandboxClock} from './sandbox-clock.ts';

test('Date has the simulated instant, and its other functions are unchanged', async () => {
  const {clock} = fakeTime(1000);
  await clock.apply({offset: 500, frozenAt: null});
  expect(clock.Date.now()).toBe(1500);
  expect(new clock.Date().getTime()).toBe(1500);
  expect(new clock.Date(7).getTime()).toBe(7);
  await clock.apply({offset: 0, frozenAt: 42});
  expect(clock.Date.now()).toBe(42);
});

test('a jump fires the timers that become due, in order and once each, before it resolves', async () => {
  const {clock, fired} = fakeTime();
  clock.setTimeout(() => fired.push('two minutes'), 120_000);
  clock.setTimeout((text: string) => fired.push(text), 60_000, 'one minute');
  clock.setInterval(() => fired.push('each minute'), 60_000);
  clock.setTimeout(() => fired.push('an hour'), 3_600_000);
  await clock.apply({offset: 360_000, frozenAt: null});
  expect(fired).toEqual(['one minute', 'each minute', 'two minutes']);
});

test('timers that are still pending after a jump become due earlier by the jump', async () => {
  const {clock, fired, pass} = fakeTime();
  clock.setTimeout(() => fired.push('late'), 1000);
  await clock.apply({offset: 600, frozenAt: null});
  pass(399);
  expect(fired).toEqual([]);
  pass(1);
  expect(fired).toEqual(['late']);
});

test('an interval goes on after a jump, and a cleared timer stays silent', async () => {
  const {clock, fired, pass} = fakeTime();
  const interval = clock.setInterval(() => fired.push('tick'), 100);

  await clock.apply({offset: 1000, frozenAt: null});
  pass(100);
  expect(fired).toEqual(['tick', 'tick']);
  clock.clear(interval);
  pass(500);
  expect(fired).toEqual(['tick', 'tick']);
});

test('timers run while the clock is frozen, and a jump back delays none', async () => {
  const {clock, fired, pass} = fakeTime();
  clock.setTimeout(() => fired.push('render'), 35);
  await clock.apply({offset: 0, frozenAt: 5_000_000});
  expect(fired).toEqual(['render']);
  clock.setTimeout(() => fired.push('again'), 35);
  await clock.apply({offset: 0, frozenAt: 0});
  pass(35);
  expect(fired).toEqual(['render', 'again']);
});

test('an error in a timer is reported and stops nothing', () => {
  const {clock, fired, errors, pass} = fakeTime();
  clock.setTimeout(() => {
    throw new Error('in a timer');
  }, 1);

  clock.setTimeout(() => fired.push('next'), 2);
  pass(2);
  expect(errors).toEqual([new Error('in a timer')]);
  expect(fired).toEqual(['next']);
});

test('one-shot timers that are due within a second are pending; longer and repeating ones are not', () => {
  const {clock, pass} = fakeTime();
  clock.setInterval(() => {}, 50);
  const cleared = clock.setTimeout(() => {}, 200);
  clock.setTimeout(() => {}, 300);
  clock.setTimeout(() => {}, 10_000);
  clock.clear(cleared);
  expect(clock.activity).toMatchObject({begun: 2, pending: [{what: 'timer', delay: 300}]});

  pass(300);
  expect(clock.activity.pending).toEqual([]);

  pass(8700);
  expect(clock.activity.pending, 'a second before it is due').toMatchObject([{delay: 10_000}]);
});

interface FakeTime {
  readonly clock: SandboxClock;
  readonly fired: string[];
  readonly errors: unknown[];
  pass(milliseconds: number): void;
}

function fakeTime(start = 0): FakeTime {
  let now = start;
  let ids = 0;
  const timers = new Map<number, {due: number; run: () => void}>();
  const errors: unknown[] = [];

  const pass = (milliseconds: number): void => {
    const end = now + milliseconds;
    for (;;) {
      const next = [...timers]
        .filter(([, {due}]) => due <= end)
        .toSorted(([a, {due: x}], [b, {due: y}]) => x - y || a - b)[0];
      if (next === undefined) break;
      timers.delete(next[0]);
      now = Math.max(now, next[1].due);
      next[1].run();
    }

    now = end;
  };

  const clock = new SandboxClock({
    Date: class extends Date {
      static override now(): number {
        return now;
      }
    } as DateConstructor,
    now: () => now,
    setTimeout(run, delay) {
      timers.set(++ids, {due: now + delay, run});
      // Stands for the turn of the event loop that a due timer waits for.
      if (delay === 0) queueMicrotask(() => pass(0));
      return ids;
    },
    clearTimeout: (id) => void timers.delete(id),
    reportError: (error) => void errors.push(error),
  });

  return {clock, fired: [], errors, pass};
}
