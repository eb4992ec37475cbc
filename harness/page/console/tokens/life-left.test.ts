import {expect, test} from '@playwright/test';
import {lifeLeft} from './life-left.ts';

for (const [name, life, left] of [
  ['given out now', {from: 1000, until: 1300}, 1],
  ['in the middle of its life', {from: 850, until: 1150}, 0.5],
  ['at its expiry', {from: 700, until: 1000}, 0],
  ['valid in the future', {from: 2000, until: 2300}, 1],
  ['that ends before it begins', {from: 1200, until: 1100}, 0],
  ['without a time of issue', {from: null, until: 1300}, null],
] as const) {
  test(`the life left of a token ${name} is ${left}`, () => {
    expect(lifeLeft(life, 1000)).toBe(left);
  });
}
