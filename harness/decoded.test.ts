import {expect, test} from '@playwright/test';
import {decoded} from './decoded.ts';

for (const [component, expected] of [
  ['a%20b', 'a b'],
  ['%C3%A4', 'ä'],
  ['100%25', '100%'],
  ['', ''],
  ['%', null],
  ['%zz', null],
  // A byte that begins no character of UTF-8.
  ['%ff', null],
  ['%C3%', null],
] as const)
  test(`decodes "${component}" to ${JSON.stringify(expected)}`, () =>
    expect(decoded(component)).toBe(expected));
