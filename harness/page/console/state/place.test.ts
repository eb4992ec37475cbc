import {expect, test} from '@playwright/test';
import {formatPlace, parsePlace} from './place.ts';
import {plainText} from '../parts/plain-text.ts';

test('a place survives its own address', () => {
  const place = {
    id: 'abc',
    panel: 'calls',
    selection: 9,
    query: 'status:4xx a/b?c',
    segment: 'problems',
    isWindow: true,
  } as const;
  expect(parsePlace(formatPlace(place))).toEqual(place);
});

test('an address with an id alone is the whole list', () => {
  const place = {id: 'abc', panel: 'requests', selection: null, query: '', segment: 'all', isWindow: false};
  expect(parsePlace('#abc')).toEqual(place);
  expect(parsePlace('#abc/other/x?show=other')).toEqual(place);
});

test('hidden characters of a foreign string become visible', () => {
  expect(plainText('a\u202Egnp.exe')).toBe('a‹U+202E›gnp.exe');
  expect(plainText('a\u001B[31mb')).toBe('a‹U+001B›[31mb');
  expect(plainText('two\nlines')).toBe('two\nlines');
});
