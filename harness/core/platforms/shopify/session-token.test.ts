import {expect, test} from '@playwright/test';
import {PUBLISHED_TEST_CLIENT_ID} from '../../world/app.ts';
import type {AppOptions} from '../../world/app.ts';
import {PEOPLE} from '../../world/people.ts';
import {createWorld} from '../../world/world.ts';
import {sessionTokenClaims} from './session-token.ts';

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
