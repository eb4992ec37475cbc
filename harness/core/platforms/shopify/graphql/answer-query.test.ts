import {expect, test} from '@playwright/test';
import type {ExecutionResult} from 'graphql';
import {answerQuery} from './answer-query.ts';
import {queryDeps} from './query-deps.fixture.ts';
import type {QueryDeps} from './query-context.ts';

const ROOT = {
  shop: {__typename: 'Shop', id: 'gid://shopify/Shop/1', name: 'Acme'},
  node: {__typename: 'Product', id: 'gid://shopify/Product/1', title: 'Bag'},
  localization: {country: {isoCode: 'US'}},
};

test('a field of the world has its value, and another leaf a generated one that is reported', async () => {
  const deps = queryDeps();
  const query =
    '{ shop { name moneyFormat } node(id: "gid://shopify/Product/1") { ... on Product { id title t: totalInventory } } }';
  const {data, extensions} = await ask(query, deps);

  expect(data).toMatchObject({
    shop: {name: 'Acme', moneyFormat: expect.any(String)},
    node: {title: 'Bag', t: expect.any(Number)},
  });
  expect(extensions).toEqual({simhost: {generated: ['shop.moneyFormat', 'node.t']}});
  expect(deps.notices).toEqual([
    {
      code: 'graphql-value-generated',
      message:
        'A query of the Storefront API read generated values: Shop.moneyFormat, Product.totalInventory.',
      next: expect.stringContaining('host.resolve'),
    },
  ]);
});

test('a generated value is the same in every query, and another with another seed', async () => {
  const [first, second, other] = await Promise.all([
    ask('{ shop { moneyFormat } }'),
    ask('{ shop { id x: moneyFormat } }'),
    ask('{ shop { moneyFormat } }', queryDeps({seed: 2})),
  ]);

  expect(valueAt(second, 'shop', 'x')).toBe(valueAt(first, 'shop', 'moneyFormat'));
  expect(valueAt(other, 'shop', 'moneyFormat')).not.toBe(valueAt(first, 'shop', 'moneyFormat'));
});

