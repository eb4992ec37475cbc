import {expect, test} from '@playwright/test';
import {isSameKey} from './same-key.ts';

test('only the same key is the same', () => {
  const key = '/3f0e-ä/';
  expect(isSameKey(key, key)).toBe(true);
  for (const other of ['', '/3f0e-', `${key}/`, '/3f0e-a/', '/3F0E-ä/', undefined, null, [key], 1])
    expect(isSameKey(other, key)).toBe(false);
  expect(isSameKey('', '')).toBe(true);
});
