import {expect, test} from '@playwright/test';
import {emptyValue} from '../../graphql/user-error.ts';
import {adminDeps, ask} from '../admin-deps.fixture.ts';
import type {AdminDepsFixture} from '../admin-deps.fixture.ts';

const SCOPES = [
  'write_products',
  'read_inventory',
  'write_publications',
  'write_inventory',
  'read_locations',
];

function deps(): AdminDepsFixture {
  return adminDeps({app: {scopes: SCOPES}});
}

/** The two mutations of the page that Shopify's template begins with. */
const CREATE = `mutation populateProduct($product: ProductCreateInput!) {
  productCreate(product: $product) {
    product { id title handle status variants(first: 10) { edges { node { id price barcode createdAt } } } }
    userErrors { field message }
  }
}`;
const UPDATE = `mutation updateVariant($productId: ID!, $variants: [ProductVariantsBulkInput!]!) {
  productVariantsBulkUpdate(productId: $productId, variants: $variants) {
    productVariants { id price barcode createdAt }
    userErrors { field message code }
  }
}`;

test("carries out the mutations of the template's page", async () => {
  const shop = deps();
  const created = (await ask(shop, CREATE, {product: {title: 'Red Snowboard'}})) as {
    data: {productCreate: {product: {id: string; variants: {edges: [{node: {id: string}}]}}}};
  };
  const {product} = created.data.productCreate;
  const {id} = product.variants.edges[0].node;
  expect(created).toMatchObject({
    data: {
      productCreate: {
        product: {
          id: expect.stringMatching(/^gid:\/\/shopify\/Product\/\d+$/),
          title: 'Red Snowboard',
          handle: 'red-snowboard',
          status: 'ACTIVE',
          variants: {edges: [{node: {price: '0.00', barcode: null, createdAt: '2026-08-20T12:00:00Z'}}]},
        },
        userErrors: [],
      },
    },
  });

  expect(await ask(shop, UPDATE, {productId: product.id, variants: [{id, price: '100.00'}]})).toMatchObject({
    data: {productVariantsBulkUpdate: {productVariants: [{id, price: '100.00'}], userErrors: []}},
  });
  expect(await ask(shop, `{ productVariant(id: "${id}") { price title product { title } } }`)).toMatchObject({
    data: {productVariant: {price: '100.00', title: 'Default Title', product: {title: 'Red Snowboard'}}},
  });
});

const TITLED = `mutation ($product: ProductCreateInput!) {
  productCreate(product: $product) {
    product { title handle vendor status tags descriptionHtml description options { name values optionValues { name hasVariants } }
      totalInventory tracksInventory variants(first: 5) { nodes { title inventoryItem { tracked } } } }
    shop { name }
    userErrors { field message }
  }
}`;

test('a new product has the defaults that were recorded on the platform', async () => {
  const product = {
    title: 'Snow Board',
    handle: '  Weird Handle / 100%  ',
    tags: ['b', 'a'],
    descriptionHtml: '<p>A <b>fine</b> board</p>',
  };
  expect(await ask(deps(), TITLED, {product})).toMatchObject({
    data: {
      productCreate: {
        product: {
          handle: 'weird-handle-100',
          vendor: 'Acme Outfitters',
          status: 'ACTIVE',
          tags: ['a', 'b'],
          descriptionHtml: '<p>A <b>fine</b> board</p>',
          description: 'A fine board',
          options: [
            {
              name: 'Title',
              values: ['Default Title'],
              optionValues: [{name: 'Default Title', hasVariants: true}],
            },
          ],
          totalInventory: 0,
          tracksInventory: false,
          variants: {nodes: [{title: 'Default Title', inventoryItem: {tracked: false}}]},
        },
        shop: {name: 'Acme Outfitters'},
        userErrors: [],
      },
    },
  });
});

const REFUSED_PRODUCTS = [
  ['an empty title', {title: ''}, {field: ['title'], message: emptyValue('Title', []).message}],
  [
    'a handle that is taken',
    {title: 'Card', handle: 'gift-card'},
    {field: ['input', 'handle'], message: "Handle 'gift-card' already in use. Please provide a new handle."},
  ],
  [
    'a collection that does not exist',
    {title: 'Card', collectionsToJoin: ['gid://shopify/Collection/1']},
    {field: ['collectionsToJoin', '0'], message: 'Collection does not exist'},
  ],
  [
    'a metafield without a type',
    {title: 'Card', metafields: [{namespace: 'custom', key: 'size', value: 'M'}]},
    {field: ['metafields', '0', 'type'], message: emptyValue('Type', []).message},
  ],
] as const;

