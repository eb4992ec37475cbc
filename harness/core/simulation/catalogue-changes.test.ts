import {expect, test} from '@playwright/test';
import {getResponse} from 'msw';
import type {OrderLine} from '../../wire/order.ts';
import {PEOPLE} from '../world/people.ts';
import {ShopCustomers} from '../world/shop-customers.ts';
import {createWorld} from '../world/world.ts';
import {LiveWorld} from './live-world.ts';
import {createSimulationCore} from './simulation-core.ts';
import type {SimulationCore} from './simulation-core.ts';

const ENDPOINT = 'https://acme.myshopify.com/api/2026-04/graphql.json';
const VARIANT = 'gid://shopify/ProductVariant/30011';

test('metaobjects of the test replace those of the shop, and metafields refer to them', async () => {
  const simulation = createSimulationCore();
  const [product] = simulation.world.products;
  const points = {key: 'points', type: 'number_integer', value: '500'};
  const id = 'gid://shopify/Metaobject/1';

  simulation.update({
    metaobjects: [{id, type: 'tier', handle: 'gold', fields: [points]}],
    metafields: [
      {
        target: {type: 'product', id: product?.id ?? ''},
        metafield: {
          namespace: 'custom',
          key: 'tier',
          value: id,
          valueType: 'string',
          type: 'metaobject_reference',
        },
      },
    ],
  });

  const query = `{
    metaobject(handle: {type: "tier", handle: "gold"}) { field(key: "points") { value } }
    before: metaobjects(type: "care_guide", first: 9) { nodes { id } }
    product(id: "${product?.id}") { metafield(namespace: "custom", key: "tier") { reference { ... on Metaobject { id } } } }
  }`;
  expect(await ask(simulation, query)).toEqual({
    metaobject: {field: {value: '500'}},
    before: {nodes: []},
    product: {metafield: {reference: {id}}},
  });
});

test('what a test writes comes back as written, in every language', async () => {
  const simulation = createSimulationCore();
  const id = 'gid://shopify/Metaobject/1';
  const query = `query @inContext(language: FR) {
    metaobject(id: "${id}") { field(key: "title") { value } }
    own: metaobject(id: "gid://shopify/Metaobject/9501") { field(key: "title") { value } }
  }`;
  expect(await ask(simulation, query)).toEqual({metaobject: null, own: {field: {value: 'Laver à froid'}}});

  const title = {key: 'title', type: 'single_line_text_field', value: 'Sale'};
  const [line] = simulation.order.lines as [OrderLine];
  const merchandise = {...line.merchandise, id: 'gid://shopify/ProductVariant/1', title: 'Gift card'};
  simulation.update({
    locale: 'fr',
    metaobjects: [{id, type: 'banner', handle: 'sale', fields: [title]}],
    order: {lines: [{...line, merchandise}]},
  });
  expect(await ask(simulation, query)).toEqual({metaobject: {field: {value: 'Sale'}}, own: null});
  expect(simulation.order.lines[0]?.merchandise.title).toBe('Gift card');
  expect(simulation.pages.state().order.lines[0]?.merchandise.title).toBe('Gift card');
});

test('a variant that the test sells out is not for sale', async () => {
  const simulation = createSimulationCore();
  simulation.update({soldOut: [VARIANT]});

  const query = `{
    node(id: "${VARIANT}") { ... on ProductVariant { availableForSale quantityAvailable product { encodedVariantAvailability } } }
    other: node(id: "gid://shopify/ProductVariant/30062") { ... on ProductVariant { availableForSale } }
  }`;
  expect(await ask(simulation, query)).toEqual({
    node: {
      availableForSale: false,
      quantityAvailable: 0,
      product: {encodedVariantAvailability: 'v1_1'},
    },
    other: {availableForSale: true},
  });
});

test('an extension cannot add a variant that is sold out', () => {
  const live = createLive();
  live.update({soldOut: [VARIANT]});
  const before = live.checkout.lines;
  const mount = {apiVersion: '2026-04' as const, capabilities: [], declined: []};
  const add = (merchandiseId: string): object =>
    live.apply('applyCartLinesChange', {type: 'addCartLine', merchandiseId, quantity: 1}, mount);

  expect(add(VARIANT)).toEqual({type: 'error', message: expect.stringContaining('Black is sold out')});
  expect(live.checkout.lines).toEqual(before);
  expect(add('gid://shopify/ProductVariant/30062')).toEqual({type: 'success'});
});

test('pages do not receive the catalogue', () => {
  const live = createLive();
  live.update({metaobjects: [{id: 'gid://shopify/Metaobject/1', type: 'tier', handle: 'gold', fields: []}]});

  expect(JSON.stringify(live.state())).not.toContain('Metaobject/1');
  expect(Object.keys(live.state())).not.toContain('catalogue');
});

function createLive(): LiveWorld {
  return new LiveWorld({
    world: createWorld(),
    now: () => 0,
    customer: 'ada',
    customers: new ShopCustomers(Object.values(PEOPLE)),
    locale: 'en',
    lateOrder: {defer: () => false, close: () => {}},
  });
}

async function ask(simulation: SimulationCore, query: string): Promise<unknown> {
  const headers = {'x-shopify-storefront-access-token': simulation.world.app.publicStorefrontToken};
  const request = new Request(ENDPOINT, {method: 'POST', headers, body: JSON.stringify({query})});
  const response = await getResponse([...simulation.platforms.openHandlers], request);
  if (response === undefined) throw new Error('no handler answered');

  const {data, errors} = (await response.json()) as {data: unknown; errors?: unknown};
  expect(errors).toBeUndefined();
  return data;
}
