import {expect, test} from '@playwright/test';
import {decodeToken} from './decode-token.ts';

const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const HEADER = {alg: 'HS256', typ: 'JWT'};
const CLAIMS = {sub: 'Zoë?>', exp: 7};
const TOKEN = `${part(HEADER)}.${part(CLAIMS)}.c2ln`;

for (const text of [
  TOKEN,
  ` ${TOKEN}\n`,
  `Bearer ${TOKEN}`,
  `authorization: bearer ${TOKEN}`,
  `"${TOKEN}"`,
]) {
  test(`a token pasted as ${JSON.stringify(text.replace(TOKEN, 'TOKEN'))} is decoded`, () => {
    expect(decodeToken(text)).toEqual({
      token: TOKEN,
      header: {json: HEADER, problem: null},
      claims: {json: CLAIMS, problem: null},
      problem: null,
    });
  });
}

for (const [name, text, problems] of [
  [
    'a word',
    'two words',
    ['The header is not base64url.', 'The claims are missing.', /three parts.* This has 1\.$/],
  ],
  ['claims with a percent sign', `${part(HEADER)}.%%.x`, [null, 'The claims are not base64url.', null]],
  ['a list as claims', `${part(HEADER)}.${part([1])}.x`, [null, 'The claims are not a JSON object.', null]],
  ['a header of plain text', `bm90.${part(CLAIMS)}.x`, ['The header is not JSON.', null, null]],
  ['no signature and no dot', `${part(HEADER)}.${part(CLAIMS)}`, [null, null, /This has 2\.$/]],
  ['five parts', 'a.b.c.d.e', [/header/, /claims/, /encrypted/]],
] as const) {
  test(`${name}: the part that fails is named`, () => {
    const {header, claims, problem} = decodeToken(text);
    for (const [place, found] of [header.problem, claims.problem, problem].entries()) {
      const expected = problems[place];
      if (expected instanceof RegExp) expect(found).toMatch(expected);
      else expect(found).toBe(expected);
    }
  });
}
