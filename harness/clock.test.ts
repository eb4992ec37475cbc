import {expect, test} from '@playwright/test';
import {Clock, dateAt, milliseconds} from './clock.ts';
import {shown} from './shown-value.ts';

const NOON = Date.parse('2026-11-20T12:00:00Z');

function clockAt(real: {now: number}): Clock {
  return new Clock({realNow: () => real.now});
}

test('an unmoved clock tells real time', () => {
  const real = {now: NOON};
  const clock = clockAt(real);
  real.now += 5;
  expect(clock.now()).toBe(NOON + 5);
});

test('an advanced clock runs on from there', () => {
  const real = {now: NOON};
  const clock = clockAt(real);
  clock.advance('6m');
  real.now += 5;
  expect(clock.now()).toBe(NOON + 360_005);
});

test('a frozen clock stands still until it is advanced, and still stands then', () => {
  const real = {now: NOON};
  const clock = clockAt(real);

  clock.freeze();
  real.now += 1000;
  expect(clock.now()).toBe(NOON);
  clock.advance('1s');
  real.now += 1000;
  expect(clock.now()).toBe(NOON + 1000);
  clock.resume();
  real.now += 1;
  expect(clock.now()).toBe(NOON + 1001);
});

test('set jumps to an instant, backwards too', () => {
  const real = {now: NOON};
  const clock = clockAt(real);

  clock.set('2020-01-01T00:00:00Z');
  real.now += 1;
  expect(clock.now()).toBe(Date.parse('2020-01-01T00:00:00Z') + 1);
  clock.freeze(new Date(NOON));
  clock.set(NOON + 7);
  expect(clock.state).toEqual({offset: 0, frozenAt: NOON + 7});
});

test('every move is told until the listener leaves', () => {
  const clock = clockAt({now: NOON});
  const seen: number[] = [];
  const stop = clock.onMove(({offset}) => seen.push(offset));

  clock.advance(5);
  stop();
  clock.advance(5);
  expect(seen).toEqual([5]);
});

for (const [text, expected] of [
  [250, 250],
  ['250ms', 250],
  ['90s', 90_000],
  ['1h30m', 5_400_000],
  ['-5s', -5000],
  ['+11s', 11_000],
  ['1.5s', 1500],
  ['1d', 86_400_000],
  ['1h 5m', 3_900_000],
] as const) {
  test(`reads ${JSON.stringify(text)} as ${expected} ms`, () => expect(milliseconds(text)).toBe(expected));
}

for (const bad of ['', '6', '6 minutes', 'm6', NaN, Infinity, '1h-5m']) {
  test(`refuses ${typeof bad} "${bad}" as a duration`, () =>
    expect(() => milliseconds(bad)).toThrow('Not a duration'));
}

test('refuses an instant that is none', () => {
  expect(() => clockAt({now: NOON}).set('soon')).toThrow('Not an instant: "soon"');
});

test('a simulated Date tells simulated time and is a Date otherwise', () => {
  const Simulated = dateAt(() => NOON, Date);
  expect(Simulated.now()).toBe(NOON);
  expect(new Simulated().getTime()).toBe(NOON);
  expect(new Simulated(5).getTime()).toBe(5);
  expect(new Simulated(2026, 0, 1).getFullYear()).toBe(2026);
  expect(new Simulated()).toBeInstanceOf(Date);
  expect(new Date()).toBeInstanceOf(Simulated);
  expect(Simulated()).toBe(new Date(NOON).toString());
  expect(Simulated.parse('2026-11-20T12:00:00Z')).toBe(NOON);
  class Later extends Simulated {}
  expect(new Later().getTime()).toBe(NOON);
});

test('separate clocks are ahead or behind, and move with the rest', () => {
  const clock = clockAt({now: NOON});
  clock.freeze();
  clock.skew({browser: '+11s', backend: '-3s'});
  expect([clock.now(), clock.nowOf('browser'), clock.nowOf('backend')]).toEqual([
    NOON,
    NOON + 11_000,
    NOON - 3000,
  ]);

  clock.advance('1m');
  clock.resume();
  expect([clock.nowOf('browser'), clock.nowOf('backend')]).toEqual([NOON + 71_000, NOON + 57_000]);
});

test('tokens are made on the clock of the browser until the platform has one of its own', () => {
  const clock = clockAt({now: NOON});
  clock.skew({browser: '3s'});
  expect(clock.nowOf('platform')).toBe(NOON + 3000);
  clock.skew({platform: 0});
  expect([clock.nowOf('platform'), clock.nowOf('browser')]).toEqual([NOON, NOON + 3000]);
});

test('listeners of the clock hear of a skew, and an unknown party is refused', () => {
  const clock = clockAt({now: NOON});
  let told = 0;

  clock.onMove(() => told++);
  clock.skew({backend: '1s'});
  expect(told).toBe(1);
  expect(() => clock.skew({browsr: '1s'} as object)).toThrow('Did you mean "browser"?');
  expect(() => clock.skew({browser: 'soon'})).toThrow('Not a duration');
});

test('a clock takes no time that a date cannot show', () => {
  const clock = new Clock({realNow: () => 0});
  for (const duration of ['999999999d', `${'9'.repeat(400)}d`, 9e15])
    expect(() => clock.advance(duration)).toThrow(/^The clock cannot go as far as "?9+/);
  expect(() => clock.set(9e15)).toThrow('Not an instant');
  expect(clock.state).toEqual({offset: 0, frozenAt: null});
});

for (const given of [
  null,
  10n,
  Symbol('6m'),
  ['6m'],
  Object.create(null),
  new Date(0),
  NaN,
  `${'9'.repeat(400)}d`,
]) {
  test(`refuses ${typeof given === 'symbol' ? 'a symbol' : shown(given)} as a duration by name`, () => {
    expect(() => milliseconds(given as number)).toThrow(expect.objectContaining({code: 'ERR_BAD_DURATION'}));
  });
}

for (const given of [null, 10n, Symbol('now'), ['2026'], Object.create(null), true, new Date(NaN), 9e15]) {
  test(`refuses ${typeof given === 'symbol' ? 'a symbol' : shown(given)} as an instant by name`, () => {
    expect(() => clockAt({now: NOON}).set(given as number)).toThrow(
      expect.objectContaining({code: 'ERR_BAD_INSTANT'}),
    );
  });
}

test('no party gets a time that a date cannot show', () => {
  const clock = clockAt({now: NOON});
  expect(() => clock.skew({backend: 9e15})).toThrow('The clock cannot go as far as 9000000000000000.');

  clock.skew({backend: 8e15});
  expect(() => clock.advance(7e14)).toThrow('The clock cannot go as far as 700000000000000.');
  expect(() => clock.set(8e15)).toThrow('The clock cannot go as far as 8000000000000000.');
  expect(() => clock.freeze(8e15)).toThrow('The clock cannot go as far as 8000000000000000.');
  expect(clock.state).toEqual({offset: 0, frozenAt: null});
});

test('skews that are not an object are refused by name', () => {
  for (const given of [null, 1, 'browser', []])
    expect(() => new Clock().skew(given as object)).toThrow('The skew options are');
});
