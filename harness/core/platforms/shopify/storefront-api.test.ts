import {expect, test} from '@playwright/test';
import {getResponse} from 'msw';
import {STOREFRONT_SCOPES} from '../../world/api-scopes.ts';
import type {QueryDeps} from './graphql/query-context.ts';
import {queryDeps} from './graphql/query-deps.fixture.ts';
import {storefrontWorld} from './storefront/storefront-world.fixture.ts';
import {isStorefrontApi, storefrontApi} from './storefront-api.ts';

const storefront = storefrontWorld();
const ENDPOINT = 'https://acme.myshopify.com/api/2026-07/graphql.json';

const TOKENS = {publicStorefrontToken: 'open', privateStorefrontToken: 'closed'};

async function ask(
  body: unknown,
  {headers = {}, queries = queryDeps()}: {headers?: Record<string, string>; queries?: QueryDeps} = {},
): Promise<{status: number; body: unknown; origin: string | null}> {
  const request = new Request(ENDPOINT, {
    method: 'POST',
    headers,
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });

  const response = await getResponse(
    [
      ...storefrontApi(storefront.shop, {
        queries,
        storefrontTokens: {...TOKENS, scopes: [...STOREFRONT_SCOPES]},
        storefront: () => storefront,
        apiFault: async () => null,
      }),
    ],
    request,
  );
  if (response === undefined) throw new Error('no handler answered');

  return {
    status: response.status,
    body: await response.json(),
    origin: response.headers.get('access-control-allow-origin'),
  };
}

test('answers shop and localization of the world to any origin', async () => {
  const {body, origin} = await ask({
    query: '{ shop { id name primaryDomain { host } } localization { country { isoCode } } }',
  });
  const shop = {id: storefront.shop.id, name: 'Acme Outfitters', primaryDomain: {host: 'acme.myshopify.com'}};
  expect(body).toEqual({data: {shop, localization: {country: {isoCode: 'US'}}}});
  expect(origin).toBe('*');
});

test('pages products', async () => {
  const query =
    'query ($after: String) { products(first: 4, after: $after) { nodes { id } pageInfo { hasNextPage endCursor } } }';
  const ids = storefront.products.map(({id}) => ({id}));
  const first = await ask({query});

  expect(first.body).toEqual({
    data: {products: {nodes: ids.slice(0, 4), pageInfo: {hasNextPage: true, endCursor: ids[3]?.id}}},
  });

  const {body} = await ask({query, variables: {after: ids[3]?.id}});
  expect(body).toMatchObject({data: {products: {nodes: ids.slice(4), pageInfo: {hasNextPage: false}}}});
});

test('finds products and variants by id, and null for an unknown id', async () => {
  const [product] = storefront.products;
  const [variant] = product?.variants ?? [];
  const query = `query ($ids: [ID!]!) { nodes(ids: $ids) { id ... on ProductVariant { title price { amount } product { title } } } }`;
  const {body} = await ask({query, variables: {ids: [product?.id, variant?.id, 'gid://shopify/Product/1']}});
  const price = {amount: `${variant?.price.amount}.0`};

  expect(body).toEqual({
    data: {
      nodes: [
        {id: product?.id},
        {id: variant?.id, title: variant?.subtitle, price, product: {title: product?.title}},
        null,
      ],
    },
  });
});

test("answers an unknown field with a GraphQL error and Shopify's extensions", async () => {
  const {status, body} = await ask({query: '{ shop { nmae } }'});
  expect(status).toBe(200);
  expect(body).toEqual({
    errors: [
      {
        message: "Field 'nmae' doesn't exist on type 'Shop'",
        locations: [{line: 1, column: 10}],
        path: ['query', 'shop', 'nmae'],
        extensions: {code: 'undefinedField', typeName: 'Shop', fieldName: 'nmae', requestId: 'simhost'},
      },
    ],
  });
});

test('refuses products without a number, and a body without a query', async () => {
  expect((await ask({query: '{ products { nodes { id } } }'})).body).toMatchObject({
    errors: [{message: 'you must provide one of first or last'}],
  });
  expect((await ask('nothing')).status).toBe(400);
});

test('recognizes its own URL among others of the shop', () => {
  expect(isStorefrontApi(new URL(ENDPOINT))).toBe(true);
  expect(isStorefrontApi(new URL('https://acme.myshopify.com/apps/api/graphql.json'))).toBe(false);
});

const NEEDS_TOKEN = `{
  product(handle: "${storefront.products[0]?.handle}") { title metafield(namespace: "custom", key: "care") { value } }
  menu(handle: "main-menu") { title }
}`;

test('denies a request without a token what needs one, each field at its path', async () => {
  const {status, body} = await ask({query: NEEDS_TOKEN});

  expect(status).toBe(200);
  expect(body).toMatchObject({
    data: {product: {title: storefront.products[0]?.title, metafield: null}, menu: null},
    errors: [
      {
        message: 'Access denied for metafield field.',
        path: ['product', 'metafield'],
        extensions: {code: 'ACCESS_DENIED'},
      },
      {
        path: ['menu'],
        extensions: {code: 'ACCESS_DENIED', requiredAccess: '`unauthenticated_read_content` access scope.'},
      },
    ],
  });
});

for (const [header, token] of [
  ['X-Shopify-Storefront-Access-Token', 'open'],
  ['Shopify-Storefront-Private-Token', 'closed'],
] as const) {
  test(`${header} gives access to all fields, and another value is refused`, async () => {
    expect((await ask({query: NEEDS_TOKEN}, {headers: {[header]: token}})).body).not.toHaveProperty('errors');

    const refused = await ask({query: '{ shop { name } }'}, {headers: {[header]: 'wrong'}});
    expect(refused).toEqual({
      status: 401,
      body: {errors: [{message: '', extensions: {code: 'UNAUTHORIZED'}}]},
      origin: '*',
    });
  });
}

test('refuses a query that costs more than 1000 without a token, and answers it with one', async () => {
  const query = '{ products(first: 250) { nodes { variants(first: 5) { nodes { id } } } } }';
  const {body} = await ask({query});

  expect(body).toMatchObject({errors: [{extensions: {code: 'MAX_COMPLEXITY_EXCEEDED', maxCost: 1000}}]});
  const headers = {'X-Shopify-Storefront-Access-Token': 'open'};
  expect((await ask({query}, {headers})).body).toHaveProperty('data.products.nodes');
});

test('notices a private token that comes from a page', async () => {
  const queries = queryDeps();
  const headers = {'Shopify-Storefront-Private-Token': 'closed', origin: 'https://acme.example'};
  await ask({query: '{ shop { name } }'}, {headers, queries});

  expect(queries.notices.map(({code}) => code)).toContain('storefront-private-token-in-page');
});
