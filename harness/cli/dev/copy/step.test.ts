import {expect, test} from '@playwright/test';
import type {ClockState} from '../../../clock.ts';
import {clockCall} from './step.ts';

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
