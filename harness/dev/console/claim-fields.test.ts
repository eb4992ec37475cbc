import {expect, test} from '@playwright/test';
import {fieldsOf, readField} from './claim-fields.ts';

const NOW = 1_800_000_000;
const newId = (): string => 'drawn';

for (const [name, text, value] of [
  ['exp', 'now', NOW],
  ['exp', 'now - 60 s', NOW - 60],
  ['exp', 'now+5m', NOW + 300],
  ['nbf', 'now + 1 h', NOW + 3600],
  ['exp', '1700000000', 1_700_000_000],
  ['exp', '1.5', 1.5],
  ['exp', '2027-01-01T00:00:00Z', 1_798_761_600],
  ['exp', '"now"', 'now'],
  ['exp', 'soon', 'soon'],
  ['jti', 'new', 'drawn'],
  ['jti', '"new"', 'new'],
  ['sub', 'now', 'now'],
  ['sub', 'gid://shopify/Customer/7002', 'gid://shopify/Customer/7002'],
  ['sub', '<b>', '<b>'],
  ['level', '3', 3],
  ['level', '"3"', '3'],
  ['roles', '["a"]', ['a']],
  ['odd', 'null', null],
] as const) {
  test(`the field ${name} with ${text} is the claim ${JSON.stringify(value)}`, () => {
    expect(readField({name, text}, NOW, newId)).toEqual(value);
  });
}

test('a time that is not one is refused with the forms that are', () => {
  const read = (): unknown => readField({name: 'exp', text: 'now - soon'}, NOW, newId);
  expect(read).toThrow('Not a time: "now - soon".\nWrite now, now - 60 s, seconds since 1970');
});

test('every claim is read from its own field as it was', () => {
  const claims = {
    sub: 'ada',
    level: 3,
    text: '3',
    word: 'null',
    list: [1],
    none: null,
    jti: 'new',
    exp: NOW - 60,
    iat: 'now',
    nbf: NOW,
  };
  const fields = fieldsOf(claims, NOW);
  expect(fields).toContainEqual({name: 'exp', text: 'now - 60 s'});
  const read = fields.map((field) => [field.name, readField(field, NOW, newId)]);
  expect(Object.fromEntries(read)).toEqual(claims);
});
