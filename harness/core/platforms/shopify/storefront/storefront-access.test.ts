import {expect, test} from '@playwright/test';
import {carriesStorefrontToken, noticeOfPrivateToken, storefrontAccess} from './storefront-access.ts';

const TOKENS = {publicStorefrontToken: 'open', privateStorefrontToken: 'closed'};
const PUBLIC = 'X-Shopify-Storefront-Access-Token';
const PRIVATE = 'Shopify-Storefront-Private-Token';

for (const [name, headers, kind] of [
  ['without a token', {}, 'tokenless'],
  ['with an empty token', {[PUBLIC]: ''}, 'tokenless'],
  ['with the public token', {[PUBLIC]: 'open'}, 'public'],
  ['with the private token', {[PRIVATE]: 'closed'}, 'private'],
  ['with another public token', {[PUBLIC]: 'undefined'}, 'refused'],
  ['with another private token', {[PRIVATE]: 'undefined'}, 'refused'],
  ['with the private token as a public one', {[PUBLIC]: 'closed'}, 'refused'],
  ['with the public token as a private one', {[PRIVATE]: 'open'}, 'refused'],
] as const) {
  test(`a request ${name} is ${kind}`, () => {
    const given = new Headers(headers);
    expect(storefrontAccess(given, TOKENS).kind).toBe(kind);
    expect(carriesStorefrontToken(given, TOKENS)).toBe(['public', 'private'].includes(kind));
  });
}

test('the reason of a refusal names header and fix, and never a token', () => {
  const refusals = [
    {[PUBLIC]: 'closed'},
    {[PRIVATE]: 'open'},
    {[PUBLIC]: 'other-value'},
    {[PRIVATE]: 'other-value'},
  ].map((headers) => storefrontAccess(new Headers(headers as Record<string, string>), TOKENS));

  expect(refusals).toMatchObject([
    {reason: {cause: `the private token of the app came in ${PUBLIC}`, fix: `Send it in ${PRIVATE}.`}},
    {reason: {cause: `the public token of the app came in ${PRIVATE}`, fix: `Send it in ${PUBLIC}.`}},
    {reason: {cause: `the token in ${PUBLIC} is not the app's public token`}},
    {reason: {cause: `the token in ${PRIVATE} is not the app's private token`}},
  ]);
  expect(JSON.stringify(refusals)).not.toMatch(/closed|other-value/);
});

test('notices a private token in a page, and a backend that hides its buyer', () => {
  expect(noticeOfPrivateToken(new Headers({origin: 'https://acme.example'}))?.code).toBe(
    'storefront-private-token-in-page',
  );
  expect(noticeOfPrivateToken(new Headers())?.code).toBe('storefront-buyer-ip-missing');
  expect(noticeOfPrivateToken(new Headers({'Shopify-Storefront-Buyer-IP': '203.0.113.7'}))).toBeNull();
});
