import {expect, test} from '@playwright/test';
import {shareOut} from './shares.ts';

for (const [amount, weights, shares] of [
  [100, [1, 1, 1], [33, 34, 33]],
  [7, [10, 0, 4], [5, 0, 2]],
  [5, [0, 0], [5, 0]],
  [5, [], []],
] as const) {
  test(`${amount} by ${weights.join(', ') || 'nothing'} is ${shares.join(', ') || 'nothing'}`, () => {
    expect(shareOut(amount, weights)).toEqual(shares);
  });
}
