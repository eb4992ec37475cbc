// The cases of VTEX, by name.
import type {APIRequestContext, Page} from '@playwright/test';
import {decodeProtectedHeader} from 'jose';
import {expect, test} from 'simhost/playwright';
import type {Requests} from 'simhost/playwright';

const STORE = 'https://acme.myvtex.com';
const ORDERS = `${STORE}/api/oms/user/orders`;
const ALL_ORDERS = 'https://acme.vtexcommercestable.com.br/api/oms/pvt/orders';
const VALIDATE = 'https://acme.vtexcommercestable.com.br/api/vtexid/credential/validate';
const BACKEND = 'https://orders.acme.example/api/orders';
const HEADER = 'VtexIdclientAutCookie';

test.use({
  backends: {
    [STORE]: {command: 'node fixtures/storefronts/orders/server.js'},
    'https://orders.acme.example': {command: 'node fixtures/backends/vtex-orders/server.js'},
  },
});

/** Returns the status that the store's page gets from the backend, which asks VTEX ID about the token. */
function askBackend(page: Page, token: string): Promise<number> {
  const ask = async ([url, name, value]: readonly [string, string, string]): Promise<number> =>
    (await fetch(url, {headers: {[name]: value}})).status;
  return page.evaluate(ask, [BACKEND, HEADER, token] as const);
}

async function statusFor(request: APIRequestContext, url: string, token: string): Promise<number> {
  return (await request.get(url, {headers: {[HEADER]: token}})).status();
}

const statusesOf = (requests: Requests, url: string): unknown[] =>
  requests.all.filter((sent) => sent.url === url).map((sent) => sent.status);

test('surf-vtex-es256-typ-lower: ES256, a kid and typ "jwt" are a good token', async ({storefront, page}) => {
  await storefront.arm('surf-vtex-es256-typ-lower');
  const {token} = await storefront.signIn('ada');
  expect(decodeProtectedHeader(token)).toEqual({alg: 'ES256', kid: expect.any(String), typ: 'jwt'});
  await storefront.open('/');
  await expect(page.getByRole('listitem')).toHaveCount(3);
  await expect(storefront.requests).toHaveRequest(ORDERS, {status: 200, case: 'surf-vtex-es256-typ-lower'});
  expect(await askBackend(page, token)).toBe(200);
});

test('surf-vtex-admin-vs-shopper: a shopper opens no route of admins', async ({simulation, request}) => {
  const token = await simulation.mint('vtex-shopper');
  expect(await statusFor(request, ALL_ORDERS, token)).toBe(403);
});

test('surf-vtex-admin-on-shopper: a user who is not a shopper has no orders', async ({storefront, page}) => {
  await storefront.arm('surf-vtex-admin-on-shopper', {times: 2});
  for (const [sub, status] of [
    ['vtexappkey-acme-ORDERS', 403],
    ['grace@example.com', 400], // VTEX asks her whose
  ] as const) {
    await storefront.signIn('ada');
    await storefront.open('/');
    await expect(page.getByRole('status')).toHaveText(`Something went wrong (${status})`);
    expect(storefront.requests.last(ORDERS)).toMatchObject({
      status,
      case: 'surf-vtex-admin-on-shopper',
      token: {sub, audience: 'admin'},
    });
  }
});

test('surf-vtex-cookie-name: cookie and header, with the account in the name and without, carry the token', async ({
  storefront,
  page,
  request,
}) => {
  const {token} = await storefront.signIn('ada');
  for (const name of [HEADER, `${HEADER}_acme`]) {
    expect((await request.get(ORDERS, {headers: {cookie: `${name}=${token}`}})).status()).toBe(200);
  }

  await storefront.open('/');
  await storefront.arm('surf-vtex-cookie-name', {times: 3});
  const asked = [await askBackend(page, token), await askBackend(page, token), await askBackend(page, token)];
  expect(asked).toEqual([200, 200, 200]);
  const sent = storefront.requests.all.filter(
    ({url, case: id}) => url === BACKEND && id === 'surf-vtex-cookie-name',
  );

  expect(sent).toHaveLength(3);
});

test('surf-vtex-shopper-other-account: the token of a shopper is worth nothing in another account', async ({
  storefront,
  page,
}) => {
  await storefront.arm('surf-vtex-shopper-other-account');
  const {token} = await storefront.signIn('ada');
  await storefront.open('/');
  await expect(page.getByRole('status')).toHaveText('Something went wrong (403)');
  await expect(storefront.requests).toHaveBeenRefused(ORDERS, {
    status: 403,
    case: 'surf-vtex-shopper-other-account',
  });

  expect(await askBackend(page, token)).toBe(403);
  const elsewhere = await storefront.signIn('ada', {account: 'globex'});
  expect(await askBackend(page, elsewhere.token)).toBe(403);
});

test('surf-vtex-admin-two-accounts: an admin’s token of one account works in another where they have the role', async ({
  storefront,
  page,
  simulation,
  request,
}) => {
  const token = await simulation.mint('vtex-admin', {admin: 'grace', account: 'globex'});
  expect(await statusFor(request, ALL_ORDERS, token)).toBe(200);
  await storefront.open('/');
  expect(await askBackend(page, token)).toBe(200);
  expect(storefront.requests.last(BACKEND)?.token).toMatchObject({
    account: 'globex',
    sub: 'grace@example.com',
  });
});

