import {chmod, mkdir, readFile, writeFile} from 'node:fs/promises';
import type {APIRequestContext} from '@playwright/test';
import {importJWK, jwtVerify} from 'jose';
import {VTEX_TEST_PUBLIC_KEY} from 'simhost';
import {expect, test} from 'simhost/playwright';
import {simhost} from './cli.fixture.ts';

const STORE = 'https://acme.myvtex.com';
const API = 'https://acme.vtexcommercestable.com.br';
const OTHER = 'https://globex.vtexcommercestable.com.br';
const DOCKS = '/api/logistics/pvt/configuration/docks';
const HEADER = 'VtexIdclientAutCookie';

test.use({backends: {[STORE]: {command: 'node fixtures/storefronts/orders/server.js'}}});

/** Statuses of GET requests that carry a token in the header. */
async function statuses(request: APIRequestContext, token: string, ...urls: string[]): Promise<number[]> {
  const answers = await Promise.all(
    urls.map((url) => request.get(url, {headers: {[HEADER]: token}, maxRedirects: 0})),
  );
  return answers.map((answer) => answer.status());
}

test('S1: a login generates a JWT and sets it as VtexIdclientAutCookie cookie', async ({
  storefront,
  page,
  simulation,
  context,
}) => {
  await storefront.open('/');
  await page.getByLabel('E-mail').fill('ada@example.com');
  await page.getByRole('button', {name: 'Send access key'}).click();
  await expect(page.getByLabel('Access key')).toBeVisible();
  await page.getByLabel('Access key').fill(simulation.vtex.accessKeyOf('ada@example.com'));
  await page.getByRole('button', {name: 'Sign in'}).click();
  await expect(page.getByRole('listitem')).toHaveCount(3);
  const cookies = (await context.cookies()).filter(({name}) => name.startsWith('VtexIdclientAutCookie'));
  expect(cookies.map(({name}) => name).toSorted()).toEqual(
    ['VtexIdclientAutCookie_acme', `VtexIdclientAutCookie_${storefront.account.id}`].toSorted(),
  );

  for (const {value} of cookies) {
    const {payload, protectedHeader} = await jwtVerify(value, await importJWK(VTEX_TEST_PUBLIC_KEY, 'ES256'));
    expect(protectedHeader).toMatchObject({alg: 'ES256', typ: 'jwt'});
    expect(payload).toMatchObject({sub: 'ada@example.com', account: 'acme', audience: 'webstore'});
  }

  expect(new Set(cookies.map(({value}) => value)).size).toBe(1);
  await storefront.signIn('grace');
  expect((await context.cookies()).map(({name}) => name)).toContain('VtexIdclientAutCookie');
});

test('S2: a token is valid for 24 hours after its creation', async ({storefront, request}) => {
  await storefront.clock.freeze('2026-11-20T12:00:00Z');
  const {token} = await storefront.signIn('ada');
  await storefront.clock.advance('23h59m59s');
  expect(await statuses(request, token, `${API}/api/oms/user/orders`)).toEqual([200]);
  await storefront.clock.advance('2s');
  expect(await statuses(request, token, `${API}/api/oms/user/orders`)).toEqual([401]);
  expect(storefront.requests.last(`${API}/api/oms/user/orders`)?.problem?.cause).toContain(
    'the token had expired 1 s before',
  );
});

test('S3: a token is sent as a header named VtexIdclientAutCookie', async ({storefront, request}) => {
  const {token} = await storefront.signIn('ada');
  const ask = async (headers: Record<string, string>): Promise<number> =>
    (await request.get(`${API}/api/oms/user/orders`, {headers})).status();

  expect(await ask({[HEADER]: token})).toBe(200);
  expect(await ask({vtexidclientautcookie: token})).toBe(200);
  expect(await ask({[`${HEADER}_acme`]: token})).toBe(200);
  expect(await ask({VtexIdclientAuthCookie: token})).toBe(401);
  expect(await ask({authorization: `Bearer ${token}`})).toBe(401);
  expect(await ask({})).toBe(401);
});

