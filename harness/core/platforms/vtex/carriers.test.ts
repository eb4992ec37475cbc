import {expect} from '@playwright/test';
import {setupServer} from 'msw/node';
import {createSimulationCore} from '../../simulation/simulation-core.ts';
import {problemIn} from '../problem.ts';
import {VTEX_TEST_PASSWORD} from './logins.ts';
import {ACME, GLOBEX, STORE, answerOf, bodyOf, test} from './vtex.fixture.ts';
import type {Asked} from './vtex.fixture.ts';

const ACME_ID = 'ac3e0000-0000-4000-8000-000000000001';
const ORDERS = '/api/oms/user/orders';
const PRIVATE = '/api/oms/pvt/orders';

test('S3: reads a token from the header VtexIdclientAutCookie, regardless of case', async ({
  ask,
  simulation,
}) => {
  const token = await simulation.mint('vtex-shopper');
  for (const name of [
    'VtexIdclientAutCookie',
    'vtexidclientautcookie',
    'VTEXIDCLIENTAUTCOOKIE',
    'VtexIdclientAutCookie_acme',
    `VtexIdclientAutCookie_${ACME_ID}`,
  ]) {
    expect((await ask(`${ACME}${ORDERS}`, {headers: {[name]: token}})).status, name).toBe(200);
  }

  for (const name of ['VtexIdclientAuthCookie', 'VtexIdclientAutCookie_globex', 'Authorization']) {
    expect((await ask(`${ACME}${ORDERS}`, {headers: {[name]: token}})).status, name).toBe(401);
  }
});

test("S3: reads cookies by their exact name: a shopper's ends in the account, an admin's does not", async ({
  ask,
  simulation,
}) => {
  const [shopper, admin] = [await simulation.mint('vtex-shopper'), await simulation.mint('vtex-admin')];
  for (const [path, cookie, status] of [
    [ORDERS, `VtexIdclientAutCookie_acme=${shopper}`, 200],
    [ORDERS, `VtexIdclientAutCookie_${ACME_ID}=${shopper}`, 200],
    [ORDERS, `vtexidclientautcookie_acme=${shopper}`, 401],
    [ORDERS, `VtexIdclientAutCookie_globex=${shopper}`, 401],
    [PRIVATE, `VtexIdclientAutCookie=${admin}`, 200],
    [PRIVATE, `VtexIdclientAutCookie=${admin}; VtexIdclientAutCookie_acme=${shopper}`, 200],
    [ORDERS, `VtexIdclientAutCookie=${admin}; VtexIdclientAutCookie_acme=${shopper}`, 200],
    [PRIVATE, `VtexIdclientAutCookie_acme=${shopper}`, 403],
    [PRIVATE, 'VtexIdclientAutCookie=; other=1', 401],
  ] as const) {
    expect((await ask(`${ACME}${path}`, {cookie})).status, cookie.replaceAll(/eyJ[^;]+/g, '…')).toBe(status);
  }
});

for (const [host, path] of [
  ['acme.vtexcommercestable.com.br', ''],
  ['acme.myvtex.com', ''],
  ['feature-1--acme.myvtex.com', ''],
  ['portal.vtexcommercestable.com.br', '?an=acme'],
  ['api.vtexcommercestable.com.br', '?an=acme'],
  ['vtexid.vtexcommercestable.com.br', '?an=acme'],
  ['vtexid.vtex.com.br', '?an=acme'],
  ['api.vtex.com', '?an=acme'],
  ['globex.myvtex.com', '?an=acme'],
] as const) {
  test(`${host}${path} serves the account, over http and https`, async ({ask, simulation}) => {
    expect(simulation.platforms.handlesHost(host)).toBe(true);
    const token = await simulation.mint('vtex-admin', {admin: 'mary'});
    for (const scheme of ['http', 'https'])
      expect((await ask(`${scheme}://${host}${PRIVATE}${path}`, {token})).status).toBe(200);
  });
}

test('explains that an address names no account, or an unknown one', async ({ask}) => {
  const missing = await ask(`https://api.vtexcommercestable.com.br${PRIVATE}`);
  expect([missing.status, await missing.text()]).toEqual([
    400,
    expect.stringContaining('?an=. Known: acme, globex.'),
  ]);

  const unknown = await ask(`https://acm.myvtex.com${PRIVATE}`);
  expect([unknown.status, await unknown.text()]).toEqual([
    404,
    expect.stringContaining('No VTEX account is called'),
  ]);

  expect((await ask(`${ACME}${PRIVATE}?an=toString`)).status).toBe(404);
});

for (const host of ['myvtex.com', 'acme.myvtex.com.evil.example', 'vtex.com', 'example.com']) {
  test(`does not answer for ${host}`, ({simulation}) =>
    expect(simulation.platforms.handlesHost(host)).toBe(false));
}

