import {expect} from '@playwright/test';
import {ACME, bodyOf, test} from '../vtex.fixture.ts';
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
