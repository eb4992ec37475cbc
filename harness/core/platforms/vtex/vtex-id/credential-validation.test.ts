import {expect} from '@playwright/test';
import {ACME, NOON, STORE, bodyOf, cookiesSetBy, test} from '../vtex.fixture.ts';
import {APP_KEY, signIn} from './login.fixture.ts';

test('S2: a token works for 24 hours, to the second', async ({ask, simulation}) => {
  const token = await simulation.mint('vtex-shopper');
  const statuses = async (): Promise<number[]> => [
    (await ask(`${ACME}/api/oms/user/orders`, {token})).status,
    (await ask(`${STORE}/api/vtexid/credential/validate`, {json: {token}})).status,
  ];

  simulation.clock.set(NOON + 86_399_000);
  expect(await statuses()).toEqual([200, 200]);
  simulation.clock.set(NOON + 86_401_000);
  expect(await statuses()).toEqual([401, 401]);
});

test('credential/validate names the user of a valid token, and refuses invalid ones', async ({
  ask,
  simulation,
}) => {
  const validate = async (token: unknown): Promise<unknown[]> => {
    const answer = await ask(`${STORE}/api/vtexid/credential/validate`, {json: {token}});
    return [answer.status, await bodyOf(answer)];
  };

  expect(await validate(await simulation.mint('vtex-shopper', {customer: 'bea'}))).toEqual([
    200,
    {
      authStatus: 'Success',
      id: '5a09e600-0000-4000-8000-000000007002',
      user: 'bea@engines.example',
      account: 'acme',
      audience: 'webstore',
      tokenType: 'user',
    },
  ]);

  expect(await validate(await simulation.mint('vtex-appkey'))).toEqual([
    200,
    expect.objectContaining({tokenType: 'appkey', user: APP_KEY.appkey}),
  ]);

  const buyer = await simulation.mint('vtex-shopper', {claims: {customerId: 'contract-1'}});
  expect(await validate(buyer)).toEqual([200, expect.objectContaining({customerId: 'contract-1'})]);

  for (const bad of [
    await simulation.mint('vtex-admin', {case: 'exp-past-60'}),
    await simulation.mint('checkout'),
    '',
    null,
    5,
  ]) {
    expect(await validate(bad)).toEqual([401, {authStatus: 'WrongCredentials'}]);
  }
});

test('pub/authenticated/user and user/info read cookies', async ({ask}) => {
  const cookie = cookiesSetBy(await signIn(ask));
  const admin = cookiesSetBy(await signIn(ask, {query: 'scope=', login: 'grace@example.com'}));
  const user = `${STORE}/api/vtexid/pub/authenticated/user`;

  expect(await (await ask(user)).json()).toBeNull();
  expect(await (await ask(user, {cookie})).json()).toMatchObject({
    user: 'ada@example.com',
    userType: 'F',
    account: 'acme',
    audience: 'webstore',
  });

  const token = /VtexIdclientAutCookie=(eyJ[^;]+)/.exec(admin)?.[1] ?? '';
  expect(await (await ask(`${user}?authToken=${token}`)).json()).toMatchObject({user: 'grace@example.com'});
  const info = `${STORE}/api/vtexid/user/info`;
  expect((await ask(`${info}?scope=acme`)).status).toBe(401);
  expect((await ask(`${info}?scope=acme`, {cookie: admin})).status).toBe(401);
  expect(await bodyOf(await ask(`${info}?scope=acme`, {cookie}))).toMatchObject({
    user: 'ada@example.com',
    locale: 'en-US',
  });

  expect(await bodyOf(await ask(`${info}?scope=`, {cookie: admin}))).toMatchObject({
    user: 'grace@example.com',
  });
});

test('no route answers the public key', async ({ask}) => {
  for (const path of ['/api/vtexid/pub/keys', '/api/vtexid/.well-known/jwks.json']) {
    const answer = await ask(`${STORE}${path}`);
    expect([answer.status, await answer.text()]).toEqual([
      501,
      expect.stringContaining(`has no GET ${path}`),
    ]);
  }
});
