import {expect, test} from '@playwright/test';
import {isPlainObject, kindOf} from './shown-value.ts';

test('an object with fields is a literal, a module, or of a class', async () => {
  class Own {
    name = 1;
  }
  for (const value of [{}, Object.create(null), new Own(), await import('./records.ts')])
    expect(isPlainObject(value)).toBe(true);
  for (const value of [null, undefined, [], new Date(0), new Map(), () => 1, 'text', 1])
    expect(isPlainObject(value), String(value)).toBe(false);
});

test('the kind of a value shows nothing of a string, number, array or object', () => {
  for (const [value, kind] of [
    ['hush', 'a string'],
    [12_345, 'a number'],
    [10n, 'a number'],
    [['hush'], 'an array'],
    [{hush: 'hush'}, 'an object'],
    [new Date(0), 'a Date'],
    [null, 'null'],
    [undefined, 'undefined'],
    [true, 'true'],
  ] as const)
    expect(kindOf(value)).toBe(kind);
});
