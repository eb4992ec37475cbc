import {expect, test} from '@playwright/test';
import {ask} from '../admin-deps.fixture.ts';
import {dataOf, shopWith} from '../model/shop-with.fixture.ts';

const ORDER = 'gid://shopify/Order/1001';

async function namesFor(query: string): Promise<readonly string[]> {
  const text = 'query ($query: String) { orders(first: 9, query: $query, sortKey: ID) { nodes { name } } }';
  const {orders} = (await dataOf(shopWith(), text, {query})) as {orders: {nodes: readonly {name: string}[]}};
  return orders.nodes.map(({name}) => name);
}

test('finds orders by name, status and customer', async () => {
  expect(await namesFor('')).toEqual(['#1001', '#1002', '#1003', '#1004']);
  expect(await namesFor('name:#1002')).toEqual(['#1002']);
  expect(await namesFor('customer_id:7001 AND discount_code:WELCOME10')).toEqual(['#1001']);
  expect(await namesFor('status:cancelled')).toEqual([]);
});

test('reads an order with customer, lines, sums and payments', async () => {
  const query = `{ order(id: "${ORDER}") {
    name displayFinancialStatus displayFulfillmentStatus closed cancelReason customer { displayName numberOfOrders }
    lineItems(first: 1) { nodes { quantity variant { id } originalUnitPriceSet { shopMoney { currencyCode } } } }
    totalPriceSet { shopMoney { amount } presentmentMoney { amount } }
    transactions { kind gateway status } fulfillments { trackingInfo { number } } shippingAddress { city countryCodeV2 }
  } }`;
  expect(await dataOf(shopWith(), query)).toMatchObject({
    order: {
      name: '#1001',
      displayFinancialStatus: 'PAID',
      displayFulfillmentStatus: 'PARTIALLY_FULFILLED',
      closed: false,
      cancelReason: null,
      customer: {displayName: 'Ada Lovelace', numberOfOrders: '3'},
      lineItems: {nodes: [{variant: {id: expect.stringContaining('ProductVariant')}}]},
      transactions: [
        {kind: 'SALE', gateway: 'gift_card', status: 'SUCCESS'},
        {kind: 'SALE', gateway: 'shopify_payments', status: 'SUCCESS'},
      ],
      shippingAddress: {city: 'New York', countryCodeV2: 'US'},
    },
  });
});

test('changes an order, and refuses an update with nothing in it', async () => {
  const shop = shopWith();
  const update = `mutation ($input: OrderInput!) { orderUpdate(input: $input) { order { note tags email } userErrors { field message } } }`;
  expect(await dataOf(shop, update, {input: {id: ORDER, note: 'Ring', tags: ['vip']}})).toMatchObject({
    orderUpdate: {order: {note: 'Ring', tags: ['vip'], email: 'ada@example.com'}, userErrors: []},
  });
  expect(await dataOf(shop, update, {input: {id: ORDER}})).toMatchObject({
    orderUpdate: {userErrors: [{field: null, message: 'No valid update parameters have been provided'}]},
  });
  expect(await dataOf(shop, update, {input: {id: 'gid://shopify/Order/1', note: 'X'}})).toEqual({
    orderUpdate: {order: null, userErrors: [{field: ['id'], message: 'Order does not exist'}]},
  });
});

test('cancels an order once, and closes it', async () => {
  const shop = shopWith();
  const cancel = `mutation { orderCancel(orderId: "${ORDER}", reason: OTHER, restock: false) {
    job { done } orderCancelUserErrors { field message code } userErrors { field message } } }`;

  expect(await dataOf(shop, cancel)).toEqual({
    orderCancel: {job: {done: false}, orderCancelUserErrors: [], userErrors: []},
  });
  expect(await dataOf(shop, `{ order(id: "${ORDER}") { closed cancelledAt cancelReason } }`)).toEqual({
    order: {closed: true, cancelledAt: '2026-08-20T12:00:00Z', cancelReason: 'OTHER'},
  });
  const error = {field: ['orderId'], message: 'Cannot cancel an order that has already been canceled'};
  expect(await dataOf(shop, cancel)).toEqual({
    orderCancel: {job: null, orderCancelUserErrors: [{...error, code: 'INVALID'}], userErrors: [error]},
  });
});

test('closes and opens an order, and adds and removes tags', async () => {
  const shop = shopWith();
  const run = (mutation: string): Promise<unknown> => dataOf(shop, `mutation { result: ${mutation} }`);
  const order = '{ order { closed } userErrors { message } }';
  const tags = '{ node { ... on Order { tags } } userErrors { field message } }';

  expect(await run(`orderClose(input: {id: "${ORDER}"}) ${order}`)).toMatchObject({
    result: {order: {closed: true}},
  });
  expect(await run(`orderOpen(input: {id: "${ORDER}"}) ${order}`)).toMatchObject({
    result: {order: {closed: false}},
  });
  expect(await run(`tagsAdd(id: "${ORDER}", tags: ["b", "a", "A"]) ${tags}`)).toMatchObject({
    result: {node: {tags: ['A', 'b']}, userErrors: []},
  });
  expect(await run(`tagsRemove(id: "${ORDER}", tags: ["B"]) ${tags}`)).toMatchObject({
    result: {node: {tags: ['A']}},
  });
});

test('an app that is not approved for customer data reads no orders', async () => {
  const message =
    'This app is not approved to access the Order object. See https://shopify.dev/docs/apps/launch/protected-customer-data for more details.';
  const shop = shopWith({protectedCustomerData: false});
  expect(await ask(shop, `{ order(id: "${ORDER}") { name } }`)).toMatchObject({
    data: {order: null},
    errors: [{message, extensions: {code: 'ACCESS_DENIED'}}],
  });

  const approved = shopWith({protectedCustomerData: ['name']});
  const query = '{ customer(id: "gid://shopify/Customer/7001") { firstName email } }';
  expect(await ask(approved, query)).toMatchObject({
    data: {customer: {firstName: 'Ada', email: null}},
    errors: [{path: ['customer', 'email'], extensions: {code: 'ACCESS_DENIED'}}],
  });
});
