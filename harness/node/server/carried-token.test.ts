import {expect, test} from '@playwright/test';
import {carriedBy} from './carried-token.ts';

const BEARER = {authorization: 'Bearer e.header.s'};

for (const [name, url, headers, carried] of [
  [
    'a document of an app has its token in the URL',
    'https://a.example/?shop=b&id_token=e.url.s',
    {},
    'Bearer e.url.s',
  ],
  ['a header goes before the URL', 'https://a.example/?id_token=e.url.s', BEARER, 'Bearer e.header.s'],
  ['a bounce page checks no token', 'https://a.example/auth/session-token?shopify-reload=x', BEARER, null],
  ['other requests have their header', 'https://a.example/api', BEARER, 'Bearer e.header.s'],
] as const) {
  test(name, () => expect(carriedBy(url, new Headers(headers)).get('authorization')).toBe(carried));
}
