import {expect} from '@playwright/test';
import {ACME, bodyOf, cookiesSetBy, test} from '../vtex.fixture.ts';
import type {Ask} from '../vtex.fixture.ts';

const FORM = `${ACME}/api/checkout/pub/orderForm`;

interface Product {
  items: {itemId: string}[];
}

/** Finds the numbers of two SKUs that are for sale. */
async function skusOf(ask: Ask): Promise<[string, string]> {
  const products = (await (await ask(`${ACME}/api/catalog_system/pub/products/search`)).json()) as Product[];
  const [one = '', other = ''] = products.map(({items}) => items[0]?.itemId ?? '');
  return [one, other];
}

/** Opens a new order form, and returns its URL. */
async function newForm(ask: Ask, token?: string): Promise<string> {
  const {orderFormId} = await bodyOf(await ask(FORM, {json: {}, ...(token === undefined ? {} : {token})}));
  return `${FORM}/${String(orderFormId)}`;
}

async function itemsOf(ask: Ask, form: string): Promise<string[]> {
  const {items} = (await bodyOf(await ask(form))) as {items: {id: string}[]};
  return items.map(({id}) => id);
}

function adding(id: string): {json: object} {
  return {json: {orderItems: [{id, quantity: 1, seller: '1'}]}};
}

test('keeps both of two items that are added at the same time', async ({ask}) => {
  const [skus, form] = [await skusOf(ask), await newForm(ask)];
  await Promise.all(skus.map((id) => ask(`${form}/items`, adding(id))));
  expect((await itemsOf(ask, form)).toSorted()).toEqual(skus.toSorted());
});

test('reading an order form keeps items that are added meanwhile', async ({ask}) => {
  const [[sku], form] = [await skusOf(ask), await newForm(ask)];
  await Promise.all([ask(form), ask(`${form}/items`, adding(sku)), ask(form)]);
  expect(await itemsOf(ask, form)).toEqual([sku]);
});

test('places an order form once, even if it is sent twice at the same time', async ({ask, simulation}) => {
  const token = await simulation.mint('vtex-shopper');
  const before = simulation.vtex.orders.of(simulation.vtex.world.account).length;
  const [[sku], form] = [await skusOf(ask), await newForm(ask, token)];
  await ask(`${form}/items`, {...adding(sku), token});
  const placed = await Promise.all([1, 2].map(() => ask(`${form}/transaction`, {json: {}, token})));
  expect(placed.map(({status}) => status)).toEqual(expect.arrayContaining([200, 404]));
  expect(simulation.vtex.orders.of(simulation.vtex.world.account)).toHaveLength(before + 1);
  expect((await ask(form)).status).toBe(404);
});

test('a change during a transaction does not restore the order form', async ({ask}) => {
  const [[sku, other], form] = [await skusOf(ask), await newForm(ask)];
  await ask(`${form}/items`, adding(sku));
  await ask(`${form}/attachments/clientProfileData`, {json: {email: 'guest@example.com'}});
  await Promise.all([ask(`${form}/items`, adding(other)), ask(`${form}/transaction`, {json: {}})]);
  expect((await ask(form)).status).toBe(404);
});

const PROFILE = {email: 'guest@example.com', firstName: 'Guest', lastName: 'Guestson'};
const MASKED_PROFILE = {email: 'gue**************', firstName: 'Gue**', lastName: 'Gue*****'};
const SHIPPING = {address: {receiverName: 'Guest', street: '1 High Street', country: 'USA'}};
const MASKED_SHIPPING = {address: {receiverName: 'Gue**', street: '1 H*** ******', country: 'USA'}};

/** Gives the personal data of a guest to an order form. Returns the cookies that the answer sets. */
async function giveGuestData(ask: Ask, form: string): Promise<string> {
  const answer = await ask(`${form}/attachments/clientProfileData`, {json: PROFILE});
  const cookie = cookiesSetBy(answer);
  await ask(`${form}/attachments/shippingData`, {json: SHIPPING, cookie});
  return cookie;
}

