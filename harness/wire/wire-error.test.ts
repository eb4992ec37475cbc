import {expect, test} from '@playwright/test';
import {fromWireError, toWireError} from './wire-error.ts';
import type {WireError} from './control.ts';

for (const [thrown, name, message] of [
  [{name: Object.create(null) as object, message: 'no token'}, '{}', 'no token'],
  [{name: 'Error', message: {reason: 1}}, 'Error', '{"reason":1}'],
  [{name: 'Error', message: Symbol('s')}, 'Error', 'Symbol(s)'],
  [Object.create(null), 'Error', '{}'],
  [undefined, 'Error', 'undefined'],
] as const) {
  test(`a thrown value with the message ${message} crosses as ${name}`, () => {
    expect(fromWireError(toWireError(thrown))).toMatchObject({name, message});
  });
}

test('an answer in place of an error becomes one', () => {
  for (const [given, message] of [
    [undefined, 'undefined'],
    [null, 'null'],
    ['no token', 'no token'],
    [{}, '{}'],
  ] as const)
    expect(fromWireError(given as unknown as WireError)).toMatchObject({name: 'Error', message});
});
