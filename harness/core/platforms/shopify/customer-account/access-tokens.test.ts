import {expect, test} from '@playwright/test';
import {Ids} from '../../../world/ids.ts';
import {PEOPLE} from '../../../world/people.ts';
import type {Customer} from '../../../world/people.ts';
import {CustomerAccessTokens, accessTokenIn} from './access-tokens.ts';

test('accepts the token of the customer who is signed in, and no other', async () => {
  let customer: Customer | null = PEOPLE.ada;
  const tokens = new CustomerAccessTokens({ids: new Ids({seed: 1, scope: ''}), customer: () => customer});
  const token = await tokens.issue();

  expect(token).toMatch(/^shcat_[\w-]{36}$/);
  expect(tokens.issued).toEqual([token]);
  expect([tokens.accepts(token), tokens.accepts('shcat_other')]).toEqual([true, false]);

  customer = PEOPLE.bea;
  expect([tokens.accepts(token), tokens.knows(token)]).toEqual([false, true]);
});

test('gives a guest no token', async () => {
  const tokens = new CustomerAccessTokens({ids: new Ids({seed: 1, scope: ''}), customer: () => null});
  await expect(tokens.issue()).rejects.toMatchObject({code: 'ERR_NO_CUSTOMER'});
});

test('reads a token with and without a scheme', () => {
  expect(accessTokenIn(new Headers({authorization: 'shcat_1'}))).toBe('shcat_1');
  expect(accessTokenIn(new Headers({authorization: 'Bearer shcat_1'}))).toBe('shcat_1');
  expect(accessTokenIn(new Headers())).toBeNull();
});
