import {expect, test} from '@playwright/test';
import {detailsOf} from '../world/product-defaults.ts';
import type {ProductDetails} from '../world/product-details.ts';
import {shopModel} from '../platforms/shopify/admin/model/shop-model.fixture.ts';
import type {ShopModel} from '../platforms/shopify/admin/model/shop-model.ts';
import {createWorld} from '../world/world.ts';
import {pickableResources} from './admin-resources.ts';
import type {ShownResources} from './admin-resources.ts';

/** A shop in which 3001 is a draft, 3002 is archived, and no sales channel has 3003. */
function shop(): ShopModel {
  const model = shopModel(createWorld(), () => 0);
  const {records, seed} = model;
  const changed: Readonly<Record<string, Partial<ProductDetails>>> = {
    '3001': {status: 'DRAFT'},
    '3002': {status: 'ARCHIVED'},
    '3003': {publishedAt: null},
  };
  records.products = records.products.map((product) => ({
    ...product,
    details: {...detailsOf(product, seed), ...changed[numberOf(product)]},
  }));
  return model;
}

const SHOWN: readonly (readonly [ShownResources, string])[] = [
  [{type: 'product'}, '3001 3002 3003 3004 3005 3006 3007'],
  [{type: 'product', filter: {draft: false}}, '3002 3003 3004 3005 3006 3007'],
  [{type: 'product', filter: {archived: false}}, '3001 3003 3004 3005 3006 3007'],
  [{type: 'product', filter: {hidden: false}}, '3001 3002 3004 3005 3006 3007'],
  [{type: 'product', filter: {draft: undefined, hidden: true}}, '3001 3002 3003 3004 3005 3006 3007'],
  [{type: 'product', filter: {query: 'tag:sale'}}, '3002 3004 3006'],
  [{type: 'product', filter: {query: 'tag:sale', archived: false}, query: 'id:3004 OR id:3005'}, '3004'],
  [{type: 'product', query: 'Gift ca'}, '3007'],
  [{type: 'variant', filter: {query: 'product_id:3001'}}, '30011 30012'],
  [{type: 'variant', filter: {draft: false, archived: false, query: 'sku:SKU-3001-2'}}, '30012'],
  [{type: 'variant', filter: {hidden: false, query: 'product_id:3003 OR product_id:3004'}}, '30041 30042'],
];

for (const [query, ids] of SHOWN) {
  test(`the picker shows what is left by ${JSON.stringify(query)}`, () => {
    expect(pickableResources(query, shop()).map(numberOf).join(' ')).toBe(ids);
  });
}

test('the picker finds collections by their title and their products', () => {
  const model = shop();
  const [first] = model.records.collections;
  const query = `title:"${first?.title}"`;
  expect(pickableResources({type: 'collection'}, model)).toHaveLength(model.records.collections.length);
  expect(pickableResources({type: 'collection', query}, model)).toMatchObject([{id: first?.id}]);
});

test('a variant has its own title, and the one with the product as displayName', () => {
  const model = shop();
  const [product] = model.records.products;
  const rows = pickableResources({type: 'variant', query: 'id:30012'}, model);
  expect(rows).toMatchObject([{title: 'Natural', displayName: `${product?.title} - Natural`, position: 2}]);
});

test('a product that hides its variants is returned with them all the same', () => {
  const [row] = pickableResources({type: 'product', filter: {variants: false}}, shop());
  expect(row?.variants).toHaveLength(2);
});

test('stock is that of the Admin API', () => {
  const [sold] = pickableResources({type: 'variant', query: 'id:30062'}, shop());
  expect(sold).toMatchObject({inventoryQuantity: 0, availableForSale: false});
});

test('a type that the picker does not have is refused by name', () => {
  const query = {type: 'order'} as unknown as ShownResources;
  expect(() => pickableResources(query, shop())).toThrow(
    'The resource picker has no type "order". Its types: product, variant, collection.',
  );
});

function numberOf({id}: {readonly id: string}): string {
  return id.split('/').at(-1) ?? '';
}