for (const [name, product, error] of REFUSED_PRODUCTS) {
  test(`refuses a product with ${name}, and keeps nothing`, async () => {
    const shop = deps();
    const {records} = shop.model;
    const {products, collections} = records;

    expect(await ask(shop, TITLED, {product})).toMatchObject({
      data: {productCreate: {product: null, userErrors: [error]}},
    });
    expect(records.products).toBe(products);
    expect(records.collections).toBe(collections);
  });
}

test('changes a product, and keeps what is not given', async () => {
  const shop = deps();
  const [first] = shop.model.records.products;
  const change = `mutation ($product: ProductUpdateInput!) {
    productUpdate(product: $product, media: [{originalSource: "https://example.com/a.png", mediaContentType: IMAGE, alt: "A"}]) {
      product { title vendor status seo { title } media(first: 9) { nodes { alt preview { image { url } } } } variants(first: 1) { nodes { displayName } } }
      userErrors { field message }
    }
  }`;

  const product = {id: first?.id, title: 'Renamed', status: 'DRAFT', seo: {title: 'Search'}};
  expect(await ask(shop, change, {product})).toMatchObject({
    data: {
      productUpdate: {
        product: {
          title: 'Renamed',
          vendor: first?.vendor,
          status: 'DRAFT',
          seo: {title: 'Search'},
          media: {nodes: [{}, {alt: 'A', preview: {image: {url: 'https://example.com/a.png'}}}]},
          variants: {nodes: [{displayName: 'Renamed - Black'}]},
        },
        userErrors: [],
      },
    },
  });

  expect(await ask(shop, change, {product: {id: 'gid://shopify/Product/1', title: 'X'}})).toMatchObject({
    data: {productUpdate: {product: null, userErrors: [{field: ['id'], message: 'Product does not exist'}]}},
  });
});

test('deletes a product, and takes it out of its collections', async () => {
  const shop = deps();
  const id = 'gid://shopify/Product/3001';
  const query = `mutation { productDelete(input: {id: "${id}"}) { deletedProductId userErrors { field message } } }`;

  expect(await ask(shop, query)).toMatchObject({
    data: {productDelete: {deletedProductId: id, userErrors: []}},
  });
  expect(await ask(shop, query)).toMatchObject({
    data: {
      productDelete: {
        deletedProductId: null,
        userErrors: [{field: ['id'], message: 'Product does not exist'}],
      },
    },
  });
  expect(shop.model.records.collections[0]?.productIds).not.toContain(id);
});

test('productSet makes the product what the input says', async () => {
  const shop = deps();
  const set = `mutation ($input: ProductSetInput!, $identifier: ProductSetIdentifiers) {
    productSet(input: $input, identifier: $identifier) {
      product { id title options { name values } variants(first: 9) { nodes { title price sku inventoryQuantity } } }
      userErrors { field message code }
    }
  }`;
  const variant = (size: string, price: string): object => ({
    optionValues: [{optionName: 'Size', name: size}],
    price,
    sku: `S-${size}`,
    inventoryItem: {tracked: true},
    inventoryQuantities: [{locationId: 'gid://shopify/Location/8001', name: 'available', quantity: 4}],
  });
  const input = {
    title: 'Shirt',
    handle: 'shirt',
    productOptions: [{name: 'Size', values: [{name: 'S'}, {name: 'M'}]}],
    variants: [variant('S', '10'), variant('M', '12.5')],
  };

  expect(await ask(shop, set, {input})).toMatchObject({
    data: {
      productSet: {
        product: {
          title: 'Shirt',
          options: [{name: 'Size', values: ['S', 'M']}],
          variants: {
            nodes: [
              {title: 'S', price: '10.00', sku: 'S-S', inventoryQuantity: 4},
              {title: 'M', price: '12.50', sku: 'S-M', inventoryQuantity: 4},
            ],
          },
        },
        userErrors: [],
      },
    },
  });

  const identifier = {handle: 'shirt'};
  const next = {title: 'Shirt 2', variants: [variant('M', '13')]};
  expect(await ask(shop, set, {input: next, identifier})).toMatchObject({
    data: {
      productSet: {
        product: {title: 'Shirt 2', variants: {nodes: [{title: 'M', price: '13.00'}]}},
        userErrors: [],
      },
    },
  });
});