test('S4: a shopper sees active products, places orders and sees their own', async ({storefront, page}) => {
  await storefront.signIn('bea');
  await storefront.open('/');
  await expect(page.getByRole('listitem')).toHaveCount(1);

  const placed = await page.evaluate(async () => {
    const json = async (path: string, body?: object): Promise<Answer> => {
      const init =
        body === undefined
          ? {}
          : {method: 'POST', headers: {'content-type': 'application/json'}, body: JSON.stringify(body)};
      return (await fetch(path, init)).json() as Promise<Answer>;
    };

    type Answer = {orderFormId: string; loggedIn: boolean; orderGroup: string} & {
      items: {itemId: string}[];
    }[];

    const [product] = await json('/api/catalog_system/pub/products/search');
    const {orderFormId, loggedIn} = await json('/api/checkout/pub/orderForm');
    const path = `/api/checkout/pub/orderForm/${orderFormId}`;
    await json(`${path}/items`, {orderItems: [{id: product?.items[0]?.itemId, quantity: 2, seller: '1'}]});
    const {orderGroup} = await json(`${path}/transaction`, {referenceId: orderFormId});

    return {loggedIn, orderGroup};
  });

  expect(placed.loggedIn).toBe(true);
  await page.getByRole('button', {name: 'Reload'}).click();
  await expect(page.getByRole('listitem')).toHaveCount(2);
  await expect(page.getByRole('listitem').filter({hasText: placed.orderGroup})).toBeVisible();

  await storefront.signIn('ada');
  await page.reload();
  await expect(page.getByRole('listitem')).toHaveCount(3);
  await expect(page.getByRole('listitem').filter({hasText: placed.orderGroup})).toHaveCount(0);
});

test('S5: a shopper cannot open the Admin nor change logistics', async ({storefront, page, request}) => {
  const {token} = await storefront.signIn('ada');
  expect((await storefront.open('/admin'))?.status()).toBe(403);
  const refused = [DOCKS, '/api/oms/pvt/orders', '/api/license-manager/users/1/roles', '/admin'].map(
    (path) => `${STORE}${path}`,
  );

  expect(await statuses(request, token, ...refused)).toEqual([403, 403, 403, 403]);
  await page.goto(`${STORE}/`);
  const changed = await page.evaluate(
    async (path) => (await fetch(path, {method: 'POST', body: '{"id": "9", "name": "Mine"}'})).status,
    DOCKS,
  );

  expect(changed).toBe(403);
});

test('S6: an admin’s token opens what their License Manager roles open', async ({storefront, request}) => {
  const opened = async (who: string): Promise<number[]> =>
    statuses(request, (await storefront.signIn(who)).token, `${API}/api/oms/pvt/orders`, `${API}${DOCKS}`);
  expect(await opened('grace')).toEqual([200, 200]); // Owner (Admin Super)
  expect(await opened('mary')).toEqual([200, 403]); // OMS - Read only
  expect(await opened('joan')).toEqual([403, 403]); // Admin - Start page only
});

test('S7: one admin token works in every account where the admin has access', async ({
  storefront,
  request,
}) => {
  const {token} = await storefront.signIn('grace');
  expect(await statuses(request, token, `${API}/api/oms/pvt/orders`, `${OTHER}/api/oms/pvt/orders`)).toEqual([
    200, 200,
  ]);

  expect(
    await statuses(request, token, `https://portal.vtexcommercestable.com.br/api/oms/pvt/orders?an=globex`),
  ).toEqual([200]);

  const mary = await storefront.signIn('mary');
  expect(
    await statuses(request, mary.token, `${API}/api/oms/pvt/orders`, `${OTHER}/api/oms/pvt/orders`),
  ).toEqual([200, 403]);

  const validated = await request.post(`${OTHER}/api/vtexid/credential/validate?an=globex`, {data: {token}});
  expect(await validated.json()).toMatchObject({
    authStatus: 'Success',
    account: 'acme',
    user: 'grace@example.com',
    audience: 'admin',
  });
});

