import {expect, test} from '@playwright/test';
import {Ids} from '../../../world/ids.ts';
import {PEOPLE} from '../../../world/people.ts';
import type {Customer} from '../../../world/people.ts';
import {ACCESS_TOKEN_LIFE, API_SCOPE, CustomerAccessTokens, accessTokenIn} from './access-tokens.ts';

function tokensOf(situation: {customer: Customer | null; now: number}): CustomerAccessTokens {
  return new CustomerAccessTokens({
    ids: new Ids({seed: 1, scope: ''}),
    customer: () => situation.customer,
    now: () => situation.now,
  });
}

test('accepts the token of the customer who is signed in, and no other', async () => {
  const situation: {customer: Customer | null; now: number} = {customer: PEOPLE.ada, now: 0};
  const tokens = tokensOf(situation);
  const token = await tokens.issue();

  expect(token).toMatch(/^shcat_[\w-]{36}$/);
  expect(tokens.issued).toEqual([token]);
  expect(tokens.refusalOf(token)).toBeNull();
  expect(tokens.refusalOf('shcat_other')?.cause).toContain('not one that this simulation issued');

  situation.customer = PEOPLE.bea;
  expect(tokens.knows(token)).toBe(true);
  expect(tokens.refusalOf(token)?.cause).toContain('not signed in any more');
});

test('refuses a token that has expired, was revoked or lacks the scope', async () => {
  const situation = {customer: PEOPLE.ada, now: 0};
  const tokens = tokensOf(situation);
  const grant = {customerId: PEOPLE.ada.id, sessionId: 'a-session'};
  const token = await tokens.issueTo({...grant, scopes: [API_SCOPE]});
  const other = await tokens.issueTo({...grant, scopes: ['openid']});

  expect(tokens.refusalOf(other)?.cause).toContain('lacks the scope customer-account-api:full');
  situation.now = ACCESS_TOKEN_LIFE * 1000 - 1;
  expect(tokens.refusalOf(token)).toBeNull();
  situation.now += 1;
  expect(tokens.refusalOf(token)?.cause).toBe('the access token expired at 1970-01-01T02:00:00.000Z');

  situation.now = 0;
  tokens.revokeAllOf(PEOPLE.bea.id);
  expect(tokens.refusalOf(token)).toBeNull();
  tokens.revokeAllOf(PEOPLE.ada.id);
  expect(tokens.refusalOf(token)?.cause).toContain('not signed in any more');
});

test('gives a guest no token', async () => {
  await expect(tokensOf({customer: null, now: 0}).issue()).rejects.toMatchObject({code: 'ERR_NO_CUSTOMER'});
});

test('reads a token with and without a scheme', () => {
  expect(accessTokenIn(new Headers({authorization: 'shcat_1'}))).toBe('shcat_1');
  expect(accessTokenIn(new Headers({authorization: 'Bearer shcat_1'}))).toBe('shcat_1');
  expect(accessTokenIn(new Headers())).toBeNull();
});
