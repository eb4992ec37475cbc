import {expect, test} from '@playwright/test';
import {judgePreflight, judgeResponse, warnPreflight} from './cors-protocol.ts';

const intended = {origin: 'null', method: 'GET', headers: ['authorization'], credentials: false};
const good = {'access-control-allow-origin': '*', 'access-control-allow-headers': 'Authorization'};

const preflights: [string, Partial<typeof intended>, number, Record<string, string>, string | null][] = [
  ['a complete answer', {}, 204, good, null],
  ['an echoed null', {}, 200, {...good, 'access-control-allow-origin': 'null'}, null],
  ['status 401', {}, 401, good, 'OPTIONS answered 401'],
  ['a redirect', {}, 302, good, 'OPTIONS answered 302, and a preflight must not be redirected'],
  [
    'no allowed origin',
    {},
    204,
    {'access-control-allow-headers': 'authorization'},
    'Access-Control-Allow-Origin is missing',
  ],
  [
    'another origin',
    {},
    204,
    {...good, 'access-control-allow-origin': 'https://a.example'},
    'Access-Control-Allow-Origin is "https://a.example", not "null"',
  ],
  [
    'two origins',
    {origin: 'https://a.example'},
    204,
    {...good, 'access-control-allow-origin': 'https://a.example, https://b.example'},
    'Access-Control-Allow-Origin is "https://a.example, https://b.example", not "https://a.example"',
  ],
  [
    'no allowed headers',
    {},
    204,
    {'access-control-allow-origin': '*'},
    'Access-Control-Allow-Headers lacks "authorization"',
  ],
  [
    'other allowed headers',
    {},
    204,
    {...good, 'access-control-allow-headers': 'content-type'},
    'Access-Control-Allow-Headers lacks "authorization"',
  ],
  ['a wildcard for authorization', {}, 204, {...good, 'access-control-allow-headers': '*'}, null],
  [
    'a wildcard for another header',
    {headers: ['x-shop']},
    204,
    {...good, 'access-control-allow-headers': '*'},
    null,
  ],
  [
    'a wildcard with cookies',
    {headers: ['x-shop'], credentials: true, origin: 'https://a.example'},
    204,
    {
      'access-control-allow-origin': 'https://a.example',
      'access-control-allow-credentials': 'true',
      'access-control-allow-headers': '*',
    },
    'Access-Control-Allow-Headers lacks "x-shop"',
  ],
  ['PUT not allowed', {method: 'PUT'}, 204, good, 'Access-Control-Allow-Methods lacks PUT'],
  [
    'PUT in lower case',
    {method: 'PUT'},
    204,
    {...good, 'access-control-allow-methods': 'put'},
    'Access-Control-Allow-Methods lacks PUT',
  ],
  ['PUT allowed', {method: 'PUT'}, 204, {...good, 'access-control-allow-methods': 'GET, PUT'}, null],
  ['PUT under a wildcard', {method: 'PUT'}, 204, {...good, 'access-control-allow-methods': '*'}, null],
  ['POST never needs to be listed', {method: 'POST'}, 204, good, null],
];

for (const [what, change, status, headers, verdict] of preflights) {
  test(`judges a preflight: ${what}`, () => {
    expect(judgePreflight({...intended, ...change}, {status, headers: new Headers(headers)})).toBe(verdict);
  });
}

const responses: [string, boolean, Record<string, string>, string | null][] = [
  ['*', false, {'access-control-allow-origin': '*'}, null],
  [
    '* with cookies',
    true,
    {'access-control-allow-origin': '*'},
    'Access-Control-Allow-Origin is "*", which does not allow a request with cookies',
  ],
  [
    'the origin with cookies',
    true,
    {'access-control-allow-origin': 'https://a.example'},
    'Access-Control-Allow-Credentials is not "true" for a request with cookies',
  ],
  [
    'the origin and credentials',
    true,
    {'access-control-allow-origin': 'https://a.example', 'access-control-allow-credentials': 'true'},
    null,
  ],
  ['nothing', false, {}, 'Access-Control-Allow-Origin is missing'],
];

for (const [what, credentials, headers, verdict] of responses) {
  test(`judges an answer that allows ${what}`, () => {
    expect(judgeResponse({origin: 'https://a.example', credentials}, new Headers(headers))).toBe(verdict);
  });
}

for (const [headers, warning] of [
  ['*', true],
  ['*, Authorization', false],
  ['content-type', false],
] as const) {
  test(`${warning ? 'warns' : 'does not warn'} of the allowed headers ${headers}`, () => {
    const answer = {status: 204, headers: new Headers({'access-control-allow-headers': headers})};
    expect(warnPreflight(intended, answer)?.includes('does not cover "authorization"') ?? false).toBe(
      warning,
    );
  });
}
