import {expect, test} from '@playwright/test';
import {ask} from '../admin-deps.fixture.ts';
import {dataOf, shopWith} from '../model/shop-with.fixture.ts';

const PRODUCT = 'gid://shopify/Product/3001';
const SET = `mutation ($metafields: [MetafieldsSetInput!]!) {
  metafieldsSet(metafields: $metafields) {
    metafields { namespace key type value jsonValue ownerType compareDigest owner { __typename } }
    userErrors { field message code elementIndex }
  }
}`;

const given = (change: object = {}): object => ({
  ownerId: PRODUCT,
  namespace: 'custom',
  key: 'size',
  type: 'number_integer',
  value: '5',
  ...change,
});

test('sets a metafield of a product, and changes it without its type', async () => {
  const shop = shopWith();
  expect(await dataOf(shop, SET, {metafields: [given()]})).toMatchObject({
    metafieldsSet: {
      metafields: [
        {
          namespace: 'custom',
          key: 'size',
          value: '5',
          jsonValue: 5,
          ownerType: 'PRODUCT',
          owner: {__typename: 'Product'},
        },
      ],
      userErrors: [],
    },
  });

  const {type: _, ...untyped} = given({value: '6'}) as {type: string};
  expect(await dataOf(shop, SET, {metafields: [untyped]})).toMatchObject({
    metafieldsSet: {metafields: [{type: 'number_integer', value: '6'}], userErrors: []},
  });
  expect(
    await dataOf(
      shop,
      `{ product(id: "${PRODUCT}") { metafield(namespace: "custom", key: "size") { value } } }`,
    ),
  ).toEqual({product: {metafield: {value: '6'}}});
});

test("keeps the app's own data with its installation, in the namespace of the app", async () => {
  const shop = shopWith({scopes: []});
  const {metafieldsSet} = (await dataOf(shop, SET, {
    metafields: [{ownerId: shop.installation.id, key: 'settings', type: 'json', value: '{"on":true}'}],
  })) as {metafieldsSet: {metafields: readonly [{namespace: string}]}};
  expect(metafieldsSet.metafields[0].namespace).toMatch(/^app--\d+$/);

  const query =
    '{ currentAppInstallation { metafield(namespace: "$app", key: "settings") { jsonValue ownerType } } }';
  expect(await dataOf(shop, query)).toEqual({
    currentAppInstallation: {metafield: {jsonValue: {on: true}, ownerType: 'API_PERMISSION'}},
  });
});

const REFUSED = [
  ['of an unknown owner', {ownerId: 'gid://shopify/Product/1'}, 'INVALID', 'ownerId'],
  ['with a short namespace', {namespace: 'ab'}, 'TOO_SHORT', 'namespace'],
  ['of another app', {namespace: 'app--1'}, 'APP_NOT_AUTHORIZED', 'namespace'],
  ['whose value is of another type', {value: 'five'}, 'INVALID_VALUE', 'value'],
  ['that has changed since', {compareDigest: 'other'}, 'STALE_OBJECT', 'compareDigest'],
] as const;

for (const [name, change, code, field] of REFUSED) {
  test(`refuses a metafield ${name}, and sets none`, async () => {
    const shop = shopWith();
    const before = shop.model.metafields;
    expect(await dataOf(shop, SET, {metafields: [given({key: 'other'}), given(change)]})).toMatchObject({
      metafieldsSet: {
        metafields: [],
        userErrors: [{code, elementIndex: 1, field: ['metafields', '1', field]}],
      },
    });
    expect(shop.model.metafields).toBe(before);
  });
}

test('needs the scope that writes the owner', async () => {
  expect(await ask(shopWith({scopes: ['read_products']}), SET, {metafields: [given()]})).toMatchObject({
    data: {metafieldsSet: null},
    errors: [
      {message: 'Access denied for metafieldsSet field. Required access: `write_products` access scope.'},
    ],
  });
});

test('deletes metafields, and answers null for one that is not there', async () => {
  const shop = shopWith();
  const remove = `mutation { metafieldsDelete(metafields: [
    {ownerId: "${PRODUCT}", namespace: "custom", key: "care"}, {ownerId: "${PRODUCT}", namespace: "custom", key: "none"}
  ]) { deletedMetafields { key } userErrors { message } } }`;

  expect(await dataOf(shop, remove)).toEqual({
    metafieldsDelete: {deletedMetafields: [{key: 'care'}, null], userErrors: []},
  });
  expect(
    await dataOf(
      shop,
      `{ product(id: "${PRODUCT}") { metafield(namespace: "custom", key: "care") { value } } }`,
    ),
  ).toEqual({
    product: {metafield: null},
  });
});
