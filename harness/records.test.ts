import {expect, test} from '@playwright/test';
import {defined, isRecord} from './records.ts';

test('isRecord accepts objects, and refuses null, arrays and primitives', () => {
  expect([{}, {a: 1}, Object.create(null)].map(isRecord)).toEqual([true, true, true]);
  expect([null, undefined, [], 'text', 1].map(isRecord)).toEqual([false, false, false, false, false]);
});

test('defined drops undefined fields, and keeps null, false and empty ones', () => {
  const missing: string | undefined = undefined;
  const fields: {a?: string; b: null; c: boolean; d: string} = defined({
    a: missing,
    b: null,
    c: false,
    d: '',
  });

  expect(Object.keys(fields)).toEqual(['b', 'c', 'd']);
});