test.describe('with its own host', () => {
  test.use({vtex: {account: 'mystore', hosts: ['www.mystore.example']}});

  test("a store's host serves its account", async ({ask, simulation}) => {
    const {token, cookies} = await simulation.vtex.sessions.login('ada', {host: 'www.mystore.example'});
    expect(cookies.map(({name, domain}) => [name.replace(/_ac3e.*/, '_id'), domain])).toEqual([
      ['VtexIdclientAutCookie_mystore', 'www.mystore.example'],
      ['VtexIdclientAutCookie_id', 'www.mystore.example'],
      ['vid_rt', 'www.mystore.example'],
    ]);

    expect((await ask(`https://www.mystore.example${ORDERS}`, {token})).status).toBe(200);
    const headers = {origin: 'https://www.mystore.example'};
    const answer = await ask(`https://mystore.vtexcommercestable.com.br${ORDERS}`, {token, headers});

    expect(answer.headers.get('access-control-allow-origin')).toBe(headers.origin);
  });
});

test("only pages on the account's own hosts may read answers", async ({ask, simulation}) => {
  const token = await simulation.mint('vtex-shopper');
  const allowed = async (origin: string): Promise<unknown[]> => {
    const preflight = await ask(`${ACME}${ORDERS}`, {
      method: 'OPTIONS',
      headers: {
        origin,
        'access-control-request-method': 'GET',
        'access-control-request-headers': 'vtexidclientautcookie',
      },
    });

    const answer = await ask(`${ACME}${ORDERS}`, {token, headers: {origin}});
    return [preflight, answer].map(({headers}) => [
      headers.get('access-control-allow-origin'),
      headers.get('access-control-allow-credentials'),
    ]);
  };

  for (const origin of [STORE, 'https://dev--acme.myvtex.com'])
    expect(await allowed(origin)).toEqual([
      [origin, 'true'],
      [origin, 'true'],
    ]);

  for (const origin of [
    'https://globex.myvtex.com',
    'https://evil.example',
    'null',
    'http://localhost:3000',
  ]) {
    expect(await allowed(origin)).toEqual([
      [null, null],
      [null, null],
    ]);
  }
});

test("a preflight from the account's own pages allows the header of the token", async ({ask}) => {
  const headers = {
    origin: STORE,
    'access-control-request-method': 'POST',
    'access-control-request-headers': 'vtexidclientautcookie',
  };

  const answer = await ask(`${ACME}/api/checkout/pub/orderForm`, {method: 'OPTIONS', headers});
  expect([answer.status, answer.headers.get('access-control-allow-headers')]).toEqual([
    204,
    'vtexidclientautcookie',
  ]);
});

test.describe('if two tokens in one request are refused', () => {
  test.use({vtex: {assume: {duplicateCarriers: 'refuse'}}});

  test('refuses a header together with a cookie, and accepts either alone', async ({ask, simulation}) => {
    const token = await simulation.mint('vtex-shopper');
    const cookie = `VtexIdclientAutCookie_acme=${token}`;
    const statuses = async (asked: object): Promise<number[]> => [
      (await ask(`${ACME}${ORDERS}`, asked)).status,
      (await ask(`${ACME}/api/vtexid/credential/validate`, {...asked, json: {token}})).status,
    ];

    expect(await statuses({token})).toEqual([200, 200]);
    expect(await statuses({cookie})).toEqual([200, 200]);
    expect(await statuses({token, cookie})).toEqual([401, 401]);

    const refused = await ask(`${ACME}${ORDERS}`, {token, cookie});
    expect(problemIn(refused.headers)).toMatchObject({
      cause: 'the token was sent twice, in a header and in a cookie',
      turn: 'extension',
    });
  });

  test('a 401 to a token that came once is not explained by the carriers', async ({ask}) => {
    const {status, headers} = await ask(`${ACME}${ORDERS}`, {token: 'not-a-token'});
    expect([status, problemIn(headers)]).toEqual([401, null]);
  });

  test('signs in no shopper at open routes', async ({ask, simulation}) => {
    const token = await simulation.mint('vtex-shopper');
    const cookie = `VtexIdclientAutCookie_acme=${token}`;

    const answersTo = async (asked: Asked): Promise<unknown[]> => [
      (await ask(`${ACME}/api/vtexid/user/info?scope=acme`, asked)).status,
      await (await ask(`${ACME}/api/vtexid/pub/authenticated/user`, asked)).json(),
      (await bodyOf(await ask(`${ACME}/api/checkout/pub/orderForm`, asked)))['loggedIn'],
      (await bodyOf(await ask(`${ACME}/api/sessions?items=profile.isAuthenticated`, asked)))['namespaces'],
    ];

    const isAuthenticated = (value: string): object => ({profile: {isAuthenticated: {value}}});
    const signedIn = [200, expect.objectContaining({user: 'ada@example.com'}), true, isAuthenticated('true')];

    expect(await answersTo({token})).toEqual(signedIn);
    expect(await answersTo({cookie})).toEqual(signedIn);
    expect(await answersTo({token, cookie})).toEqual([401, null, false, isAuthenticated('false')]);
  });

  test('signs in no admin at open routes', async ({ask, simulation}) => {
    const token = await simulation.mint('vtex-admin');
    const cookie = `VtexIdclientAutCookie=${token}`;
    const statuses = async (asked: Asked): Promise<number[]> => [
      (await ask(`${STORE}/admin`, asked)).status,
      (await ask(`${ACME}/api/vtexid/pvt/user/id?usuario=ada@example.com`, asked)).status,
    ];

    expect(await statuses({token})).toEqual([200, 200]);
    expect(await statuses({token, cookie})).toEqual([302, 401]);
  });
});

