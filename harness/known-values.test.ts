import {expect, test} from '@playwright/test';
import {didYouMean, nearest, oneOf, refuseUnknownKeys, type KeysOf} from './known-values.ts';

test('nearest finds a name that is near, and no other', () => {
  expect(nearest('exp-past-6', ['exp-past-60', 'key-wrong'])).toBe('exp-past-60');
  expect(nearest('zzzzzzzz', ['exp-past-60', 'key-wrong'])).toBeUndefined();
});

test('nearest allows one mistake in a short name, and counts swapped letters as one', () => {
  expect(nearest('nmae', ['name', 'type'])).toBe('name');
  expect(nearest('toast', ['cost', 'lines'])).toBeUndefined();
  expect(nearest('buyerIdentiy', ['buyerIdentity'])).toBe('buyerIdentity');
});

for (const [title, options, expected] of [
  ['a list by default', {}, 'Did you mean "name"? Known: name, type.'],
  ['its own label', {label: 'It declares'}, 'Did you mean "name"? It declares: name, type.'],
  [
    'a note at the end',
    {note: 'Or leave it out.'},
    'Did you mean "name"? Known: name, type. Or leave it out.',
  ],
  ['no list with the label null', {label: null, note: 'List them.'}, 'Did you mean "name"? List them.'],
] as const) {
  test(`didYouMean prints ${title}`, () => {
    expect(didYouMean('nmae', ['name', 'type'], options)).toBe(expected);
  });
}

test('didYouMean prints the list if no name is near, and the note if none is known', () => {
  expect(didYouMean('zzzz', new Set(['name', 'type']))).toBe('Known: name, type.');
  expect(didYouMean('zzzz', [], {note: 'Declare it.'})).toBe('Declare it.');
});

test('didYouMean finds the only name that a value of three letters or more begins', () => {
  const names = ['zip', 'countryCode', 'vtex login', 'vtex local token'];
  expect(didYouMean('Country', names, {label: null})).toBe('Did you mean "countryCode"?');
  expect(didYouMean('vtex', names, {label: null})).toBe('');
  expect(didYouMean('co', names, {label: null})).toBe('');
});

test('oneOf returns a known value and refuses others by name', () => {
  expect(oneOf('origin', 'opaque', ['opaque', 'shopifycdn'])).toBe('opaque');
  expect(() => oneOf('origin', 'opaqe', ['opaque', 'shopifycdn'])).toThrow(
    'Invalid value "opaqe" for option origin.\nDid you mean "opaque"? Known: opaque, shopifycdn.',
  );
});

test('refuseUnknownKeys names the unknown option and the nearest', () => {
  const keys: KeysOf<{clientId?: string; scopes?: string[]}> = {clientId: true, scopes: true};

  for (const known of [keys, ['clientId', 'scopes']]) {
    expect(() => refuseUnknownKeys('app', {clientID: 'x'}, known)).toThrow(
      'Unknown app option "clientID".\nDid you mean "clientId"? Known: clientId, scopes.',
    );
    expect(() => refuseUnknownKeys('app', {clientId: 'x'}, known)).not.toThrow();
  }
});

test('refuseUnknownKeys refuses options that are not an object', () => {
  for (const [given, written] of [
    [null, 'null'],
    [[{clientSecret: 'hush'}], 'an array'],
    ['hush', 'a string'],
    [10n, 'a number'],
  ] as const) {
    expect(() => refuseUnknownKeys('app', given, ['clientId'])).toThrow(
      `The app options are ${written}.\nGive an object with some of: clientId.`,
    );
  }
});

test('oneOf and didYouMean take values of any type', () => {
  for (const given of [10n, Symbol('opaque'), Object.create(null) as object, [], undefined]) {
    expect(() => oneOf('origin', given as never, ['opaque'])).toThrow('for option origin.\nKnown: opaque.');
    expect(didYouMean(given, ['opaque'])).toBe('Known: opaque.');
  }
});
