import {expect, test} from '@playwright/test';
import {getResponse} from 'msw';
import type {Order} from '../../wire/order.ts';
import {createSimulationCore} from './simulation-core.ts';
import type {SimulationCore} from './simulation-core.ts';

const ENDPOINT = 'https://acme.myshopify.com/api/2026-04/graphql.json';

test('a query answers the lines that extensions see in their signals', async () => {
  const simulation = createSimulationCore();
  simulation.update({checkout: {discountCodes: ['WELCOME10'], note: 'Ring twice'}});
  const {checkout} = simulation;

  const {cart} = await ask(
    simulation,
    `{ cart(id: "gid://shopify/Cart/${checkout.token}") {
      note cost { totalAmount { amount currencyCode } }
      lines(first: 9) { nodes { id quantity cost { totalAmount { amount } } merchandise { ... on ProductVariant {
        id title sku price { amount } product { id title vendor productType } selectedOptions { name value }
      } } } }
    } }`,
  );

  expect(cart).toEqual({
    note: 'Ring twice',
    cost: {totalAmount: {amount: decimal(checkout.cost.total.amount), currencyCode: 'USD'}},
    lines: {
      nodes: checkout.lines.map(({id, quantity, total, merchandise}) => ({
        id,
        quantity,
        cost: {totalAmount: {amount: decimal(total.amount)}},
        merchandise: {
          id: merchandise.id,
          title: merchandise.subtitle,
          sku: merchandise.sku,
          price: {amount: decimal(merchandise.price.amount)},
          product: {...merchandise.product, title: merchandise.title},
          selectedOptions: merchandise.selectedOptions,
        },
      })),
    },
  });
});

test('a page in French shows the titles that a query in French answers, and other queries the primary ones', async () => {
  const simulation = createSimulationCore();
  const [before] = simulation.checkout.lines;
  simulation.update({locale: 'fr-CA'});

  const {checkout, order} = simulation.pages.state();
  expect(simulation.checkout).toEqual(checkout);
  expect(simulation.order).toEqual(order);

  const fields = `{
    localization { language { isoCode } }
    cart(id: "gid://shopify/Cart/${checkout.token}") { lines(first: 1) { nodes { merchandise { ... on ProductVariant {
      title product { title } selectedOptions { name value }
    } } } } }
  }`;
  const lineOf = (isoCode: string, line: typeof before): object => ({
    localization: {language: {isoCode}},
    cart: {
      lines: {
        nodes: [
          {
            merchandise: {
              title: line?.merchandise.subtitle,
              product: {title: line?.merchandise.title},
              selectedOptions: line?.merchandise.selectedOptions,
            },
          },
        ],
      },
    },
  });

  expect(checkout.lines[0]?.merchandise.subtitle).toMatch(/^(Noir|Naturel)$/);
  expect(await ask(simulation, `query @inContext(language: FR) ${fields}`)).toEqual(
    lineOf('FR', checkout.lines[0]),
  );
  expect(await ask(simulation, fields)).toEqual(lineOf('EN', before));
});

test('an order that the test changed is the order that its customer reads', async () => {
  const simulation = createSimulationCore();
  const {accessToken} = await simulation.accounts.tokens.issue('gid://shopify/Customer/7001');
  simulation.update({order: {email: 'other@example.com', fulfillments: []}});
  const {order} = simulation;

  const {customer} = await ask(
    simulation,
    `{ customer(customerAccessToken: "${accessToken}") { orders(first: 9) { nodes { name email fulfillmentStatus } } } }`,
  );
  const others = simulation.world.orders.filter(isOther(order)).map(({name}) => ({name}));

  expect(customer).toMatchObject({
    orders: {
      nodes: [{name: order.name, email: 'other@example.com', fulfillmentStatus: 'UNFULFILLED'}, ...others],
    },
  });
});

