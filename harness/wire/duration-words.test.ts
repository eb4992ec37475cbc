import {expect, test} from '@playwright/test';
import {milliseconds} from '../clock.ts';
import {durationText} from './duration-words.ts';

for (const [duration, text] of [
  [0, '0s'],
  [360_000, '6m'],
  [-5_415_000, '-1h30m15s'],
  [90_061_000, '1d1h1m1s'],
  [500, '500ms'],
  [-400, '-400ms'],
  [61_500, '61500ms'],
] as const) {
  test(`writes ${duration} ms as ${text}, which the clock reads`, () => {
    expect(durationText(duration)).toBe(text);
    expect(milliseconds(text)).toBe(duration);
  });
}
