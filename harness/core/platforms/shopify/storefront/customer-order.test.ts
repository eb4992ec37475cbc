import {expect, test} from '@playwright/test';
import {createWorld} from '../../../world/world.ts';
import {decimalOf} from '../graphql/scalars.ts';
import {storefrontAnswer, storefrontOf} from './storefront-answer.fixture.ts';
import type {StorefrontWorld} from './storefront-world.ts';

const world = createWorld();
const ADA = 'gid://shopify/Customer/7001';
const adasOrders = world.orders.filter(({customerId}) => customerId === ADA);
const [order] = adasOrders as [(typeof adasOrders)[number]];

async function signedIn(customerId: string): Promise<{storefront: StorefrontWorld; token: string}> {
  const storefront = storefrontOf(world);
  const {accessToken} = await storefront.accounts.tokens.issue(customerId);
  return {storefront, token: accessToken};
}

test('a customer reads their orders with the sums of the world', async () => {
  const {storefront, token} = await signedIn(ADA);
  const query = `{ customer(customerAccessToken: "${token}") {
    numberOfOrders
    orders(first: 9, sortKey: PROCESSED_AT, reverse: true) { nodes { name } }
    first: orders(first: 1, query: "name:#1001") { nodes {
      name orderNumber processedAt currencyCode financialStatus fulfillmentStatus email
      subtotalPrice { amount } totalShippingPrice { amount } totalTax { amount } totalPrice { amount currencyCode } totalRefunded { amount }
      shippingAddress { city countryCodeV2 } customAttributes { key value }
      discountApplications(first: 1) { nodes { ... on DiscountCodeApplication { code applicable } } }
      lineItems(first: 9) { nodes { title quantity variant { id } discountedTotalPrice { amount } } }
      successfulFulfillments { trackingInfo { number } fulfillmentLineItems(first: 9) { nodes { quantity } } }
    } }
  } }`;

  const [fulfillment] = order.fulfillments;
  const {cost, lines} = order;
  expect(await storefrontAnswer(query, storefront)).toEqual({
    data: {
      customer: {
        numberOfOrders: '3',
        orders: {nodes: [{name: '#1001'}, {name: '#1002'}, {name: '#1003'}]},
        first: {
          nodes: [
            {
              name: '#1001',
              orderNumber: 1001,
              processedAt: order.processedAt.replace('.000Z', 'Z'),
              currencyCode: 'USD',
              financialStatus: 'PAID',
              fulfillmentStatus: 'PARTIALLY_FULFILLED',
              email: 'ada@example.com',
              subtotalPrice: {amount: decimalOf(cost.subtotal.amount)},
              totalShippingPrice: {amount: decimalOf(cost.shipping.amount)},
              totalTax: {amount: decimalOf(cost.tax.amount)},
              totalPrice: {amount: decimalOf(cost.total.amount), currencyCode: 'USD'},
              totalRefunded: {amount: '0.0'},
              shippingAddress: {city: 'New York', countryCodeV2: 'US'},
              customAttributes: [{key: 'Gift message', value: 'With best wishes'}],
              discountApplications: {nodes: [{code: 'WELCOME10', applicable: true}]},
              lineItems: {
                nodes: lines.map(({merchandise, quantity, total}) => ({
                  title: merchandise.title,
                  quantity,
                  variant: {id: merchandise.id},
                  discountedTotalPrice: {amount: decimalOf(total.amount)},
                })),
              },
              successfulFulfillments: [
                {
                  trackingInfo: [{number: fulfillment?.trackingNumber}],
                  fulfillmentLineItems: {
                    nodes: lines.slice(0, 2).map(({quantity}) => ({quantity})),
                  },
                },
              ],
            },
          ],
        },
      },
    },
  });
});

test('an order whose return is closed was paid back in part', async () => {
  const {storefront, token} = await signedIn(ADA);
  const returned = adasOrders.find(({returns}) => returns.some(({status}) => status === 'closed'));
  const money = '{ amount }';
  const query = `{ customer(customerAccessToken: "${token}") { orders(first: 9, query: "name:${returned?.name}") { nodes {
    financialStatus totalPrice ${money} totalRefunded ${money} currentTotalPrice ${money}
    currentSubtotalPrice ${money} currentTotalShippingPrice ${money} currentTotalTax ${money}
    lineItems(first: 9) { nodes { quantity currentQuantity } }
  } } } }`;

  const {data} = (await storefrontAnswer(query, storefront)) as {
    data: {customer: {orders: {nodes: readonly Record<string, {amount: string}>[]}}};
  };
  const [answered = {}] = data.customer.orders.nodes;
  const cents = (field: string): number => Math.round(Number(answered[field]?.amount) * 100);

  expect(answered['financialStatus']).toBe('PARTIALLY_REFUNDED');
  expect(cents('totalRefunded')).toBeGreaterThan(0);
  expect(cents('currentTotalPrice')).toBe(cents('totalPrice') - cents('totalRefunded'));
  expect(cents('currentTotalPrice')).toBe(
    cents('currentSubtotalPrice') + cents('currentTotalShippingPrice') + cents('currentTotalTax'),
  );
  expect(answered['lineItems']).toMatchObject({
    nodes: [
      {quantity: returned?.lines[0]?.quantity, currentQuantity: 0},
      ...(returned?.lines.slice(1) ?? []).map(({quantity}) => ({quantity, currentQuantity: quantity})),
    ],
  });
});

test('nobody reads a customer or an order without the access token', async () => {
  const query = `{
    customer(customerAccessToken: "none") { id }
    nodes(ids: ["${ADA}", "${order.id}", "gid://shopify/MailingAddress/70011"]) { id }
  }`;

  expect(await storefrontAnswer(query)).toEqual({data: {customer: null, nodes: [null, null, null]}});
});

test('a buyer of a company has rules for quantities and lower prices for many', async () => {
  const {storefront, token} = await signedIn('gid://shopify/Customer/7002');
  const [product] = world.products as [(typeof world.products)[number]];
  const price = product.variants[0]?.price.amount ?? 0;
  const fields = `{ product(id: "${product.id}") { variants(first: 1) { nodes {
    quantityRule { minimum maximum increment } quantityPriceBreaks(first: 9) { nodes { minimumQuantity price { amount } } }
  } } } }`;

  const askAs = (buyer: string): Promise<unknown> =>
    storefrontAnswer(`query @inContext(buyer: {${buyer}}) ${fields}`, storefront);
  const answered = (variant: object): object => ({data: {product: {variants: {nodes: [variant]}}}});
  const anybody = answered({
    quantityRule: {minimum: 1, maximum: null, increment: 1},
    quantityPriceBreaks: {nodes: []},
  });

  const branch = 'companyLocationId: "gid://shopify/CompanyLocation/9102"';
  expect(await askAs(`customerAccessToken: "${token}", ${branch}`)).toEqual(
    answered({
      quantityRule: {minimum: 2, maximum: 100, increment: 2},
      quantityPriceBreaks: {
        nodes: [
          {minimumQuantity: 10, price: {amount: decimalOf(Math.round(price * 90) / 100)}},
          {minimumQuantity: 50, price: {amount: decimalOf(Math.round(price * 80) / 100)}},
        ],
      },
    }),
  );
  expect(await askAs(`customerAccessToken: "${token}"`)).toEqual(anybody);
  expect(await askAs(`customerAccessToken: "none", ${branch}`)).toEqual(anybody);
});
