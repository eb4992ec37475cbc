import {randomBytes} from 'node:crypto';
import {expect, test} from '@playwright/test';
import {sizesOf} from './console-size.mjs';

test('a script of the console above 36 KB after gzip, and a file without a budget, are too large', () => {
  const sizes = sizesOf(['console.js', 'console-new.js', 'host.js'], (name) =>
    randomBytes(name === 'console.js' ? 37_000 : 1000),
  );
  const tooLarge = sizes.filter(({size, budget}) => size > budget).map(({name}) => name);
  expect(tooLarge).toEqual(['console.js', 'console-new.js']);
});

test('polaris.js above 36 KB after gzip is too large', () => {
  const [size] = sizesOf(['polaris.js'], () => randomBytes(37_000)).filter(({name}) => name === 'polaris.js');
  expect(size?.size).toBeGreaterThan(size?.budget ?? Infinity);
});
