import {expect} from '@playwright/test';
import {decodeJwt} from 'jose';
import {VTEX_TEST_PASSWORD} from '../logins.ts';
import {ACME, NOON, STORE, answerOf, bodyOf, cookiesSetBy, test} from '../vtex.fixture.ts';
import type {Ask} from '../vtex.fixture.ts';

const ACME_ID = 'ac3e0000-0000-4000-8000-000000000001';
const BASE = `${STORE}/api/vtexid/pub/authentication`;
const REFRESH = `${STORE}/api/vtexid/refreshtoken/webstore`;
const KEY = {
  appkey: 'vtexappkey-acme-ORDERS',
  apptoken: 'simhost-published-vtex-app-token-of-orders-not-for-production',
};

async function start(ask: Ask, query = 'scope=acme'): Promise<{cookie: string; token: string}> {
  const answer = await ask(`${BASE}/start?${query}`);
  return {cookie: cookiesSetBy(answer), token: String((await bodyOf(answer))['authenticationToken'])};
}

async function signIn(ask: Ask, {query = 'scope=acme', login = 'ada@example.com'} = {}): Promise<Response> {
  const {cookie} = await start(ask, query);
  return ask(`${BASE}/classic/validate`, {cookie, form: {login, password: VTEX_TEST_PASSWORD}});
}

test('S1: a login makes a JWT and sets it as the cookies of its audience', async ({ask}) => {
  const shopper = await signIn(ask);
  const {authCookie, accountAuthCookie, ...rest} = (await bodyOf(shopper)) as Record<
    string,
    {Name: string; Value: string}
  >;

  expect(authCookie?.Name).toBe('VtexIdclientAutCookie_acme');
  expect(accountAuthCookie).toEqual({Name: `VtexIdclientAutCookie_${ACME_ID}`, Value: authCookie?.Value});
  expect(decodeJwt(authCookie?.Value ?? '')).toMatchObject({
    sub: 'ada@example.com',
    audience: 'webstore',
    account: 'acme',
  });

  expect(rest).toEqual({
    authStatus: 'Success',
    promptMFA: false,
    lastAttemptAvailable: null,
    clientToken: null,
    expiresIn: 86_399,
    userId: '5a09e600-0000-4000-8000-000000007001',
    phoneNumber: null,
    scope: null,
  });

  const tomorrow = 'Sat, 21 Nov 2026 12:00:00 GMT';
  const attributes = `expires=${tomorrow}; domain=acme.myvtex.com; path=/; secure; samesite=none; httponly`;
  const [first, second, refresh, transaction] = shopper.headers.getSetCookie();

  expect(first).toBe(`VtexIdclientAutCookie_acme=${authCookie?.Value}; ${attributes}`);
  expect(second).toBe(`VtexIdclientAutCookie_${ACME_ID}=${authCookie?.Value}; ${attributes}`);
  expect(refresh).toMatch(
    /^vid_rt=[\da-f]{64}; expires=Fri, 27 Nov 2026 12:00:00 GMT; domain=acme\.myvtex\.com; path=\/api\/vtexid\/refreshtoken\/webstore; secure; samesite=strict; httponly$/,
  );

  expect(transaction).toMatch(/^_vss=; expires=Thu, 01 Jan 1970/);

  const admin = await signIn(ask, {query: 'scope=&accountName=acme', login: 'grace@example.com'});
  const [only, adminRefresh] = admin.headers.getSetCookie();

  expect(only).toMatch(/^VtexIdclientAutCookie=eyJ/);
  expect(adminRefresh).toContain('path=/api/vtexid/refreshtoken/admin');
  expect(decodeJwt(/=(.*?);/.exec(only ?? '')?.[1] ?? '')).toMatchObject({
    sub: 'grace@example.com',
    audience: 'admin',
  });
});

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

test('S9: apptoken/login gives the token of a key and says when it expires', async ({ask}) => {
  for (const url of [
    `${ACME}/api/vtexid/apptoken/login`,
    'https://api.vtexcommercestable.com.br/api/vtexid/apptoken/login?an=acme',
  ]) {
    const answer = await ask(url, {json: KEY});
    expect(answer.status).toBe(200);
    const {token, ...rest} = await bodyOf(answer);
    expect(rest).toEqual({authStatus: 'Success', expires: NOON / 1000 + 21_600});
    expect(decodeJwt(String(token))).toMatchObject({
      sub: KEY.appkey,
      audience: 'admin',
      exp: NOON / 1000 + 21_600,
    });
  }
});