test.describe('with an admin of the other account', () => {
  test.use({vtex: {admins: {alan: {roles: {globex: ['OMS - Full access']}}}}});

  test('surf-vtex-admin-no-role: an admin without a role here is refused with 403', async ({
    storefront,
    page,
    simulation,
    request,
  }) => {
    const token = await simulation.mint('vtex-admin', {admin: 'alan', account: 'globex'});
    expect(await statusFor(request, ALL_ORDERS.replace('acme', 'globex'), token)).toBe(200);
    expect(await statusFor(request, ALL_ORDERS, token)).toBe(403);
    await storefront.open('/');
    expect(await askBackend(page, token)).toBe(403);
    const mary = await simulation.mint('vtex-admin', {admin: 'mary'});
    expect(await statusFor(request, ALL_ORDERS.replace('acme', 'globex'), mary)).toBe(403);
  });
});

test('surf-vtex-wrong-credentials: VTEX ID answers 401 and WrongCredentials, and the backend lets nobody in', async ({
  storefront,
  page,
  request,
}) => {
  await storefront.arm('surf-vtex-wrong-credentials', {times: 2});
  await storefront.open('/');
  // A page that is refused asks for a refresh, which a login meanwhile would let succeed.
  await expect(page.getByRole('status')).toHaveText('Sign in to see your orders');

  for (const spelling of ['stranger', 'expired']) {
    const {token} = await storefront.signIn('ada');
    const answer = await request.post(VALIDATE, {data: {token}});
    expect([answer.status(), await answer.json()]).toEqual([401, {authStatus: 'WrongCredentials'}]);
    expect(await askBackend(page, token), spelling).toBe(401);
  }

  await expect(storefront.requests).toHaveBeenRefused(BACKEND, {
    status: 401,
    case: 'surf-vtex-wrong-credentials',
  });
});

for (const id of ['surf-vtex-session-token', 'surf-vtex-audience-changed'] as const) {
  test(`${id}: what is no token of a shopper is refused`, async ({storefront, page}) => {
    await storefront.arm(id);
    const {token} = await storefront.signIn('ada');
    await storefront.open('/');
    expect(await askBackend(page, token)).toBe(401);
    await expect(storefront.requests).toHaveBeenRefused(BACKEND, {status: 401, case: id});
  });
}

for (const [id, status] of [
  ['surf-vtex-header-case', 200],
  ['surf-vtex-bearer', 401],
  ['surf-vtex-header-and-cookie', 200],
  ['surf-vtex-app-key-pair', 200],
] as const) {
  test(`${id}: this backend answers ${status}`, async ({storefront, page}) => {
    const {token} = await storefront.signIn('ada');
    await storefront.open('/');
    await storefront.arm(id);
    expect(await askBackend(page, token)).toBe(status);
    await expect(storefront.requests).toHaveRequest(BACKEND, {status, case: id});
  });
}

test('aud-wrong: a token for another audience, which VTEX calls audience, is refused', async ({
  storefront,
  page,
  simulation,
}) => {
  await storefront.arm('aud-wrong');
  const {token} = await storefront.signIn('ada');
  const claims = simulation.inspect(new Headers({[HEADER]: token}))?.claims;

  expect(claims).toMatchObject({audience: 'another-app'});
  expect(claims).not.toHaveProperty('aud');
  await storefront.open('/');
  expect(await askBackend(page, token)).toBe(401);
  await expect(storefront.requests).toHaveBeenRefused(BACKEND, {case: 'aud-wrong'});
});

test('exp-past-60: an old VTEX token has no claim that VTEX tokens do not have', async ({
  storefront,
  simulation,
}) => {
  const {token: good} = await storefront.signIn('ada');
  await storefront.arm('exp-past-60');
  const {token: old} = await storefront.signIn('ada');
  const claimsIn = (token: string): string[] =>
    Object.keys(simulation.inspect(new Headers({[HEADER]: token}))?.claims ?? {});
  expect(claimsIn(old)).toEqual(claimsIn(good));
});

test('life-vtex-24h: the last second of the day counts, and after it a refresh brings a new token', async ({
  storefront,
  page,
}) => {
  await storefront.clock.freeze('2026-11-20T12:00:00Z');
  await storefront.arm('life-vtex-24h');
  await storefront.signIn('ada');
  await storefront.open('/');
  await expect(page.getByRole('listitem')).toHaveCount(3);
  await expect(storefront.requests).toHaveRequest(ORDERS, {status: 200, case: 'life-vtex-24h'});
  await storefront.clock.advance('1s');
  await page.getByRole('button', {name: 'Reload'}).click();
  await expect.poll(() => statusesOf(storefront.requests, ORDERS)).toEqual([200, 401, 200]);
  expect(storefront.requests.last(ORDERS)?.case).toBeNull();
});

test('life-vtex-24h-over: a token of yesterday is refused, by the backend that asks too, and refreshed', async ({
  storefront,
  page,
}) => {
  await storefront.arm('life-vtex-24h-over');
  const {token} = await storefront.signIn('ada');
  await storefront.open('/');
  await expect(page.getByRole('listitem')).toHaveCount(3);
  expect(statusesOf(storefront.requests, ORDERS)).toEqual([401, 200]);
  await expect(storefront.requests).toHaveBeenRefused(ORDERS, {case: 'life-vtex-24h-over'});
  expect(await askBackend(page, token)).toBe(401);
});
