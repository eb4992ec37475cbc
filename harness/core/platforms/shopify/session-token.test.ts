import {expect, test} from '@playwright/test';
import {PUBLISHED_TEST_CLIENT_ID} from '../../world/app.ts';
import type {AppOptions} from '../../world/app.ts';
import {PEOPLE} from '../../world/people.ts';
import {createWorld} from '../../world/world.ts';
import {checkoutTokenClaims, sessionTokenClaims} from './session-token.ts';

const now = Date.parse('2026-11-20T12:00:00.900Z');
const jti = '6f1b2b4e-0000-4000-8000-000000000000';
const mayReadCustomers: AppOptions = {scopes: ['read_customers'], protectedCustomerData: true};

test('a session token names shop, app and a life of five minutes', () => {
  const claims = sessionTokenClaims({
    world: createWorld({app: mayReadCustomers}),
    customer: PEOPLE.ada,
    now,
    jti,
  });

  expect(claims).toEqual({
    dest: 'acme.myshopify.com',
    aud: PUBLISHED_TEST_CLIENT_ID,
    exp: claims.iat + 300,
    nbf: claims.iat,
    iat: Date.parse('2026-11-20T12:00:00Z') / 1000,
    jti,
    sub: 'gid://shopify/Customer/7001',
  });
});

test("a guest's token has no sub", () => {
  expect(
    sessionTokenClaims({world: createWorld({app: mayReadCustomers}), customer: null, now, jti}),
  ).not.toHaveProperty('sub');
});

test('an app without the scope read_customers gets no sub', () => {
  const world = createWorld({app: {scopes: ['read_orders'], protectedCustomerData: true}});
  expect(sessionTokenClaims({world, customer: PEOPLE.ada, now, jti})).not.toHaveProperty('sub');
});

test('an app without access to protected customer data gets no sub', () => {
  const world = createWorld({app: {scopes: ['read_customers'], protectedCustomerData: false}});
  expect(sessionTokenClaims({world, customer: PEOPLE.ada, now, jti})).not.toHaveProperty('sub');
});

test('a checkout token names the admin of the shop as its issuer, and has no sid', () => {
  const subject = {world: createWorld(), customer: null, now, jti};
  const claims = checkoutTokenClaims(subject);
  expect(claims).toEqual({...sessionTokenClaims(subject), iss: 'https://acme.myshopify.com/admin'});
  expect(Object.keys(claims).toSorted()).toEqual(['aud', 'dest', 'exp', 'iat', 'iss', 'jti', 'nbf']);
});

test('a customer account token has no issuer, even if checkout tokens have another one', () => {
  const world = createWorld({app: {tokenIssuer: 'https://shopify.com/548380009'}});
  const subject = {world, customer: null, now, jti};
  expect(sessionTokenClaims(subject)).not.toHaveProperty('iss');
  expect(checkoutTokenClaims(subject).iss).toBe('https://shopify.com/548380009');
});

test("the issuer 'none' gives the documented checkout token without iss", () => {
  const world = createWorld({app: {tokenIssuer: 'none'}});
  expect(checkoutTokenClaims({world, customer: null, now, jti})).not.toHaveProperty('iss');
});

for (const [title, tokenIssuer] of [
  ['an empty string', ''],
  ['null', null],
  ['a number', 548380009],
] as const) {
  test(`refuses ${title} as the issuer of checkout tokens`, () => {
    expect(() => createWorld({app: {tokenIssuer: tokenIssuer as string}})).toThrow(
      `app.tokenIssuer is ${JSON.stringify(tokenIssuer)}.`,
    );
  });
}
