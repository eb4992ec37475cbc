import {expect, test} from '@playwright/test';
import {cookiesOf} from './vtex-cookies.ts';

for (const [header, cookies] of [
  ['a=1; b=2', {a: '1', b: '2'}],
  ['a = 1 ;b="2"', {a: '1', b: '2'}],
  ['a="', {a: ''}],
  ['a=b=c', {a: 'b=c'}],
  ['a=first; a=second', {a: 'first'}],
  ['=1; a; ; a b=1', {}],
  ['__proto__=1', {['__proto__']: '1'}],
] as const) {
  test(`reads the cookies of ${JSON.stringify(header)}`, () => {
    expect([...cookiesOf({headers: new Headers({cookie: header})})]).toEqual(Object.entries(cookies));
  });
}

test('a long value with spaces in it takes no longer than another one', () => {
  // By a search at each space, this takes minutes.
  const value = `a${' '.repeat(1_000_000)}b`;
  expect(cookiesOf({headers: new Headers({cookie: `name=${value}`})}).get('name')).toBe(value);
});