test.describe('if two tokens in one request are accepted', () => {
  test.use({vtex: {assume: {duplicateCarriers: 'accept'}}});

  test('prefers the header to the cookie', async ({ask, simulation}) => {
    const [ada, bea] = [
      await simulation.mint('vtex-shopper'),
      await simulation.mint('vtex-shopper', {customer: 'bea'}),
    ];

    const {list} = await bodyOf(
      await ask(`${ACME}${ORDERS}`, {token: bea, cookie: `VtexIdclientAutCookie_acme=${ada}`}),
    );

    expect(list).toEqual([expect.objectContaining({clientName: 'Bea Byron'})]);
  });
});

test('a 401 elsewhere is not explained by a token that came twice', async ({ask}) => {
  const asked = {token: 'not-a-token', cookie: 'VtexIdclientAutCookie_acme=not-a-token'};
  const {status, headers} = await ask(`${ACME}${ORDERS}`, asked);
  expect([status, problemIn(headers)]).toEqual([401, null]);
});

test('credential/validate refuses two tokens in one request, and other routes take the header', async ({
  ask,
  simulation,
}) => {
  const token = await simulation.mint('vtex-shopper');
  const asked = {token, cookie: `VtexIdclientAutCookie_acme=${token}`};
  const validated = await ask(`${ACME}/api/vtexid/credential/validate`, {...asked, json: {token}});

  expect(validated.status).toBe(401);
  expect(problemIn(validated.headers)).toMatchObject({
    cause: 'the token was sent twice, in a header and in a cookie',
    turn: 'extension',
  });
  expect((await ask(`${ACME}${ORDERS}`, asked)).status).toBe(200);
});

test('a login in one request does not sign in the next, although MSW keeps cookies', async () => {
  const simulation = createSimulationCore();
  const server = setupServer(...simulation.platforms.openHandlers);

  server.listen({onUnhandledRequest: 'error'});
  try {
    const started = await fetch(`${STORE}/api/vtexid/pub/authentication/start?scope=acme`);
    const {authenticationToken} = (await started.json()) as {authenticationToken: string};
    const body = new URLSearchParams({
      login: 'ada@example.com',
      password: VTEX_TEST_PASSWORD,
      authenticationToken,
    });
    const signedIn = await fetch(`${STORE}/api/vtexid/pub/authentication/classic/validate`, {
      method: 'POST',
      body,
    });
    expect(signedIn.headers.getSetCookie()).toHaveLength(4);
    expect((await fetch(`${STORE}${ORDERS}`, {credentials: 'include'})).status).toBe(401);
    const [cookie = ''] = signedIn.headers.getSetCookie();
    expect((await fetch(`${STORE}${ORDERS}`, {headers: {cookie: cookie.split(';')[0] ?? ''}})).status).toBe(
      200,
    );
  } finally {
    server.close();
  }
});

test('two accounts have separate cookies, orders and docks', async ({ask, simulation}) => {
  const {cookies} = await simulation.vtex.sessions.login('ada', {account: 'globex'});
  const cookie = cookies.map(({name, value}) => `${name}=${value}`).join('; ');

  expect((await ask(`${GLOBEX}${ORDERS}`, {cookie})).status).toBe(200);
  expect((await ask(`${ACME}${ORDERS}`, {cookie})).status).toBe(401);
  const token = await simulation.mint('vtex-admin');
  const docks = '/api/logistics/pvt/configuration/docks';
  await ask(`${ACME}${docks}`, {token, json: {id: 'north', name: 'North'}});
  const namesAt = async (account: string): Promise<string[]> =>
    ((await (await ask(`${account}${docks}`, {token})).json()) as {name: string}[]).map(({name}) => name);
  expect(await namesAt(ACME)).toEqual(['Main dock', 'North']);
  expect(await namesAt(GLOBEX)).toEqual(['Main dock']);
});

test('two simulations share no state', async () => {
  const [one, other] = [createSimulationCore(), createSimulationCore()];
  const token = await one.mint('vtex-admin');
  const docks = `${ACME}/api/logistics/pvt/configuration/docks`;
  await answerOf(one, docks, {token, json: {id: 'north', name: 'North'}});
  expect(await (await answerOf(other, docks, {token})).json()).toHaveLength(1);
});