test('a cart has the company that its buyer buys for, if the query has the key', async () => {
  const simulation = createSimulationCore({customer: 'bea'});
  const {cartId} = simulation.checkout;
  const company =
    '{ buyerIdentity { purchasingCompany { company { id name externalId } location { id name } contact { id } } } }';
  const query = `{ whole: cart(id: "${cartId}") ${company} open: cart(id: "${cartId.split('?')[0]}") ${company} }`;

  expect(await ask(simulation, query)).toEqual({
    whole: {
      buyerIdentity: {
        purchasingCompany: {
          company: {id: 'gid://shopify/Company/9002', name: 'Analytical Engines', externalId: 'AE-9002'},
          location: {id: 'gid://shopify/CompanyLocation/9102', name: 'Boston Foundry'},
          contact: {id: 'gid://shopify/CompanyContact/9002'},
        },
      },
    },
    open: {buyerIdentity: {purchasingCompany: null}},
  });
});

test('the times of a cart are those of the clock', async () => {
  const simulation = createSimulationCore();
  simulation.clock.freeze('2026-03-01T12:00:00Z');
  simulation.update({checkout: {note: 'Ring twice'}});
  const query = `{ cart(id: "${simulation.checkout.cartId}") { createdAt updatedAt } }`;

  const {cart} = await ask(simulation, query);
  expect(cart).toMatchObject({updatedAt: '2026-03-01T12:00:00Z'});

  simulation.clock.advance('1h');
  simulation.update({checkout: {note: 'Ring once'}});
  expect(await ask(simulation, query)).toEqual({
    cart: {createdAt: (cart as {createdAt: string}).createdAt, updatedAt: '2026-03-01T13:00:00Z'},
  });
});

test('a metafield that the test sets is what a query reads', async () => {
  const simulation = createSimulationCore();
  const {id} = simulation.world.shop;
  const metafield = {
    namespace: 'custom',
    key: 'tier',
    value: 3,
    valueType: 'integer',
    type: 'number_integer',
  } as const;
  simulation.update({metafields: [{target: {type: 'shop', id}, metafield}]});

  const query = '{ shop { metafield(namespace: "custom", key: "tier") { value type } } }';
  expect(await ask(simulation, query)).toEqual({shop: {metafield: {value: '3', type: 'number_integer'}}});
});

test('the market of a query is that of the page', async () => {
  const simulation = createSimulationCore();
  simulation.update({localization: {market: {id: 'gid://shopify/Market/7', handle: 'europe'}}});

  const query = '{ localization { market { id handle } } }';
  expect(await ask(simulation, query)).toEqual({
    localization: {market: {id: 'gid://shopify/Market/7', handle: 'europe'}},
  });
});

test('variants are sorted by the key of the query', async () => {
  const query = '{ product(handle: "gift-card") { variants(first: 4, sortKey: TITLE) { nodes { title } } } }';
  const titles = ['$10.00', '$100.00', '$25.00', '$50.00'].map((title) => ({title}));
  expect(await ask(createSimulationCore(), query)).toEqual({product: {variants: {nodes: titles}}});
});

function isOther({id, customerId}: Order): (order: Order) => boolean {
  return (order) => order.id !== id && order.customerId === customerId;
}

async function ask(simulation: SimulationCore, query: string): Promise<Readonly<Record<string, unknown>>> {
  const headers = {'x-shopify-storefront-access-token': simulation.world.app.publicStorefrontToken};
  const request = new Request(ENDPOINT, {method: 'POST', headers, body: JSON.stringify({query})});
  const response = await getResponse([...simulation.platforms.openHandlers], request);
  if (response === undefined) throw new Error('no handler answered');

  const {data, errors} = (await response.json()) as {data: Record<string, unknown>; errors?: unknown};
  expect(errors).toBeUndefined();
  return data;
}

/** An amount as the platform writes it: at least one digit is after the point. */
function decimal(amount: number): string {
  return Number.isInteger(amount) ? `${amount}.0` : String(amount);
}

test('an order that is changed on a page in French keeps the texts of the shop', () => {
  const simulation = createSimulationCore();
  const [line] = simulation.order.lines;
  simulation.update({locale: 'fr'});
  expect(simulation.order.lines[0]?.merchandise.title).not.toBe(line?.merchandise.title);

  const [shown] = simulation.order.lines;
  const note = {key: 'note', value: 'Ring twice'};
  simulation.update({order: {lines: shown === undefined ? [] : [{...shown, attributes: [note]}]}});
  simulation.update({locale: 'en'});
  expect(simulation.order.lines).toEqual([{...line, attributes: [note]}]);
});
