import {expect, test} from '@playwright/test';
import {replaceTokens, tokensIn} from './jws-in-text.ts';

const TOKEN = 'eyJhbGciOiJIUzI1NiJ9.e30.c2ln';

for (const text of [
  TOKEN,
  `Bearer ${TOKEN}`,
  `token=${TOKEN}&next=1`,
  `{"token":"${TOKEN}"}`,
  `x-${TOKEN}`,
  `?next=%2Fcart%3Ftoken%3D${TOKEN}%26a%3D1`,
  `Bearer%20${TOKEN}`,
  String.raw`"line\n${TOKEN}\n"`,
  String.raw`"\u003c${TOKEN}"`,
  String.raw`"\x3c${TOKEN}"`,
  `?return=%252Fcart%253Ftoken%253D${TOKEN}%2526a`,
  `\u001b[1;32m${TOKEN}\u001b[0m`,
  `Bearer${TOKEN}`,
  `bearer${TOKEN}`,
  `id_token_${TOKEN}`,
]) {
  test(`finds the token in ${text.replace(TOKEN, '…')}`, () => {
    expect(tokensIn(text)).toEqual([TOKEN]);
    expect(replaceTokens(text, '<token>')).toBe(text.replace(TOKEN, '<token>'));
  });
}

test('finds several tokens, also without a signature', () => {
  expect(tokensIn(`${TOKEN} eyJhbGciOiJub25lIn0.e30. ${TOKEN}`)).toEqual([
    TOKEN,
    'eyJhbGciOiJub25lIn0.e30.',
    TOKEN,
  ]);
});

test('finds no token in other words', () => {
  for (const text of ['heyJude.example.com', 'assets/index-DkeyJ3k.js.map', 'eyJ..', 'eyJhbGciOi', ''])
    expect(tokensIn(text), text).toEqual([]);
});

test('a long run with many beginnings of a token takes no longer than another run', () => {
  // By a search at each beginning, each of these takes minutes.
  for (const run of [
    'eyJ'.repeat(300_000),
    'eyJ-'.repeat(250_000),
    '-%3DeyJ'.repeat(150_000),
    `%${'25'.repeat(300_000)}`,
  ])
    expect(tokensIn(`${run} ${TOKEN}`)).toEqual([TOKEN]);
});
