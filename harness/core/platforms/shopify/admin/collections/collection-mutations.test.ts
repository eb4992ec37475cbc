import {expect, test} from '@playwright/test';
import {ask} from '../admin-deps.fixture.ts';
import {dataOf, shopWith} from '../model/shop-with.fixture.ts';

const FIELDS = '{ collection { id title handle productsCount { count } } userErrors { field message } }';

test('creates, changes and deletes a collection', async () => {
  const shop = shopWith();
  const create = `mutation { collectionCreate(input: {title: "New In", products: ["gid://shopify/Product/3001"]}) ${FIELDS} }`;
  const created = (await dataOf(shop, create)) as {collectionCreate: {collection: {id: string}}};
  const {id} = created.collectionCreate.collection;
  expect(created).toMatchObject({
    collectionCreate: {
      collection: {title: 'New In', handle: 'new-in', productsCount: {count: 1}},
      userErrors: [],
    },
  });

  const add = `mutation { collectionAddProducts(id: "${id}", productIds: ["gid://shopify/Product/3002"]) ${FIELDS} }`;
  expect(await dataOf(shop, add)).toMatchObject({
    collectionAddProducts: {collection: {productsCount: {count: 2}}, userErrors: []},
  });
  const remove = `mutation { collectionRemoveProducts(id: "${id}", productIds: ["gid://shopify/Product/3001"]) { job { done } userErrors { field } } }`;
  expect(await dataOf(shop, remove)).toEqual({
    collectionRemoveProducts: {job: {done: false}, userErrors: []},
  });
  expect(await dataOf(shop, `{ collection(id: "${id}") { products(first: 5) { nodes { id } } } }`)).toEqual({
    collection: {products: {nodes: [{id: 'gid://shopify/Product/3002'}]}},
  });

  const update = `mutation { collectionUpdate(input: {id: "${id}", title: "Newer"}) ${FIELDS} }`;
  expect(await dataOf(shop, update)).toMatchObject({
    collectionUpdate: {collection: {title: 'Newer', handle: 'new-in'}, userErrors: []},
  });
  const destroy = `mutation { collectionDelete(input: {id: "${id}"}) { deletedCollectionId userErrors { field message } } }`;
  expect(await dataOf(shop, destroy)).toEqual({collectionDelete: {deletedCollectionId: id, userErrors: []}});
  expect(await dataOf(shop, destroy)).toEqual({
    collectionDelete: {
      deletedCollectionId: null,
      userErrors: [{field: ['id'], message: 'Collection does not exist'}],
    },
  });
});

test('refuses an update without an id, and one of an unknown collection', async () => {
  const update = (id: string): string => `mutation { collectionUpdate(input: {${id} title: "X"}) ${FIELDS} }`;
  expect(await ask(shopWith(), update(''))).toMatchObject({
    errors: [{message: 'id must be specified on collectionUpdate', extensions: {code: 'BAD_REQUEST'}}],
  });
  expect(await dataOf(shopWith(), update('id: "gid://shopify/Collection/1",'))).toEqual({
    collectionUpdate: {collection: null, userErrors: [{field: null, message: 'Collection does not exist'}]},
  });
});
