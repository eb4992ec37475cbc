import {expect, test} from '@playwright/test';
import {ask} from '../admin-deps.fixture.ts';
import {dataOf, shopWith} from '../model/shop-with.fixture.ts';

interface Products {
  readonly products: {readonly nodes: readonly {readonly id: string}[]};
}

async function idsFor(query: string, sort = 'sortKey: ID'): Promise<readonly number[]> {
  const text = `query ($query: String) { products(first: 9, query: $query, ${sort}) { nodes { id } } }`;
  const {products} = (await dataOf(shopWith(), text, {query})) as Products;
  return products.nodes.map(({id}) => Number(id.split('/').at(-1)));
}

const SEARCHES = [
  ['gift_card:true', [3007]],
  ['id:>=3006', [3006, 3007]],
  ['id:gid://shopify/Product/3004', [3004]],
  ['tag:sale', [3002, 3004, 3006]],
  ['status:draft', []],
  ['status:active,draft AND id:<3003', [3001, 3002]],
  ['sku:SKU-3005-2', [3005]],
  ['collection_id:5001', [3001, 3002, 3003]],
  ['title:"Gift card" OR id:3001', [3001, 3007]],
] as const;

for (const [query, expected] of SEARCHES) {
  test(`finds products by ${query}`, async () => {
    expect(await idsFor(query)).toEqual(expected);
  });
}

test('sorts products, in both directions', async () => {
  const titles = shopWith().model.records.products.toSorted((a, b) => a.title.localeCompare(b.title, 'en'));
  const ids = titles.map(({id}) => Number(id.split('/').at(-1)));

  expect(await idsFor('', 'sortKey: TITLE')).toEqual(ids);
  expect(await idsFor('', 'sortKey: TITLE, reverse: true')).toEqual(ids.toReversed());
});

test('pages a list by its cursors', async () => {
  const shop = shopWith();
  const page = 'products(first: 3, after: $after) { nodes { id } pageInfo { hasNextPage endCursor } }';
  const query = `query ($after: String) { ${page} }`;
  const first = (await dataOf(shop, query)) as {products: {pageInfo: {endCursor: string}}};

  expect(await dataOf(shop, query, {after: first.products.pageInfo.endCursor})).toMatchObject({
    products: {nodes: [{id: 'gid://shopify/Product/3004'}, {}, {}], pageInfo: {hasNextPage: true}},
  });
  expect(await ask(shop, '{ products { nodes { id } } }')).toMatchObject({
    errors: [{message: 'you must provide one of first or last', extensions: {code: 'BAD_REQUEST'}}],
  });
});

test('finds products by handle and id, with variants, stock, prices and what is published', async () => {
  const query = `{
    byHandle: productByIdentifier(identifier: {handle: "gift-card"}) { id isGiftCard tracksInventory }
    unknown: product(id: "gid://shopify/Product/1") { id }
    product(id: "gid://shopify/Product/3002") {
      legacyResourceId hasOnlyDefaultVariant variantsCount { count precision }
      priceRangeV2 { minVariantPrice { currencyCode } } compareAtPriceRange { minVariantCompareAtPrice { currencyCode } }
      publishedOnCurrentPublication resourcePublicationsV2(first: 1) { nodes { publication { name } } }
      collections(first: 5) { nodes { handle } }
      variants(first: 1) { nodes { position inventoryPolicy inventoryItem { tracked inventoryLevels(first: 1) {
        nodes { location { name } quantities(names: ["available", "incoming"]) { name quantity } } } } } }
      metafields(first: 5) { nodes { namespace key value } }
    }
    productsCount(query: "gift_card:false") { count }
    productVariantsCount { count }
    productTypes(first: 1) { nodes }
    publications(first: 5) { nodes { name } }
    node(id: "gid://shopify/ProductVariant/30011") { ... on ProductVariant { title product { id } } }
  }`;

  expect(await dataOf(shopWith(), query)).toMatchObject({
    byHandle: {id: 'gid://shopify/Product/3007', isGiftCard: true, tracksInventory: false},
    unknown: null,
    product: {
      legacyResourceId: '3002',
      hasOnlyDefaultVariant: false,
      variantsCount: {count: 2, precision: 'EXACT'},
      priceRangeV2: {minVariantPrice: {currencyCode: 'USD'}},
      compareAtPriceRange: {minVariantCompareAtPrice: {currencyCode: 'USD'}},
      publishedOnCurrentPublication: true,
      resourcePublicationsV2: {nodes: [{publication: {name: 'Online Store'}}]},
      collections: {nodes: [{handle: 'featured'}, {handle: 'sale'}]},
      variants: {
        nodes: [
          {
            position: 1,
            inventoryPolicy: 'DENY',
            inventoryItem: {
              tracked: true,
              inventoryLevels: {
                nodes: [
                  {
                    location: {name: expect.any(String)},
                    quantities: [{name: 'available'}, {name: 'incoming', quantity: 0}],
                  },
                ],
              },
            },
          },
        ],
      },
      metafields: {nodes: [{namespace: 'custom', key: 'care', value: 'Wash cold'}]},
    },
    productsCount: {count: 6},
    productVariantsCount: {count: 16},
    productTypes: {nodes: [expect.any(String)]},
    publications: {nodes: [{name: 'Online Store'}]},
    node: {title: 'Black', product: {id: 'gid://shopify/Product/3001'}},
  });
});

const DENIED = [
  ['products(first: 1) { nodes { id } }', 'products', 'read_products'],
  ['orders(first: 1) { nodes { id } }', 'orders', 'read_orders'],
  ['customers(first: 1) { nodes { id } }', 'customers', 'read_customers'],
  ['codeDiscountNodes(first: 1) { nodes { id } }', 'codeDiscountNodes', 'read_discounts'],
  ['ordersCount { count }', 'ordersCount', 'read_orders'],
  ['publications(first: 1) { nodes { id } }', 'publications', 'read_publications'],
] as const;

for (const [field, name, scope] of DENIED) {
  test(`denies ${name} without ${scope}`, async () => {
    const required = `\`${scope}\` access scope.`;
    expect(await ask(shopWith({scopes: ['read_themes']}), `{ ${field} }`)).toMatchObject({
      errors: [
        {
          message: `Access denied for ${name} field. Required access: ${required}`,
          path: [name],
          extensions: {
            code: 'ACCESS_DENIED',
            documentation: 'https://shopify.dev/api/usage/access-scopes',
            requiredAccess: required,
          },
        },
      ],
    });
  });
}

test('a mutation needs the scope that writes', async () => {
  const query = 'mutation { productCreate(product: {title: "X"}) { product { id } } }';
  expect(await ask(shopWith({scopes: ['read_products']}), query)).toMatchObject({
    data: {productCreate: null},
    errors: [
      {message: 'Access denied for productCreate field. Required access: `write_products` access scope.'},
    ],
  });
});
