import {expect, test} from '@playwright/test';
import {fixOfPreflight, fixOfUnreadable, preflightChange} from './cors-fix.ts';
import type {Intended} from './cors-protocol.ts';
import {judgePreflight, judgeResponse} from './cors-protocol.ts';

const POST: Intended = {
  origin: 'null',
  method: 'POST',
  headers: ['authorization', 'content-type'],
  credentials: false,
};
const OPEN = {'access-control-allow-origin': '*', 'access-control-allow-headers': 'Authorization'};

const FIXES: readonly (readonly [string, Intended, number, Record<string, string>, string])[] = [
  [
    'a header is not allowed',
    POST,
    204,
    OPEN,
    'Answer OPTIONS with "Access-Control-Allow-Headers: Authorization, content-type".',
  ],
  [
    'nothing is allowed',
    {...POST, method: 'PUT'},
    204,
    {},
    'Answer OPTIONS with "Access-Control-Allow-Origin: *" and "Access-Control-Allow-Methods: PUT" and ' +
      '"Access-Control-Allow-Headers: authorization, content-type".',
  ],
  [
    'a method is not allowed',
    {...POST, method: 'DELETE', headers: []},
    200,
    {...OPEN, 'access-control-allow-methods': 'PUT'},
    'Answer OPTIONS with "Access-Control-Allow-Methods: PUT, DELETE".',
  ],
  [
    'the route has no OPTIONS',
    {...POST, headers: ['authorization']},
    404,
    {},
    'Answer OPTIONS with 204 and "Access-Control-Allow-Origin: *" and ' +
      '"Access-Control-Allow-Headers: authorization".',
  ],
  [
    'cookies are sent',
    {origin: 'https://acme.myvtex.com', method: 'GET', headers: ['x-a'], credentials: true},
    204,
    {'access-control-allow-origin': '*', 'access-control-allow-headers': '*'},
    'Answer OPTIONS with "Access-Control-Allow-Origin: https://acme.myvtex.com" and ' +
      '"Access-Control-Allow-Credentials: true" and "Access-Control-Allow-Headers: *, x-a".',
  ],
  [
    'the token is checked',
    POST,
    401,
    OPEN,
    'Answer OPTIONS before the token is checked: browsers send none with a preflight.',
  ],
  ['it is redirected', POST, 302, OPEN, 'Answer OPTIONS itself: browsers follow no redirect of a preflight.'],
];

for (const [what, intended, status, headers, fix] of FIXES) {
  test(`names the header to add to a preflight if ${what}`, () => {
    expect(fixOfPreflight(intended, {status, headers: new Headers(headers)})).toBe(fix);

    // The headers that the fix names are the ones that a browser wants.
    const added = [...fix.matchAll(/"([^":]+): ([^"]+)"/g)].map(([, name = '', value = '']) => [name, value]);
    const mended = new Headers(
      [...Object.entries(headers), ...added].map(([name = '', value = '']) => [name, value]),
    );
    for (const [name = '', value = ''] of added) mended.set(name, value);
    if (added.length > 0) expect(judgePreflight(intended, {status: 204, headers: mended})).toBeNull();
  });
}

test('names the headers that make an answer readable, with and without cookies', () => {
  const page = {origin: 'https://acme.myvtex.com', credentials: true};
  expect(fixOfUnreadable({...page, credentials: false})).toBe(
    'Send "Access-Control-Allow-Origin: *" with each answer, refusals and errors too.',
  );
  expect(fixOfUnreadable(page)).toBe(
    'Send "Access-Control-Allow-Origin: https://acme.myvtex.com" and "Access-Control-Allow-Credentials: true" ' +
      'with each answer, refusals and errors too.',
  );

  const headers = new Headers({
    'access-control-allow-origin': page.origin,
    'access-control-allow-credentials': 'true',
  });
  expect(judgeResponse(page, headers)).toBeNull();
});

const EXTENSION = {...POST, origin: 'https://extensions.shopifycdn.com'};
const EXPRESS = /^Answer OPTIONS before .*: app\.use\('\/api', cors\(\{allowedHeaders: .*\}\)\)\.$/;

for (const [status, origin, turn, fix] of [
  [410, 'null', 'set-up', /^Shopify's packages answer 410 .* test\.use\(\{userAgent: .*\}\)\.$/],
  [302, EXTENSION.origin, 'backend', EXPRESS],
  [403, EXTENSION.origin, 'backend', EXPRESS],
  [500, EXTENSION.origin, 'backend', EXPRESS],
  [403, 'https://cdn.shopify.com', 'backend', EXPRESS],
  [403, 'null', 'backend', /browsers send none with a preflight\.$/],
  [404, EXTENSION.origin, 'backend', /^Answer OPTIONS with 204/],
  [200, EXTENSION.origin, 'backend', EXPRESS],
] as const) {
  test(`names the line to change for a preflight from ${origin} that is answered ${status}`, () => {
    const change = preflightChange({...EXTENSION, origin}, {status, headers: new Headers()});
    expect(change).toEqual({turn, fix: expect.stringMatching(fix)});
  });
}

test('a right answer without CORS to an extension with a token lacks cors() of authenticate.admin', () => {
  const {origin} = EXTENSION;
  const asked = {origin, credentials: false, status: 200, isAuthorized: true};
  const others = [
    {...asked, status: 401},
    {...asked, isAuthorized: false},
    {...asked, origin: 'null'},
  ];

  expect(fixOfUnreadable(asked)).toContain('return cors(Response.json(data))');
  expect(others.filter((other) => fixOfUnreadable(other).includes('cors('))).toEqual([]);
});
