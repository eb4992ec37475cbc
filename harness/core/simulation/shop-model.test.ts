import {expect, test} from '@playwright/test';
import {ask} from '../platforms/shopify/admin/admin-deps.fixture.ts';
import {askAccount} from './account-api.fixture.ts';
import {createSimulationCore} from './simulation-core.ts';
import type {SimulationCore} from './simulation-core.ts';
import {askStorefront} from './storefront-query.fixture.ts';

const SCOPES = [
  'write_products',
  'write_publications',
  'write_orders',
  'write_customers',
  'write_discounts',
  'customer_read_customers',
  'unauthenticated_read_product_listings',
];

function simulationWithApp(): SimulationCore {
  return createSimulationCore({app: {scopes: SCOPES}});
}

async function change(simulation: SimulationCore, mutation: string): Promise<Record<string, unknown>> {
  const {data, errors} = (await ask(simulation.adminApi, `mutation { result: ${mutation} }`)) as {
    data: {result: Record<string, unknown>};
    errors?: unknown;
  };
  expect(errors).toBeUndefined();
  return data.result;
}

test('buyers see a product that an app creates once it is published', async () => {
  const simulation = simulationWithApp();
  const created = await change(
    simulation,
    'productCreate(product: {title: "Snowboard"}) { product { id variants(first: 1) { nodes { id } } } }',
  );
  const product = created['product'] as {id: string; variants: {nodes: readonly [{id: string}]}};
  const [{id: variantId}] = product.variants.nodes;
  await change(
    simulation,
    `productVariantsBulkUpdate(productId: "${product.id}", variants: [{id: "${variantId}", price: "100.00"}]) { userErrors { message } }`,
  );

  const query =
    '{ product(handle: "snowboard") { title featuredImage { url } variants(first: 1) { nodes { price { amount } availableForSale } } } }';
  const shown = async (): Promise<unknown> =>
    (await askStorefront<{product: unknown}>(simulation, query)).data.product;
  expect(await shown()).toBeNull();

  const input = '[{publicationId: "gid://shopify/Publication/6001"}]';
  await change(
    simulation,
    `publishablePublish(id: "${product.id}", input: ${input}) { userErrors { message } }`,
  );
  expect(await shown()).toEqual({
    title: 'Snowboard',
    featuredImage: null,
    variants: {nodes: [{price: {amount: '100.0'}, availableForSale: true}]},
  });

  simulation.update({checkout: {lines: [{merchandiseId: variantId, quantity: 2}]}});
  expect(simulation.checkout.cost.subtotal.amount).toBe(200);
});

test('a metafield of an app survives a sign-in, and customers read it', async () => {
  const simulation = simulationWithApp();
  const id = 'gid://shopify/Customer/7001';
  await change(
    simulation,
    `metafieldsSet(metafields: [{ownerId: "${id}", namespace: "custom", key: "points", type: "number_integer", value: "12"}]) { userErrors { message } }`,
  );
  const points = async (): Promise<unknown> =>
    (await askAccount(simulation, '{ customer { metafield(namespace: "custom", key: "points") { value } } }'))
      .data['customer'];

  expect(await points()).toEqual({metafield: {value: '12'}});
  simulation.signIn('bea');
  expect(await points()).toEqual({metafield: null});
  simulation.signIn('ada');
  expect(await points()).toEqual({metafield: {value: '12'}});
});

test('a metafield of a customer who is not signed in is there when they sign in', async () => {
  const simulation = simulationWithApp();
  const bea = simulation.world.people['bea']?.id;
  await change(
    simulation,
    `metafieldsSet(metafields: [{ownerId: "${bea}", namespace: "custom", key: "tier", type: "single_line_text_field", value: "gold"}]) { userErrors { message } }`,
  );

  simulation.signIn('bea');
  const {metafields} = simulation.pages.state();
  expect(metafields.find(({target}) => target.id === bea)?.metafield.value).toBe('gold');
});

test('an app sees what a test changes, and pages see what an app changes', async () => {
  const simulation = simulationWithApp();
  const {id} = simulation.order;
  simulation.update({order: {note: 'From the test'}});
  expect(await ask(simulation.adminApi, `{ order(id: "${id}") { note } }`)).toMatchObject({
    data: {order: {note: 'From the test'}},
  });

  await change(
    simulation,
    `orderUpdate(input: {id: "${id}", note: "From the app"}) { userErrors { message } }`,
  );
  expect(simulation.pages.state().order.note).toBe('From the app');
  await change(
    simulation,
    `customerUpdate(input: {id: "${simulation.customer?.id}", firstName: "Augusta"}) { userErrors { message } }`,
  );
  expect(simulation.pages.state().customer?.firstName).toBe('Augusta');
});

test('a checkout takes a code that an app creates, until it is deactivated', async () => {
  const simulation = simulationWithApp();
  const created = await change(
    simulation,
    'discountCodeBasicCreate(basicCodeDiscount: {title: "Half", code: "HALF", startsAt: "2020-01-01T00:00:00Z", customerGets: {value: {percentage: 0.5}, items: {all: true}}}) { codeDiscountNode { id } userErrors { message } }',
  );
  const {id} = created['codeDiscountNode'] as {id: string};
  const full = simulation.checkout.cost.subtotal.amount;

  simulation.update({checkout: {discountCodes: ['HALF']}});
  expect(simulation.checkout.cost.subtotal.amount).toBeLessThan(full);
  await change(simulation, `discountCodeDeactivate(id: "${id}") { userErrors { message } }`);
  simulation.update({checkout: {discountCodes: ['HALF']}});
  expect(simulation.checkout.cost.subtotal.amount).toBe(full);
});
