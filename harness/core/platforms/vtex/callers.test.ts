import {expect} from '@playwright/test';
import {ACME, GLOBEX, STORE, bodyOf, test} from './vtex.fixture.ts';

const DOCKS = '/api/logistics/pvt/configuration/docks';
const ORDERS = '/api/oms/pvt/orders';
const GRACE_ROLES = '/api/license-manager/users/ad000000-0000-4000-8000-000000000001/roles';
const DOCK = {id: '2', name: 'North'};

async function emailsAt(response: Response): Promise<number> {
  return ((await bodyOf(response))['list'] as unknown[]).length;
}

test('S4: a shopper sees active products and own orders, and places an order that only they see', async ({
  ask,
  simulation,
}) => {
  const [ada, bea] = [
    await simulation.mint('vtex-shopper', {customer: 'ada'}),
    await simulation.mint('vtex-shopper', {customer: 'bea'}),
  ];

  const products = (await (await ask(`${ACME}/api/catalog_system/pub/products/search?_to=49`)).json()) as {
    items: {itemId: string}[];
  }[];

  const delivered = simulation.world.products.filter(({isGiftCard}) => !isGiftCard);
  expect(products).toHaveLength(delivered.length - 1);
  const listOf = async (token: string): Promise<string[]> => {
    const {list} = (await bodyOf(await ask(`${ACME}/api/oms/user/orders`, {token}))) as {
      list: {orderId: string}[];
    };
    return list.map(({orderId}) => orderId);
  };

  const before = {ada: await listOf(ada), bea: await listOf(bea)};

  expect(before.ada).toHaveLength(3);
  expect(before.bea).toHaveLength(1);
  expect(before.ada).not.toContain(before.bea[0]);

  const form = await bodyOf(await ask(`${ACME}/api/checkout/pub/orderForm`, {token: ada, json: {}}));
  expect(form).toMatchObject({
    loggedIn: true,
    clientProfileData: {email: 'ada@example.com', firstName: 'Ada'},
  });

  const path = `${ACME}/api/checkout/pub/orderForm/${String(form['orderFormId'])}`;
  const orderItems = [{id: products[0]?.items[0]?.itemId, quantity: 2, seller: '1'}];
  const {value} = await bodyOf(await ask(`${path}/items`, {token: ada, json: {orderItems}}));
  const placed = await bodyOf(
    await ask(`${path}/transaction`, {token: ada, json: {referenceId: form['orderFormId'], value}}),
  );

  const orderId = `${String(placed['orderGroup'])}-01`;

  expect(await listOf(ada)).toEqual([orderId, ...before.ada]);
  expect(await listOf(bea)).toEqual(before.bea);
  expect((await ask(`${ACME}/api/oms/user/orders/${orderId}`, {token: bea})).status).toBe(404);
  expect(await bodyOf(await ask(`${ACME}/api/oms/user/orders/${orderId}`, {token: ada}))).toMatchObject({
    value,
    status: 'payment-pending',
  });

  await ask(`${ACME}/api/checkout/pub/gatewayCallback/${String(placed['orderGroup'])}`, {json: {}});
  expect(await bodyOf(await ask(`${ACME}/api/oms/user/orders/${orderId}`, {token: ada}))).toMatchObject({
    status: 'ready-for-handling',
  });
});

for (const [what, url, asked] of [
  ['private orders', `${ACME}${ORDERS}`, {}],
  ['one private order', `${ACME}${ORDERS}/1172452901001-01`, {}],
  ['handling of orders', `${ACME}${ORDERS}/1172452901001-01/start-handling`, {method: 'POST'}],
  ['logistics settings', `${ACME}${DOCKS}`, {}],
  ['changes of logistics settings', `${ACME}${DOCKS}`, {json: DOCK}],
  ['License Manager', `${ACME}${GRACE_ROLES}`, {}],
  ['admin pages', `${STORE}/admin`, {}],
  ['deeper admin pages', `${STORE}/admin/orders`, {}],
] as const) {
  test(`S5: a shopper gets 403 at ${what}, by header and by cookie`, async ({ask, simulation}) => {
    const {token, cookies} = await simulation.vtex.sessions.login('ada');
    expect((await ask(url, {...asked, token})).status).toBe(403);
    const cookie = cookies.map(({name, value}) => `${name}=${value}`).join('; ');
    expect((await ask(url, {...asked, cookie})).status).toBe(403);
  });
}

test('S5: a shopper cannot list the orders of another shopper by any query', async ({ask, simulation}) => {
  const token = await simulation.mint('vtex-shopper', {customer: 'bea'});
  const all = await bodyOf(
    await ask(`${ACME}/api/oms/user/orders?clientEmail=ada@example.com&per_page=100&q=ada`, {token}),
  );
  expect(all['list']).toEqual([expect.objectContaining({clientName: 'Bea Byron'})]);
});