test('shows personal data to the holder of CheckoutOrderFormOwnership, and masks it for others', async ({
  ask,
}) => {
  const form = await newForm(ask);
  const cookie = await giveGuestData(ask, form);
  expect(cookie).toMatch(/^checkout\.vtex\.com=__ofid=[\da-f]+; CheckoutOrderFormOwnership=[\da-f]{32}$/);

  const own = await ask(form, {cookie});
  expect(cookiesSetBy(own)).toBe(cookie);
  expect(await bodyOf(own)).toMatchObject({
    clientProfileData: PROFILE,
    shippingData: SHIPPING,
    canEditData: true,
  });

  const masked = {clientProfileData: MASKED_PROFILE, shippingData: MASKED_SHIPPING, canEditData: false};
  const [idOnly = ''] = cookie.split('; ');
  for (const asked of [{}, {cookie: idOnly}, {cookie: `${idOnly}; CheckoutOrderFormOwnership=other`}]) {
    const answer = await ask(form, asked);
    expect(cookiesSetBy(answer)).toBe(idOnly);
    expect(await bodyOf(answer)).toMatchObject(masked);
  }
});

test('a stranger who changes an order form does not become its owner', async ({ask}) => {
  const form = await newForm(ask);
  const cookie = await giveGuestData(ask, form);
  const changed = await ask(`${form}/attachments/clientProfileData`, {json: {email: 'eve@example.com'}});

  expect(cookiesSetBy(changed)).not.toContain('Ownership');
  expect(await bodyOf(changed)).toMatchObject({shippingData: MASKED_SHIPPING});
  expect(await bodyOf(await ask(form, {cookie}))).toMatchObject({shippingData: SHIPPING});
});

test("shows a shopper's data by their token, and masks it once the token is gone", async ({
  ask,
  simulation,
}) => {
  const [ada, bea] = [
    await simulation.mint('vtex-shopper'),
    await simulation.mint('vtex-shopper', {customer: 'bea'}),
  ];

  const form = await newForm(ask, ada);
  await ask(`${form}/attachments/shippingData`, {json: SHIPPING, token: ada});
  expect(await bodyOf(await ask(form, {token: ada}))).toMatchObject({
    loggedIn: true,
    clientProfileData: {email: 'ada@example.com', firstName: 'Ada'},
    shippingData: SHIPPING,
  });

  expect(await bodyOf(await ask(form))).toMatchObject({
    loggedIn: false,
    clientProfileData: {email: 'ada************', firstName: 'Ada'},
    shippingData: MASKED_SHIPPING,
  });

  expect(await bodyOf(await ask(form, {token: bea}))).toMatchObject({
    clientProfileData: {email: 'bea@engines.example'},
    shippingData: null,
  });
});

test('a guest who signs in keeps the data that they gave, by the ownership cookie', async ({
  ask,
  simulation,
}) => {
  const token = await simulation.mint('vtex-shopper');
  const form = await newForm(ask);
  const cookie = await giveGuestData(ask, form);

  expect(await bodyOf(await ask(form, {cookie, token}))).toMatchObject({
    clientProfileData: {email: 'ada@example.com'},
    shippingData: SHIPPING,
  });
});

test('staff who manage carts read personal data, other staff do not', async ({ask, simulation}) => {
  const form = await newForm(ask);
  await giveGuestData(ask, form);
  const seen = async (admin: string): Promise<unknown> => {
    const token = await simulation.mint('vtex-admin', {admin});
    return (await bodyOf(await ask(form, {token})))['clientProfileData'];
  };

  expect(await seen('grace')).toEqual(PROFILE);
  expect(await seen('mary')).toEqual(MASKED_PROFILE);
});

for (const name of ['clientProfileData', 'shippingData', 'paymentData', 'marketingData', 'openTextField']) {
  test(`${name} of a signed-in shopper needs their token`, async ({ask, simulation}) => {
    const token = await simulation.mint('vtex-shopper');
    const form = await newForm(ask, token);
    const url = `${form}/attachments/${name}`;

    const refused = await ask(url, {json: PROFILE});
    expect([refused.status, (await bodyOf(refused))['error']]).toEqual([
      403,
      {code: 'CHK003', message: 'Access denied', exception: null},
    ]);

    expect((await ask(url, {json: PROFILE, token})).status).toBe(200);
    expect((await ask(url, {json: PROFILE, cookie: `VtexIdclientAutCookie_acme=${token}`})).status).toBe(200);
  });
}

test.describe('if order forms are open', () => {
  test.use({vtex: {assume: {orderFormData: 'open', orderFormAttachments: 'open'}}});

  test('everybody who has the id reads and changes them', async ({ask, simulation}) => {
    const form = await newForm(ask, await simulation.mint('vtex-shopper'));
    const changed = await ask(`${form}/attachments/shippingData`, {json: SHIPPING});

    expect(changed.status).toBe(200);
    expect(await bodyOf(await ask(form))).toMatchObject({
      clientProfileData: {email: 'ada@example.com'},
      shippingData: SHIPPING,
    });
  });
});
