import {expect, test} from '@playwright/test';
import {getOperationAST, parse, validate} from 'graphql';
import {publishedSchema} from './published-schema.ts';
import {costOf, refuseCost} from './query-cost.ts';
import type {CostedOperation} from './query-cost.ts';

async function costed(query: string, variables: object = {}): Promise<CostedOperation> {
  const schema = await publishedSchema('storefront', '2026-04');
  const document = parse(query);
  expect(validate(schema, document)).toEqual([]);

  const operation = getOperationAST(document);
  if (operation == null) throw new Error('the query has no operation');
  return {schema, document, operation, variables: {...variables}};
}

for (const [query, cost] of [
  ['{ shop { name } }', 1],
  ['{ shop { name primaryDomain { host } } }', 2],
  ['{ products(first: 5) { nodes { id } } }', 7],
  ['{ products(first: 5) { edges { node { id } } pageInfo { hasNextPage } } }', 7],
  ['{ products(first: 5) { nodes { featuredImage { url } variants(first: 3) { nodes { id } } } } }', 37],
  [
    '{ node(id: "1") { id ... on Product { seo { title } priceRange { minVariantPrice { amount } } } ... on Shop { name } } }',
    4,
  ],
  ['{ shop { ...Named } } fragment Named on Shop { brand { slogan } }', 2],
  ['mutation { cartCreate { cart { id } userErrors { message } } }', 13],
] as const) {
  test(`counts ${cost} for ${query}`, async () => {
    expect(costOf(await costed(query))).toBe(cost);
  });
}

test('counts the nodes that a variable asks for', async () => {
  const query = 'query ($first: Int!) { products(first: $first) { nodes { id } } }';
  expect(costOf(await costed(query, {first: 250}))).toBe(252);
});

test('refuses an operation above the limit, with both figures', async () => {
  const query =
    '{ products(first: 250) { nodes { featuredImage { url } priceRange { minVariantPrice { amount } } } } }';
  const operation = await costed(query);

  expect(refuseCost(operation, 1000)?.toJSON()).toEqual({
    message: 'Complexity exceeded',
    extensions: {code: 'MAX_COMPLEXITY_EXCEEDED', cost: 1002, maxCost: 1000},
  });
  expect(refuseCost(operation, 1002)).toBeNull();
});