test('S8: vtex login and vtex local token print an admin’s token and copy it', async ({
  storefront,
  request,
}, info) => {
  const dir = info.outputPath('session');
  const tools = info.outputPath('tools');

  await mkdir(tools, {recursive: true});
  await writeFile(`${tools}/xclip`, `#!/bin/sh\n/bin/cat > '${info.outputPath('clipboard')}'\n`);
  await chmod(`${tools}/xclip`, 0o755);
  const login = await simhost(['vtex', 'login', 'acme', '--dir', dir, '--as', 'grace']);
  expect(login).toEqual({
    code: 0,
    stderr: '',
    stdout: 'Logged into acme as grace@example.com at workspace master\n',
  });

  const {stdout, stderr} = await simhost(['vtex', 'local', 'token', '--dir', dir], {
    DISPLAY: ':0',
    PATH: tools,
  });

  expect([stdout, stderr]).toEqual([expect.stringMatching(/^[\w-]+\.[\w-]+\.[\w-]+\n$/), '']);
  expect(await readFile(info.outputPath('clipboard'), 'utf8')).toBe(stdout.trim());
  expect(await statuses(request, stdout.trim(), `${API}/api/oms/pvt/orders`)).toEqual([200]);
  await expect(storefront.requests).toHaveRequest(`${API}/api/oms/pvt/orders`, {
    status: 200,
    token: {sub: 'grace@example.com'},
  });
});

test('S9: apptoken/login gives a token for an app key, dead after six hours', async ({
  storefront,
  simulation,
  request,
}) => {
  await storefront.clock.freeze('2026-11-20T12:00:00Z');
  const {key: appkey, token: apptoken} = simulation.world.vtex.appKeys['orders'] ?? {};
  const answer = await request.post(`${API}/api/vtexid/apptoken/login`, {data: {appkey, apptoken}});
  expect(answer.status()).toBe(200);
  const {authStatus, token, expires} = (await answer.json()) as {
    authStatus: string;
    token: string;
    expires: number;
  };

  expect([authStatus, expires]).toEqual(['Success', storefront.clock.now() / 1000 + 6 * 3600]);
  await storefront.clock.advance('5h59m59s');
  expect(await statuses(request, token, `${API}/api/oms/pvt/orders`)).toEqual([200]);
  await storefront.clock.advance('2s');
  expect(await statuses(request, token, `${API}/api/oms/pvt/orders`)).toEqual([401]);
  const wrong = await request.post(`${API}/api/vtexid/apptoken/login`, {data: {appkey, apptoken: 'wrong'}});
  expect(await wrong.json()).toMatchObject({token: null});
});

test('S10: an app key’s token is nobody’s: it has the permissions of the key, in the same header', async ({
  simulation,
  request,
}) => {
  const login = async (name: string): Promise<string> => {
    const {key: appkey, token: apptoken} = simulation.world.vtex.appKeys[name] ?? {};
    const answer = await request.post(`${API}/api/vtexid/apptoken/login`, {data: {appkey, apptoken}});
    return ((await answer.json()) as {token: string}).token;
  };

  const orders = await login('orders');
  const claims = simulation.inspect(new Headers({authorization: `Bearer ${orders}`}))?.claims;

  expect(claims).toMatchObject({sub: 'vtexappkey-acme-ORDERS', audience: 'admin'});
  expect(claims).not.toHaveProperty('sess');
  expect(await statuses(request, orders, `${API}/api/oms/pvt/orders`, `${API}${DOCKS}`)).toEqual([200, 403]);
  expect(
    await statuses(request, await login('logistics'), `${API}/api/oms/pvt/orders`, `${API}${DOCKS}`),
  ).toEqual([403, 200]);

  const own = await request.get(`${API}/api/oms/user/orders`, {headers: {[HEADER]: orders}});
  expect(own.status()).toBe(403); // there is no profile whose orders these could be
});