test('S9: wrong keys get no token', async ({ask}) => {
  for (const json of [
    {...KEY, apptoken: 'guessed'},
    {...KEY, appkey: 'vtexappkey-acme-LOGIST'},
  ]) {
    const answer = await ask(`${ACME}/api/vtexid/apptoken/login`, {json});
    expect([answer.status, await bodyOf(answer)]).toEqual([
      401,
      {authStatus: 'WrongCredentials', token: null, expires: 0},
    ]);
  }

  expect((await ask('https://globex.myvtex.com/api/vtexid/apptoken/login', {json: KEY})).status).toBe(401);
  expect((await ask(`${ACME}/api/vtexid/apptoken/login`, {json: {appkey: KEY.appkey}})).status).toBe(400);
});

for (const [address, status, error] of [
  ['api.vtexcommercestable.com.br', 400, 'name one with ?an=. Known: acme, globex.'],
  ['portal.vtexcommercestable.com.br', 400, 'name one with ?an=.'],
  ['vtexid.vtex.com.br', 400, 'name one with ?an=.'],
  ['acm.myvtex.com', 404, 'No VTEX account is called "acm".'],
] as const) {
  test(`S9: a key gets no token at ${address}, which names no account that there is`, async ({ask}) => {
    const answer = await ask(`https://${address}/api/vtexid/apptoken/login`, {json: KEY});
    expect([answer.status, await bodyOf(answer)]).toEqual([status, {error: expect.stringContaining(error)}]);
  });
}

