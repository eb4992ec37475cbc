import {expect, test} from '@playwright/test';
import {Clock, type ClockState, type PartySkews, type Skews} from '../../clock.ts';
import {NO_SKEWS, clockCall, skewCall} from './step.ts';

const NOON = Date.parse('2026-11-20T12:00:00Z');

for (const [from, to, call] of [
  [{offset: 0, frozenAt: null}, {offset: 360_000, frozenAt: null}, "advance('6m')"],
  [{offset: 0, frozenAt: null}, {offset: 90_061_000, frozenAt: null}, "advance('1d1h1m1s')"],
  [{offset: 360_000, frozenAt: null}, {offset: 0, frozenAt: null}, "advance('-6m')"],
  [{offset: 0, frozenAt: null}, {offset: 400, frozenAt: null}, null],
  [{offset: 0, frozenAt: null}, {offset: 0, frozenAt: NOON}, "freeze('2026-11-20T12:00:00.000Z')"],
  [{offset: 0, frozenAt: NOON}, {offset: 0, frozenAt: NOON + 30_000}, "advance('30s')"],
  [{offset: 0, frozenAt: NOON}, {offset: -5000, frozenAt: null}, 'resume()'],
] as const satisfies readonly (readonly [ClockState, ClockState, string | null])[]) {
  test(`a clock goes from ${JSON.stringify(from)} to ${JSON.stringify(to)} by ${call ?? 'itself'}`, () => {
    expect(clockCall(from, to)).toBe(call);
  });
}

for (const [from, to, call] of [
  [NO_SKEWS, NO_SKEWS, null],
  [NO_SKEWS, {browser: 30_000, platform: 30_000, backend: 0}, "skew({browser: '30s', platform: '30s'})"],
  [NO_SKEWS, {browser: 30_000, platform: 0, backend: 0}, "skew({browser: '30s', platform: 0})"],
  [NO_SKEWS, {browser: 0, platform: 0, backend: 500}, "skew({backend: '500ms'})"],
  [NO_SKEWS, {browser: 0, platform: 0, backend: -1500}, "skew({backend: '-1500ms'})"],
  [NO_SKEWS, {browser: 0, platform: 0, backend: -90_000}, "skew({backend: '-1m30s'})"],
  [NO_SKEWS, {browser: 0, platform: 60_000, backend: 0}, "skew({platform: '1m'})"],
  [{browser: 0, platform: 60_000, backend: 360_000}, NO_SKEWS, 'skew({platform: 0, backend: 0})'],
] as const) {
  test(`skews go from ${JSON.stringify(from)} to ${JSON.stringify(to)} by ${call ?? 'itself'}`, () => {
    expect(skewCall(from, to)).toBe(call);
  });
}

test('a replay of the calls ends with the skews of the recording', () => {
  const states: readonly PartySkews[] = [
    {browser: 0, platform: 60_000, backend: 0},
    NO_SKEWS,
    {browser: 30_000, platform: 30_000, backend: 0},
    {browser: 30_000, platform: 0, backend: 500},
    {browser: 0, platform: 0, backend: -90_500},
  ];
  const replay = new Clock();
  let before = NO_SKEWS;

  for (const after of states) {
    replay.skew(writtenSkews(skewCall(before, after)));
    expect(replay.skews).toEqual(after);
    before = after;
  }
});

/** Reads the argument of a call: `skew({browser: '30s', platform: 0})`. */
function writtenSkews(call: string | null): Skews {
  const pairs = [...(call ?? '').matchAll(/(\w+): (?:'([^']*)'|0)/g)];
  return Object.fromEntries(pairs.map(([, party, duration]) => [party, duration ?? 0]));
}