test('generated values fit their types', async () => {
  const query = `{ node(id: "gid://shopify/Product/1") { ... on Product {
    createdAt isGiftCard onlineStoreUrl requiresSellingPlan
    priceRange { minVariantPrice { amount currencyCode } }
    compareAtPriceRange { maxVariantPrice { amount currencyCode } }
  } } }`;

  const {data, errors} = await ask(query, queryDeps({currency: 'JPY'}));
  expect(errors).toBeUndefined();
  expect(data?.['node']).toEqual({
    createdAt: expect.stringMatching(/^2025-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
    isGiftCard: false,
    requiresSellingPlan: false,
    onlineStoreUrl: expect.stringMatching(/^https:\/\//),
    priceRange: {minVariantPrice: {amount: expect.stringMatching(/^\d+\.0$/), currencyCode: 'JPY'}},
    compareAtPriceRange: {maxVariantPrice: {amount: expect.stringMatching(/^\d+\.0$/), currencyCode: 'JPY'}},
  });
});

test('an object that may be null is null, and lists and connections are empty', async () => {
  const query = `{
    menu(handle: "main") { title }
    metaobject(id: "gid://shopify/Metaobject/1") { id }
    articles(first: 3) { nodes { id } edges { cursor } pageInfo { hasNextPage } }
    publicApiVersions { handle }
  }`;

  expect(await ask(query)).toEqual({
    data: {
      menu: null,
      metaobject: null,
      articles: {nodes: [], edges: [], pageInfo: {hasNextPage: false}},
      publicApiVersions: [],
    },
  });
  expect(await ask('{ articles { nodes { id } } }')).toMatchObject({
    errors: [{message: 'you must provide one of first or last', extensions: {code: 'BAD_REQUEST'}}],
  });
});

test('a mutation that the world cannot carry out fails by name', async () => {
  const {data, errors} = await ask(
    'mutation { customerRecover(email: "a@b.example") { customerUserErrors { message } } }',
  );
  expect(data).toEqual({customerRecover: null});
  expect(errors).toMatchObject([
    {
      message: 'The simulated platform cannot carry out the mutation "customerRecover".',
      path: ['customerRecover'],
      extensions: {code: 'SIMHOST_NOT_SIMULATED'},
    },
  ]);
});

test('with the option null, only fields that may be null are', async () => {
  const {data, extensions} = await ask(
    '{ shop { description moneyFormat } }',
    queryDeps({generated: 'null'}),
  );
  expect(data).toEqual({shop: {description: null, moneyFormat: expect.any(String)}});
  expect(extensions).toEqual({simhost: {generated: ['shop.moneyFormat']}});
});

test('with the option error, the field is named', async () => {
  const {errors} = await ask('{ shop { moneyFormat } }', queryDeps({generated: 'error'}));
  expect(errors?.[0]?.message).toContain('The world has no value for Shop.moneyFormat.');
});

test('a resolver of a test comes before the world', async () => {
  const resolvers = new Map([
    [
      'Shop',
      {name: () => 'Mine', moneyFormat: ({id}: Readonly<Record<string, unknown>>) => `${String(id)}!`},
    ],
  ]);

  expect(await ask('{ shop { name moneyFormat } }', queryDeps({resolvers}))).toEqual({
    data: {shop: {name: 'Mine', moneyFormat: 'gid://shopify/Shop/1!'}},
  });
});

for (const version of ['2026-07', '2026-10', '2022-10', 'unstable', 'latest']) {
  test(`${version}, which no package publishes, is answered with the nearest, without a notice`, async () => {
    const deps = queryDeps();
    expect(await ask('{ shop { name } }', deps, version)).toEqual({data: {shop: {name: 'Acme'}}});
    expect(deps.notices).toEqual([]);
  });
}

test('a version that Shopify cannot have is answered with the nearest, and a notice names both', async () => {
  const deps = queryDeps();
  expect(await ask('{ shop { name } }', deps, '2026-05')).toEqual({data: {shop: {name: 'Acme'}}});
  expect(deps.notices).toMatchObject([
    {
      code: 'graphql-version-nearest',
      message: 'The Storefront API has no version "2026-05". simhost answers with 2026-04.',
    },
  ]);
});

test('a field of a later version does not exist in an earlier one', async () => {
  const query = '{ cart(id: "gid://shopify/Cart/1") { appliedGiftCards { id } } }';
  expect(await ask(query, queryDeps(), '2023-04')).toMatchObject({
    errors: [{message: "Field 'appliedGiftCards' doesn't exist on type 'Cart'"}],
  });
  expect(await ask(query)).toEqual({data: {cart: null}});
});

test('a query that cannot be read is an error without data', async () => {
  expect(await ask('{ shop {')).toMatchObject({
    errors: [{message: 'syntax error, unexpected end of file at [1, 9]'}],
  });
});

function ask(query: string, deps: QueryDeps = queryDeps(), version = '2026-04'): Promise<ExecutionResult> {
  return answerQuery({api: 'storefront', version, body: {query}, root: () => ROOT}, deps).then(
    (answer) => JSON.parse(JSON.stringify(answer)) as ExecutionResult,
  );
}

function valueAt({data}: ExecutionResult, object: string, field: string): unknown {
  return (data?.[object] as Record<string, unknown> | undefined)?.[field];
}

test('refuses a query that is nested too deeply', async () => {
  const {errors, data} = await ask(`{ shop ${'{ shop '.repeat(20_000)}${'}'.repeat(20_000)} }`);
  expect(data).toBeUndefined();
  expect(errors?.map(({message}) => message)).toEqual(['The query is nested too deeply']);
});

test('passes on another RangeError', async () => {
  const broken = (): never => {
    throw new RangeError('Invalid currency code : x');
  };
  const query = {api: 'storefront', version: '2026-04', body: {query: '{ shop { name } }'}} as const;
  await expect(answerQuery({...query, root: broken}, queryDeps())).rejects.toThrow('Invalid currency code');
});