test('the token of an app key is dead after six hours, when a user’s still works', async ({
  ask,
  simulation,
}) => {
  const {token} = await bodyOf(await ask(`${ACME}/api/vtexid/apptoken/login`, {json: KEY}));
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

test('credential/validate tells whose a token is, and of no bad one', async ({ask, simulation}) => {
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
    expect.objectContaining({tokenType: 'appkey', user: KEY.appkey}),
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

test('pvt/user/info asks for an app key, pvt/user/id for a token', async ({ask, simulation}) => {
  const headers = {'X-VTEX-API-AppKey': KEY.appkey, 'X-VTEX-API-AppToken': KEY.apptoken};
  const token = await simulation.mint('vtex-admin');
  const info = `${ACME}/api/vtexid/pvt/user/info?user=ada@example.com`;

  expect(await bodyOf(await ask(info, {headers}))).toMatchObject({
    user: 'ada@example.com',
    accountName: 'acme',
    accountId: ACME_ID,
  });

  expect((await ask(info, {token})).status).toBe(401);
  const id = `${ACME}/api/vtexid/pvt/user/id?usuario=`;
  expect(await (await ask(`${id}ada@example.com`, {token})).json()).toBe(
    '5a09e600-0000-4000-8000-000000007001',
  );

  expect(await (await ask(`${id}eve@example.com`, {token})).json()).toBeNull();
  const refused = await ask(`${id}ada@example.com`, {headers});
  expect([refused.status, await refused.text()]).toEqual([401, 'Invalid or missing VtexIdclientAutCookie.']);
});

test('an access key signs in once, in the login that it was sent in, and the test reads it', async ({
  ask,
  simulation,
}) => {
  const [mine, other] = [await start(ask), await start(ask)];
  expect(
    (await ask(`${BASE}/accesskey/send?email=nobody`, {method: 'POST', cookie: mine.cookie})).status,
  ).toBe(400);

  expect((await ask(`${BASE}/accesskey/send?email=new@example.com`, {method: 'POST'})).status).toBe(400);
  expect(
    (await ask(`${BASE}/accesskey/send?email=new@example.com`, {method: 'POST', cookie: mine.cookie})).status,
  ).toBe(200);

  const accessKey = simulation.vtex.accessKeyOf('new@example.com');
  expect(accessKey).toMatch(/^\d{6}$/);

  const validate = async (cookie: string, key: string): Promise<unknown[]> => {
    const answer = await ask(`${BASE}/accesskey/validate`, {
      cookie,
      form: {login: 'new@example.com', accessKey: key},
    });
    return [answer.status, (await bodyOf(answer))['authStatus']];
  };

  expect(await validate(mine.cookie, '000')).toEqual([400, 'WrongCredentials']);
  expect(await validate(other.cookie, accessKey)).toEqual([400, 'WrongCredentials']);
  expect(await validate(mine.cookie, accessKey)).toEqual([200, 'Success']);
  expect(await validate(mine.cookie, accessKey)).toEqual([400, 'InvalidToken']);
});

test('clients without cookies send the authentication token as a field or in the query', async ({
  ask,
  simulation,
}) => {
  const {token} = await start(ask);
  await ask(`${BASE}/accesskey/send`, {form: {email: 'ada@example.com', authenticationToken: token}});
  const key = simulation.vtex.accessKeyOf('ada@example.com');
  const query = new URLSearchParams({login: 'ada@example.com', accesskey: key, authenticationToken: token});

  expect(
    await bodyOf(
      await ask(
        `https://vtexid.vtex.com.br/api/vtexid/pub/authentication/accesskey/validate?${query.toString()}`,
      ),
    ),
  ).toMatchObject({
    authStatus: 'Success',
  });
});

test('a login that has begun is over after ten minutes', async ({ask, simulation}) => {
  const {cookie} = await start(ask);
  simulation.clock.advance('601s');
  const answer = await ask(`${BASE}/classic/validate`, {
    cookie,
    form: {login: 'ada@example.com', password: VTEX_TEST_PASSWORD},
  });

  expect(await bodyOf(answer)).toMatchObject({
    authStatus: 'InvalidToken',
    authCookie: null,
    expiresIn: 0,
    userId: null,
  });
});

for (const [what, form, authStatus] of [
  ['a wrong password', {login: 'ada@example.com', password: 'wrong'}, 'WrongCredentials'],
  ['no password', {login: 'ada@example.com'}, 'WrongCredentials'],
  ['no e-mail', {login: 'ada', password: VTEX_TEST_PASSWORD}, 'InvalidEmail'],
] as const) {
  test(`${what} does not sign in`, async ({ask}) => {
    const {cookie} = await start(ask);
    const answer = await ask(`${BASE}/classic/validate`, {cookie, form});
    expect([answer.status, (await bodyOf(answer))['authStatus'], answer.headers.getSetCookie()]).toEqual([
      400,
      authStatus,
      [],
    ]);
  });
}

test('a shopper is no admin', async ({ask}) => {
  expect(await bodyOf(await signIn(ask, {query: 'scope='}))).toMatchObject({authStatus: 'InvalidEmail'});
});

test('startlogin remembers the user, and a new password replaces the old one and ends sessions', async ({
  ask,
}) => {
  const before = cookiesSetBy(await signIn(ask));
  const begin = async (): Promise<string> =>
    cookiesSetBy(
      await ask(`${BASE}/startlogin`, {form: {accountName: 'acme', scope: 'acme', user: 'ada@example.com'}}),
    );

  const change = (cookie: string, newPassword: string): Promise<Response> =>
    ask(`${BASE}/classic/setpassword?expireSessions=true`, {
      cookie,
      form: {newPassword, currentPassword: VTEX_TEST_PASSWORD},
    });

  expect((await change(await begin(), 'weak')).status).toBe(400);
  expect((await change(await begin(), 'Better-Secret-2')).status).toBe(200);
  expect((await ask(`${STORE}/api/oms/user/orders`, {cookie: before})).status).toBe(401);
  expect(await bodyOf(await signIn(ask))).toMatchObject({authStatus: 'WrongCredentials'});
  const answer = await ask(`${BASE}/classic/validate`, {
    cookie: await begin(),
    form: {password: 'Better-Secret-2'},
  });

  expect(await bodyOf(answer)).toMatchObject({authStatus: 'Success'});
});

test('a refresh brings a new token and kills the old vid_rt', async ({ask, simulation}) => {
  const first = cookiesSetBy(await signIn(ask));
  simulation.clock.advance('25h');
  expect((await ask(`${STORE}/api/oms/user/orders`, {cookie: first})).status).toBe(401);
  const answer = await ask(REFRESH, {cookie: first, json: {fingerprint: null}});
  expect(await bodyOf(answer)).toEqual({
    status: 'Success',
    userId: '5a09e600-0000-4000-8000-000000007001',
    refreshAfter: '2026-11-22T13:00:00+00:00',
  });

  const second = cookiesSetBy(answer);
  expect(second.split('; ').map((pair) => pair.split('=')[0])).toEqual([
    'VtexIdclientAutCookie_acme',
    `VtexIdclientAutCookie_${ACME_ID}`,
    'vid_rt',
  ]);

  expect((await ask(`${STORE}/api/oms/user/orders`, {cookie: second})).status).toBe(200);
  const again = await ask(REFRESH, {cookie: first, json: {}});
  expect([again.status, (await bodyOf(again))['status'], again.headers.getSetCookie()]).toEqual([
    200,
    'InvalidToken',
    [],
  ]);

  expect(await bodyOf(await ask(REFRESH, {cookie: second, json: {}}))).toMatchObject({status: 'Success'});
});

test('a refresh needs the fingerprint of the login, its own audience, and a vid_rt that lives', async ({
  ask,
  simulation,
}) => {
  const cookie = cookiesSetBy(await signIn(ask, {query: 'scope=acme&fingerprint=device-1'}));
  const refresh = async (fingerprint: string | null, url = REFRESH): Promise<unknown> =>
    (await bodyOf(await ask(url, {cookie, json: {fingerprint}})))['status'];

  expect(await refresh('device-2')).toBe('InvalidSession');
  expect(await refresh(null)).toBe('InvalidSession');
  expect(await refresh('device-1', REFRESH.replace('webstore', 'admin'))).toBe('InvalidToken');
  simulation.clock.advance('8d');
  expect(await refresh('device-1')).toBe('InvalidToken');
  simulation.clock.advance('-8d');
  expect(await refresh('device-1')).toBe('Success');
});

test('an admin refreshes with vid_rt alone', async ({ask}) => {
  const signedIn = cookiesSetBy(await signIn(ask, {query: 'scope=', login: 'grace@example.com'}));
  const vidRt = signedIn.split('; ').find((pair) => pair.startsWith('vid_rt')) ?? '';
  const answer = await ask(`${STORE}/api/vtexid/refreshtoken/admin`, {method: 'POST', cookie: vidRt});
  expect(await bodyOf(answer)).toEqual({status: 'Success', userId: null, refreshAfter: null});
  expect(cookiesSetBy(answer)).toMatch(/^VtexIdclientAutCookie=eyJ.*vid_rt=/);
});

test('logout ends the session, takes the cookies away and goes back, within the store alone', async ({
  ask,
}) => {
  const cookie = cookiesSetBy(await signIn(ask));
  const out = (returnUrl: string): Promise<Response> =>
    ask(`${STORE}/api/vtexid/pub/logout?scope=acme&returnUrl=${encodeURIComponent(returnUrl)}`, {cookie});

  expect((await out('https://evil.example/')).status).toBe(200);
  expect((await out('//evil.example/')).headers.get('location')).toBeNull();
  const answer = await out('/goodbye');
  expect([answer.status, answer.headers.get('location')]).toEqual([302, '/goodbye']);
  const taken = answer.headers
    .getSetCookie()
    .map((each) => /^(\S+)=; expires=Thu, 01 Jan 1970/.exec(each)?.[1]);

  expect(taken).toEqual(['VtexIdclientAutCookie_acme', `VtexIdclientAutCookie_${ACME_ID}`, 'vid_rt']);
  expect((await ask(`${STORE}/api/oms/user/orders`, {cookie})).status).toBe(401);
  expect(await bodyOf(await ask(REFRESH, {cookie, json: {}}))).toMatchObject({status: 'InvalidToken'});
});

test('a session is listed, and dead everywhere once it is revoked', async ({ask}) => {
  const [phone, laptop] = [cookiesSetBy(await signIn(ask)), cookiesSetBy(await signIn(ask))];
  const bea = cookiesSetBy(await signIn(ask, {login: 'bea@engines.example'}));
  const list = `${STORE}/api/vtexid/sessions?scope=acme`;
  const {currentSessionId, sessions} = (await bodyOf(await ask(list, {cookie: phone}))) as {
    currentSessionId: string;
    sessions: {id: string}[];
  };

  expect(sessions).toHaveLength(2);
  const lost = sessions.find(({id}) => id !== currentSessionId)?.id ?? '';
  const revoke = `${STORE}/api/vtexid/sessions/${lost}/revoke`;

  expect((await ask(revoke, {method: 'POST', cookie: bea})).status).toBe(404);
  expect((await ask(revoke, {method: 'POST', cookie: phone})).status).toBe(204);

  for (const [cookie, status] of [
    [phone, 200],
    [laptop, 401],
  ] as const) {
    expect((await ask(`${STORE}/api/oms/user/orders`, {cookie})).status).toBe(status);
  }

  expect(await bodyOf(await ask(REFRESH, {cookie: laptop, json: {}}))).toMatchObject({
    status: 'InvalidToken',
  });
});

test('no route gives the public key away', async ({ask}) => {
  for (const path of ['/api/vtexid/pub/keys', '/api/vtexid/.well-known/jwks.json']) {
    const answer = await ask(`${STORE}${path}`);
    expect([answer.status, await answer.text()]).toEqual([
      501,
      expect.stringContaining(`has no GET ${path}`),
    ]);
  }
});

test('two simulations share no session', async ({ask, simulation}) => {
  const {createSimulation} = await import('../../../simulation/simulation.ts');
  const other = createSimulation();
  const {session, token} = await simulation.vtex.sessions.login('ada');
  other.vtex.sessions.revoke(session.sess);
  expect((await ask(`${STORE}/api/oms/user/orders`, {token})).status).toBe(200);
  expect((await answerOf(other, `${STORE}/api/oms/user/orders`, {token})).status).toBe(401);
});
