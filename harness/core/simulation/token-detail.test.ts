import {expect, test} from '@playwright/test';
import {decodeJwt} from 'jose';
import type {TokenDetail} from '../../wire/request-detail.ts';
import {createSimulationCore} from './simulation-core.ts';
import {tokenDetail} from './token-detail.ts';

const NOON = '2027-01-01T12:00:00Z';

async function detailOf(
  kind: Parameters<ReturnType<typeof createSimulationCore>['mint']>[0],
  change: Readonly<Record<string, unknown>> = {},
  seconds = 60,
): Promise<TokenDetail> {
  const simulation = createSimulationCore();
  simulation.clock.freeze(NOON);
  const token = {...decodeJwt(await simulation.mint(kind)), ...change};

  const at = simulation.clock.now() + seconds * 1000;
  const id = simulation.requests.add({method: 'GET', url: 'https://loyalty.example.com/', at, token});
  const request = simulation.requests.at(id);
  const detail = request === undefined ? null : tokenDetail(request, simulation.world, 1);
  if (detail === null) throw new Error('The request has no token.');
  return detail;
}

for (const kind of [
  'customer-account',
  'checkout',
  'admin',
  'shop-minis',
  'vtex-shopper',
  'vtex-admin',
  'vtex-appkey',
] as const) {
  test(`each claim of a token of ${kind} has a meaning, and none is bad`, async () => {
    for (const {name, meaning, state} of (await detailOf(kind, {}, 1)).claims) {
      expect(meaning, name).not.toBe('');
      expect(state, name).not.toBe('bad');
    }
  });
}

for (const [name, value, meaning] of [
  ['exp', Date.parse(NOON) / 1000 - 9, 'expired 69 s before'],
  ['nbf', Date.parse(NOON) / 1000 + 180, 'valid in 2 m'],
  ['exp', '2027', 'not a time in seconds'],
  ['iss', 'https://evil.example/admin', 'another issuer'],
  ['dest', 'other.myshopify.com', 'another shop'],
  ['aud', 'other-app', 'another app'],
  ['sub', 7001, 'not a string'],
] as const) {
  test(`a token whose ${name} is ${value} shows that claim first, as bad`, async () => {
    const [first, second] = (await detailOf('checkout', {[name]: value})).claims;
    expect(first).toMatchObject({name, meaning, state: 'bad'});
    expect(second?.state).not.toBe('bad');
  });
}

test('a claim that no platform sends is called an extra claim', async () => {
  const {claims} = await detailOf('customer-account', {role: 'admin'});
  expect(claims.at(-1)).toMatchObject({name: 'role', meaning: 'an extra claim', state: 'none'});
});