test("S6: an admin's roles in License Manager decide what they may do", async ({ask, simulation}) => {
  const statuses = async (admin: string): Promise<number[]> => {
    const token = await simulation.mint('vtex-admin', {admin});
    const answers = [
      ask(`${ACME}${ORDERS}`, {token}),
      ask(`${ACME}${DOCKS}`, {token}),
      ask(`${ACME}${DOCKS}`, {token, json: DOCK}),
    ];

    return (
      await Promise.all([...answers, ask(`${ACME}${GRACE_ROLES}`, {token}), ask(`${STORE}/admin`, {token})])
    ).map(({status}) => status);
  };

  expect(await statuses('grace')).toEqual([200, 200, 200, 200, 200]);
  expect(await statuses('mary')).toEqual([200, 403, 403, 403, 403]);
  expect(await statuses('joan')).toEqual([403, 403, 403, 403, 200]);
});

test.describe('with a custom role', () => {
  test.use({vtex: {roles: {Packers: ['Logistics viewer']}, admins: {zoe: {roles: {acme: ['Packers']}}}}});

  test('S6: a custom role grants only its own resources', async ({ask, simulation}) => {
    const token = await simulation.mint('vtex-admin', {admin: 'zoe'});
    expect((await ask(`${ACME}${DOCKS}`, {token})).status).toBe(200);
    expect((await ask(`${ACME}${DOCKS}`, {token, json: DOCK})).status).toBe(403);
    expect((await ask(`${ACME}${ORDERS}`, {token})).status).toBe(403);
  });
});

test('S7: an admin token reads private orders in each account that gives the admin a role, and gets 403 elsewhere', async ({
  ask,
  simulation,
}) => {
  const grace = await simulation.mint('vtex-admin', {admin: 'grace'});
  expect(await emailsAt(await ask(`${ACME}${ORDERS}`, {token: grace}))).toBe(4);
  expect(await emailsAt(await ask(`${GLOBEX}${ORDERS}`, {token: grace}))).toBe(2);
  // The owner of one account, who is only in charge of orders in the other.
  expect((await ask(`${ACME}${GRACE_ROLES}`, {token: grace})).status).toBe(200);
  expect((await ask(`${GLOBEX}${GRACE_ROLES}`, {token: grace})).status).toBe(403);
  const mary = await simulation.mint('vtex-admin', {admin: 'mary'});
  expect((await ask(`${ACME}${ORDERS}`, {token: mary})).status).toBe(200);
  expect((await ask(`${GLOBEX}${ORDERS}`, {token: mary})).status).toBe(403);
  // Validation answers the account that issued the token.
  const validated = await ask(`${GLOBEX}/api/vtexid/credential/validate?an=globex`, {json: {token: grace}});

  expect(await bodyOf(validated)).toMatchObject({
    authStatus: 'Success',
    account: 'acme',
    audience: 'admin',
    tokenType: 'user',
  });
});

test('S7: a token from the second account works in the first', async ({ask, simulation}) => {
  const token = await simulation.mint('vtex-admin', {account: 'globex'});
  expect((await ask(`${ACME}${ORDERS}`, {token})).status).toBe(200);
});

test('S10: an app-key token has the permissions of the key and no profile', async ({ask, simulation}) => {
  const [orders, logistics] = [
    await simulation.mint('vtex-appkey'),
    await simulation.mint('vtex-appkey', {appKey: 'logistics'}),
  ];

  expect((await ask(`${ACME}${ORDERS}`, {token: orders})).status).toBe(200);
  expect((await ask(`${ACME}${DOCKS}`, {token: orders})).status).toBe(403);
  expect((await ask(`${ACME}${ORDERS}`, {token: logistics})).status).toBe(403);
  expect((await ask(`${ACME}${DOCKS}`, {token: logistics, json: DOCK})).status).toBe(200);
  // An app key has no orders.
  expect((await ask(`${ACME}/api/oms/user/orders`, {token: orders})).status).toBe(403);
  expect((await ask(`${GLOBEX}${ORDERS}`, {token: orders})).status).toBe(403);
});

test('S10: a pair of app key and app token works without a login, and a wrong pair does not', async ({
  ask,
  simulation,
}) => {
  const {key, token} = simulation.vtex.world.appKeys['orders'] ?? {key: '', token: ''};
  const pair = (apptoken: string): Record<string, string> => ({
    'X-VTEX-API-AppKey': key,
    'X-VTEX-API-AppToken': apptoken,
  });

  expect((await ask(`${ACME}${ORDERS}`, {headers: pair(token)})).status).toBe(200);
  expect((await ask(`${ACME}${ORDERS}`, {headers: pair('guessed')})).status).toBe(401);
  const io = 'https://app.io.vtex.com/acme.loyalty/v1/acme/master/_v/private/points';
  expect((await ask(io, {headers: pair(token)})).status).toBe(401);
  expect((await ask(io, {token: await simulation.mint('vtex-appkey')})).status).toBe(404);
});

