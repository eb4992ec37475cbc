import {expect, test} from '@playwright/test';
import {carriedTokens} from './identify-request.ts';

test('finds tokens in every place that VTEX reads, and in no other', () => {
  const headers = new Headers({
    vtexidclientautcookie: 'a',
    VtexIdclientAutCookie_acme: 'b',
    cookie:
      'VtexIdclientAutCookie=c; VtexIdclientAutCookie_ac3e=d; vtex_session=e; VtexIdclientAutCookie_empty=',
    authorization: 'Bearer f',
  });

  expect(carriedTokens(headers)).toEqual(['a', 'b', 'c', 'd']);
});
