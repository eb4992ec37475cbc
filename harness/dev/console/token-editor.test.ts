import {expect, test} from '@playwright/test';
import {issueTime} from './token-editor.ts';

for (const [name, iat, at, seconds] of [
  ['signed in the second of its iat', 1000, 1_000_900, 1000],
  ['whose signing ended in the next second', 1000, 1_001_010, 1000],
  ['with an iat of an hour before', 1000, 4_600_000, 4600],
  ['without iat', undefined, 1_000_900, 1000],
] as const) {
  test(`the times of a token ${name} are measured from ${seconds}`, () => {
    expect(issueTime({iat}, at)).toBe(seconds);
  });
}
