import {expect, test} from '@playwright/test';
import {judgeCors} from './cors-rule.ts';
import type {CorsRule} from '../cases/case.ts';
import type {NameAndValue} from '../cases/outgoing-request.ts';

const EVIL = 'https://evil.example';

interface Judged {
  readonly rule: CorsRule;
  readonly origin?: string;
  readonly method?: string;
  readonly headers?: string;
  /** The answer: allowed origin, headers, methods and credentials. */
  readonly answer: Readonly<Partial<Record<'origin' | 'headers' | 'methods' | 'credentials', string>>>;
}

function verdict({
  rule,
  origin = 'null',
  method = 'GET',
  headers = 'authorization',
  answer,
}: Judged): string | null {
  const asked: readonly NameAndValue[] = [
    ['Origin', origin],
    ['Access-Control-Request-Method', method],
    ['Access-Control-Request-Headers', headers],
  ];

  const given = Object.entries(answer).map(([name, value]): [string, string] => [
    `access-control-allow-${name}`,
    value,
  ]);

  return judgeCors(rule, {headers: asked}, {status: 204, headers: new Headers(given)});
}

for (const [what, judged, problem] of [
  ['the origin that was sent', {rule: 'readable', answer: {origin: 'null'}}, null],
  ['every origin', {rule: 'readable', answer: {origin: '*'}}, null],
  [
    'another origin than the one that was sent',
    {rule: 'readable', answer: {origin: 'https://extensions.shopifycdn.com'}},
    'Access-Control-Allow-Origin is "https://extensions.shopifycdn.com", not "null"',
  ],
  [
    'another port',
    {
      rule: 'preflight',
      origin: 'http://localhost:41999',
      answer: {origin: 'http://localhost:3000', headers: 'authorization'},
    },
    'Access-Control-Allow-Origin is "http://localhost:3000", not "http://localhost:41999"',
  ],
  [
    'a method that needs no leave',
    {rule: 'preflight', method: 'POST', answer: {origin: '*', headers: 'authorization'}},
    null,
  ],
  [
    'a method that is not allowed',
    {rule: 'preflight', method: 'DELETE', answer: {origin: '*', headers: 'authorization', methods: 'GET'}},
    'Access-Control-Allow-Methods lacks DELETE',
  ],
  [
    'one that is',
    {
      rule: 'preflight',
      method: 'DELETE',
      answer: {origin: '*', headers: 'authorization', methods: 'GET, DELETE'},
    },
    null,
  ],
  [
    'every header but authorization',
    {rule: 'preflight', answer: {origin: '*', headers: '*'}},
    'By the Fetch standard the "*" in Access-Control-Allow-Headers does not cover "authorization": name it, for browsers other than Chromium.',
  ],
  [
    'every header, and authorization by name',
    {
      rule: 'preflight',
      headers: 'authorization,content-type',
      answer: {origin: '*', headers: '*, Authorization'},
    },
    null,
  ],
  [
    'cookies of a stranger',
    {rule: 'no cookies', origin: EVIL, answer: {origin: EVIL, credentials: 'true'}},
    `cookies of visitors are open to ${EVIL}`,
  ],
  ['a stranger without cookies', {rule: 'no cookies', origin: EVIL, answer: {origin: EVIL}}, null],
  [
    'cookies of everybody, which no browser lets pass',
    {rule: 'no cookies', origin: EVIL, answer: {origin: '*', credentials: 'true'}},
    null,
  ],
  [
    'cookies of somebody else',
    {rule: 'no cookies', origin: EVIL, answer: {origin: 'https://a.example', credentials: 'true'}},
    null,
  ],
] as const) {
  test(`an answer that allows ${what}: ${problem ?? 'right'}`, () => expect(verdict(judged)).toBe(problem));
}
