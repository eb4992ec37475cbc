import {expect} from '@playwright/test';
import {decodeJwt} from 'jose';
import {ACME, NOON, bodyOf, test} from '../vtex.fixture.ts';
import {APP_KEY} from './login.fixture.ts';

test('S9: apptoken/login issues the token of an app key, with its expiry', async ({ask}) => {
  for (const url of [
    `${ACME}/api/vtexid/apptoken/login`,
    'https://api.vtexcommercestable.com.br/api/vtexid/apptoken/login?an=acme',
  ]) {
    const answer = await ask(url, {json: APP_KEY});
    expect(answer.status).toBe(200);
    const {token, ...rest} = await bodyOf(answer);
    expect(rest).toEqual({authStatus: 'Success', expires: NOON / 1000 + 21_600});
    expect(decodeJwt(String(token))).toMatchObject({
      sub: APP_KEY.appkey,
      audience: 'admin',
      exp: NOON / 1000 + 21_600,
    });
  }
});

test('S9: apptoken/login refuses wrong keys', async ({ask}) => {
  for (const json of [
    {...APP_KEY, apptoken: 'guessed'},
    {...APP_KEY, appkey: 'vtexappkey-acme-LOGIST'},
  ]) {
    const answer = await ask(`${ACME}/api/vtexid/apptoken/login`, {json});
    expect([answer.status, await bodyOf(answer)]).toEqual([
      401,
      {authStatus: 'WrongCredentials', token: null, expires: 0},
    ]);
  }

  expect((await ask('https://globex.myvtex.com/api/vtexid/apptoken/login', {json: APP_KEY})).status).toBe(
    401,
  );
  expect((await ask(`${ACME}/api/vtexid/apptoken/login`, {json: {appkey: APP_KEY.appkey}})).status).toBe(400);
});

for (const [address, status, error] of [
  ['api.vtexcommercestable.com.br', 400, 'name one with ?an=. Known: acme, globex.'],
  ['portal.vtexcommercestable.com.br', 400, 'name one with ?an=.'],
  ['vtexid.vtex.com.br', 400, 'name one with ?an=.'],
  ['acm.myvtex.com', 404, 'No VTEX account is called "acm".'],
] as const) {
  test(`S9: apptoken/login refuses a key at ${address}, which names no known account`, async ({ask}) => {
    const answer = await ask(`https://${address}/api/vtexid/apptoken/login`, {json: APP_KEY});
    expect([answer.status, await bodyOf(answer)]).toEqual([status, {error: expect.stringContaining(error)}]);
  });
}

test("an app-key token expires after six hours, and a user's token does not", async ({ask, simulation}) => {
  const {token} = await bodyOf(await ask(`${ACME}/api/vtexid/apptoken/login`, {json: APP_KEY}));
  const user = await simulation.mint('vtex-admin');
  const statuses = async (): Promise<number[]> => {
    const answers = [String(token), user].map((each) => ask(`${ACME}/api/oms/pvt/orders`, {token: each}));
    return (await Promise.all(answers)).map(({status}) => status);
  };

  simulation.clock.set(NOON + 21_599_000);
  expect(await statuses()).toEqual([200, 200]);
  simulation.clock.set(NOON + 21_601_000);
  expect(await statuses()).toEqual([401, 200]);
});
