import {randomBytes} from 'node:crypto';
import {expect, test} from '@playwright/test';
import {sizesOf} from './console-size.mjs';

test('a script of the console above 36 KB after gzip is above its budget', () => {
  const sizes = sizesOf((name) => randomBytes(name === 'console.js' ? 37_000 : 6000));
  expect(sizes.map(({size, budget}) => size > budget)).toEqual([true, false]);
});
