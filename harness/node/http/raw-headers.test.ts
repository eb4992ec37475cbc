import {expect, test} from '@playwright/test';
import {headerPairs, withHeaders, withoutHeaders} from './raw-headers.ts';

const RAW = ['Accept', '*/*', 'Set-Cookie', 'a=1', 'set-cookie', 'b=2'];

test('yields names and values as they were written, repetitions included', () => {
  expect([...headerPairs(RAW)]).toEqual([
    ['Accept', '*/*'],
    ['Set-Cookie', 'a=1'],
    ['set-cookie', 'b=2'],
  ]);
});

test('leaves out a header however its name is written', () => {
  expect(withoutHeaders(RAW, (name) => name === 'set-cookie')).toEqual(['Accept', '*/*']);
});

test('replaces each value of a header and leaves out the values that become null', () => {
  const changed = withHeaders(RAW, 'set-cookie', (value) => (value === 'a=1' ? null : `${value}; Secure`));
  expect(changed).toEqual(['Accept', '*/*', 'set-cookie', 'b=2; Secure']);
});