test('an operator names the shopper whose orders they read', async ({ask, simulation}) => {
  const token = await simulation.mint('vtex-admin');
  expect((await ask(`${ACME}/api/oms/user/orders`, {token})).status).toBe(400);
  expect(
    await emailsAt(await ask(`${ACME}/api/oms/user/orders?clientEmail=bea@engines.example`, {token})),
  ).toBe(1);
});

test("a shopper's token is accepted only in their own account", async ({ask, simulation}) => {
  const token = await simulation.mint('vtex-shopper');
  expect((await ask(`${GLOBEX}/api/oms/user/orders`, {token})).status).toBe(403);
  expect(await bodyOf(await ask(`${GLOBEX}/api/checkout/pub/orderForm`, {token}))).toMatchObject({
    loggedIn: false,
  });
});

test('refusals have the documented body', async ({ask, simulation}) => {
  const token = await simulation.mint('vtex-shopper');
  const refusals = async (url: string): Promise<unknown[]> => [
    await bodyOf(await ask(url)),
    await bodyOf(await ask(url, {token})),
  ];

  expect(await refusals(`${ACME}${ORDERS}`)).toEqual([
    {error: {code: '1', message: 'Unauthorized access', exception: null}},
    {error: {code: '1', message: 'Access denied', exception: null}},
  ]);

  expect(await refusals(`${ACME}${GRACE_ROLES}`)).toEqual([
    {error: 'UNAUTHORIZED', description: 'Authentication required'},
    {error: 'FORBIDDEN_OPERATION', description: 'Operation not allowed'},
  ]);
});

test('expired, forged, revoked and missing tokens get the same 401', async ({ask, simulation}) => {
  const none = await (await ask(`${ACME}${ORDERS}`)).text();
  const good = await simulation.mint('vtex-admin');
  const stale = await simulation.mint('vtex-admin', {case: 'exp-past-60'});
  const forged = `${good.slice(0, -8)}AAAAAAAA`;
  const {token: revoked, session} = await simulation.vtex.sessions.login('grace');
  simulation.vtex.sessions.revoke(session.sess);
  const foreign = await simulation.mint('vtex-admin', {case: 'key-wrong'});
  for (const token of [stale, forged, foreign, revoked, 'no-token', 'a.b.c']) {
    const answer = await ask(`${ACME}${ORDERS}`, {token});
    expect(answer.status).toBe(401);
    expect(await answer.text()).toBe(none);
  }
});

test('License Manager answers what a user may do', async ({ask, simulation}) => {
  const token = await simulation.mint('vtex-admin');
  expect(await (await ask(`${ACME}${GRACE_ROLES}`, {token})).json()).toEqual([
    {id: expect.any(Number), name: 'Owner (Admin Super)'},
  ]);

  const granted = (login: string, resource: string): Promise<Response> =>
    ask(
      `${ACME}/api/license-manager/pvt/accounts/acme/products/OMS/logins/${login}/resources/${resource}/granted`,
      {token},
    );

  expect(await (await granted('mary@example.com', 'View%20order')).json()).toBe(true);
  expect(await (await granted('mary@example.com', 'Logistics%20viewer')).json()).toBe(false);
  const mary = await simulation.mint('vtex-admin', {admin: 'mary'});
  expect((await ask(`${ACME}/api/license-manager/resources/View%20order/access`, {token: mary})).status).toBe(
    200,
  );

  expect(
    (await ask(`${ACME}/api/license-manager/resources/Cancel%20order/access`, {token: mary})).status,
  ).toBe(403);
});

test('an admin page without a login redirects to the login', async ({ask}) => {
  const answer = await ask(`${STORE}/admin/orders?page=2`);
  expect([answer.status, answer.headers.get('location')]).toEqual([
    302,
    '/_v/segment/admin-login/v1/login?returnUrl=%2Fadmin%2Forders%3Fpage%3D2',
  ]);
});

test('starts the handling of a paid order, for those who may change it', async ({ask, simulation}) => {
  const [grace, mary] = [
    await simulation.mint('vtex-admin'),
    await simulation.mint('vtex-admin', {admin: 'mary'}),
  ];

  const path = `${ACME}${ORDERS}/1172452901001-01/start-handling`;

  expect((await ask(path, {method: 'POST', token: mary})).status).toBe(403);
  expect((await ask(path, {method: 'POST'})).status).toBe(401);
  expect((await ask(path, {method: 'POST', token: grace})).status).toBe(204);
  expect(
    (await ask(`${ACME}${ORDERS}/1172452901002-01/start-handling`, {method: 'POST', token: grace})).status,
  ).toBe(409);
});
