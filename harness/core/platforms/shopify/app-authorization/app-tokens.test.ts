import {expect, test} from '@playwright/test';
import {STAFF} from '../../../world/staff.ts';
import type {TokenPair} from './app-token.ts';
import type {AppTokens} from './app-tokens.ts';
import {appTokens} from './app-tokens.fixture.ts';

async function refreshed(tokens: AppTokens, refreshToken: string): Promise<TokenPair> {
  const pair = await tokens.refresh(refreshToken);
  if ('cause' in pair) throw new Error(pair.cause);
  return pair;
}

test('an expiring token is live for an hour', async () => {
  const {tokens, clock} = appTokens();
  const {value} = await tokens.issueExpiring();
  clock.advance('59m');
  expect(tokens.find(value)).toMatchObject({access: 'offline', state: 'live', staff: null});

  clock.advance('1m');
  expect(tokens.find(value)?.state).toBe('expired');
  expect(tokens.find('shpat_other')).toBeNull();
});

test('the permanent token is the same one each time, until an expiring one replaces it', async () => {
  const {tokens} = appTokens();
  const {value} = await tokens.issuePermanent();
  expect((await tokens.issuePermanent()).value).toBe(value);
  expect(tokens.find(value)?.state).toBe('live');

  await tokens.issueExpiring();
  expect(tokens.find(value)?.state).toBe('revoked');
  expect((await tokens.issuePermanent()).value).not.toBe(value);
});

test('a permanent token of a public app is refused from 2027 on', async () => {
  const {tokens, clock} = appTokens();
  const {value} = await tokens.issuePermanent();
  expect(tokens.find(value)?.isRefusedAsPermanent).toBe(false);
  clock.set('2027-01-01T00:00:00Z');
  expect(tokens.find(value)?.isRefusedAsPermanent).toBe(true);
});

test('options decide about permanent tokens', async () => {
  const required = appTokens({expiringTokens: 'required'});
  const custom = appTokens({expiringTokens: 'required', distribution: 'custom'});
  const optional = appTokens({expiringTokens: 'optional'});
  optional.clock.set('2027-06-01T00:00:00Z');

  const refusals = [required, custom, optional].map(async ({tokens}) => {
    const {value} = await tokens.issuePermanent();
    return tokens.find(value)?.isRefusedAsPermanent;
  });
  expect(await Promise.all(refusals)).toEqual([true, false, false]);
});

test('an online token has the scopes that the permissions of the staff member cover', async () => {
  const {tokens} = appTokens();
  const grace = await tokens.issueOnline(STAFF.grace);
  const joan = await tokens.issueOnline(STAFF.joan);
  expect(tokens.find(grace.value)).toMatchObject({access: 'online', staff: {firstName: 'Grace'}});
  expect(tokens.find(grace.value)?.scopes).toEqual(['write_products', 'read_orders']);
  expect(tokens.find(joan.value)?.scopes).toEqual(['write_products']);
});

test('tokens follow the scopes of the installation, and end with it', async () => {
  const {tokens, installation} = appTokens({optionalScopes: ['read_themes']});
  const {value, refreshToken} = await tokens.issueExpiring();
  installation.grant(['read_themes']);
  expect(tokens.find(value)?.scopes).toContain('read_themes');

  installation.uninstall();
  expect(tokens.find(value)?.state).toBe('uninstalled');
  expect(await tokens.refresh(refreshToken)).toHaveProperty('cause');

  installation.install();
  expect(tokens.find(value)?.state).toBe('uninstalled');
});

test('a refresh gives a new pair, and the access token before lives to its end', async () => {
  const {tokens, clock} = appTokens();
  const first = await tokens.issueExpiring();
  clock.advance('55m');
  const second = await refreshed(tokens, first.refreshToken);
  expect(second.value).not.toBe(first.value);
  expect(second.refreshToken).not.toBe(first.refreshToken);
  expect(tokens.find(first.value)?.state).toBe('live');

  clock.advance('6m');
  expect(tokens.find(first.value)?.state).toBe('expired');
  expect(tokens.find(second.value)?.state).toBe('live');
});

test('a used refresh token gives the same pair until its replacement is used', async () => {
  const {tokens, clock} = appTokens();
  const first = await tokens.issueExpiring();
  const second = await refreshed(tokens, first.refreshToken);
  clock.advance('29d');
  const again = await refreshed(tokens, first.refreshToken);
  expect(again.refreshToken).toBe(second.refreshToken);
  expect(tokens.find(again.value)?.state).toBe('live');

  await refreshed(tokens, second.refreshToken);
  expect(await tokens.refresh(first.refreshToken)).toMatchObject({cause: /replaced/});
});

test('a used refresh token ends 30 days after its first use', async () => {
  const {tokens, clock} = appTokens();
  const {refreshToken} = await tokens.issueExpiring();
  await refreshed(tokens, refreshToken);
  clock.advance('15d');
  await refreshed(tokens, refreshToken);
  clock.advance('15d');
  expect(await tokens.refresh(refreshToken)).toMatchObject({cause: /used before/});
});

test('the option refreshRetry shortens the time for another use', async () => {
  const none = appTokens({authorization: {refreshRetry: 'none'}});
  const {refreshToken} = await none.tokens.issueExpiring();
  await refreshed(none.tokens, refreshToken);
  expect(await none.tokens.refresh(refreshToken)).toHaveProperty('cause');

  const hour = appTokens({authorization: {refreshRetry: 'sixty-minutes'}});
  const pair = await hour.tokens.issueExpiring();
  await refreshed(hour.tokens, pair.refreshToken);
  hour.clock.advance('59m');
  await refreshed(hour.tokens, pair.refreshToken);
  hour.clock.advance('1m');
  expect(await hour.tokens.refresh(pair.refreshToken)).toHaveProperty('cause');
});

test('a refresh token ends after 90 days, and when the app gets another pair', async () => {
  const {tokens, clock} = appTokens();
  const first = await tokens.issueExpiring();
  const second = await tokens.issueExpiring();
  expect(await tokens.refresh(first.refreshToken)).toMatchObject({cause: /got other tokens/});
  clock.advance('90d');
  expect(await tokens.refresh(second.refreshToken)).toMatchObject({cause: /expired/});
});

test('a permanent token migrates once, and again with the same pair for seven days', async () => {
  const {tokens, clock} = appTokens();
  const {value} = await tokens.issuePermanent();
  const pair = await tokens.migrate(value);
  expect(tokens.find(value)?.state).toBe('revoked');

  clock.advance('6d');
  const again = await tokens.migrate(value);
  expect(again?.refreshToken).toBe(pair?.refreshToken);
  expect(again?.refreshTokenExpiresAt).toBe(pair?.refreshTokenExpiresAt);
  expect(tokens.find(again?.value ?? '')?.state).toBe('live');

  clock.advance('1d');
  expect(await tokens.migrate(value)).toBeNull();
});

test('a migration cannot be repeated after a refresh or another exchange', async () => {
  for (const end of ['refresh', 'exchange']) {
    const {tokens} = appTokens();
    const {value} = await tokens.issuePermanent();
    const pair = await tokens.migrate(value);
    if (end === 'refresh') await refreshed(tokens, pair?.refreshToken ?? '');
    else await tokens.issueExpiring();
    expect(await tokens.migrate(value)).toBeNull();
  }
});
