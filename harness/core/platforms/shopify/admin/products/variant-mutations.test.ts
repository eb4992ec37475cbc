import {expect, test} from '@playwright/test';
import {answerAdmin} from '../answer-admin.ts';
import {dataOf, shopWith} from '../model/shop-with.fixture.ts';

const PRODUCT = 'gid://shopify/Product/3001';
const VARIANT = 'gid://shopify/ProductVariant/30011';

const OPTIONS = `mutation ($productId: ID!, $options: [OptionCreateInput!]!, $variantStrategy: ProductOptionCreateVariantStrategy) {
  productOptionsCreate(productId: $productId, options: $options, variantStrategy: $variantStrategy) {
    product { options { name values optionValues { name hasVariants } } variants(first: 9) { nodes { title } } }
    userErrors { field message code }
  }
}`;
const CREATE = `mutation ($productId: ID!, $variants: [ProductVariantsBulkInput!]!, $strategy: ProductVariantsBulkCreateStrategy) {
  productVariantsBulkCreate(productId: $productId, variants: $variants, strategy: $strategy) {
    productVariants { title price sku inventoryQuantity inventoryItem { tracked measurement { weight { value unit } } } }
    product { variants(first: 9) { nodes { title } } }
    userErrors { field message code }
  }
}`;
const UPDATE = `mutation ($productId: ID!, $variants: [ProductVariantsBulkInput!]!, $partial: Boolean) {
  productVariantsBulkUpdate(productId: $productId, variants: $variants, allowPartialUpdates: $partial) {
    productVariants { id price compareAtPrice }
    userErrors { field message code }
  }
}`;

async function newProduct(shop: ReturnType<typeof shopWith>): Promise<string> {
  const query = 'mutation { productCreate(product: {title: "Board"}) { product { id } } }';
  const {productCreate} = (await dataOf(shop, query)) as {productCreate: {product: {id: string}}};
  return productCreate.product.id;
}

test('new options take the place of the default one, and variants get their first values', async () => {
  const shop = shopWith();
  const productId = await newProduct(shop);
  const options = [
    {name: 'Color', values: [{name: 'Red'}, {name: 'Blue'}]},
    {name: 'Size', values: [{name: 'Small'}, {name: 'Large'}]},
  ];

  expect(await dataOf(shop, OPTIONS, {productId, options})).toMatchObject({
    productOptionsCreate: {
      product: {
        options: [
          {
            name: 'Color',
            values: ['Red'],
            optionValues: [
              {name: 'Red', hasVariants: true},
              {name: 'Blue', hasVariants: false},
            ],
          },
          {name: 'Size', values: ['Small']},
        ],
        variants: {nodes: [{title: 'Red / Small'}]},
      },
      userErrors: [],
    },
  });
  expect(await dataOf(shop, OPTIONS, {productId, options: options.slice(0, 1)})).toMatchObject({
    productOptionsCreate: {userErrors: [{code: 'OPTION_ALREADY_EXISTS'}]},
  });
});

test('options can make all variants', async () => {
  const shop = shopWith();
  const productId = await newProduct(shop);
  const options = [
    {name: 'Color', values: [{name: 'Red'}, {name: 'Blue'}]},
    {name: 'Size', values: [{name: 'S'}, {name: 'L'}]},
  ];
  const titles = ['Red / S', 'Red / L', 'Blue / S', 'Blue / L'].map((title) => ({title}));

  expect(await dataOf(shop, OPTIONS, {productId, options, variantStrategy: 'CREATE'})).toMatchObject({
    productOptionsCreate: {product: {variants: {nodes: titles}}},
  });
});

test('a new variant takes the place of the default one', async () => {
  const shop = shopWith();
  const productId = await newProduct(shop);
  const variants = [
    {
      optionValues: [{optionName: 'Title', name: 'Blue'}],
      price: '25',
      inventoryItem: {sku: 'B-1', tracked: true, measurement: {weight: {value: 1.5, unit: 'KILOGRAMS'}}},
      inventoryQuantities: [{locationId: 'gid://shopify/Location/8001', availableQuantity: 3}],
    },
  ];

  expect(await dataOf(shop, CREATE, {productId, variants})).toMatchObject({
    productVariantsBulkCreate: {
      productVariants: [
        {
          title: 'Blue',
          price: '25.00',
          sku: 'B-1',
          inventoryQuantity: 3,
          inventoryItem: {tracked: true, measurement: {weight: {value: 1500, unit: 'GRAMS'}}},
        },
      ],
      product: {variants: {nodes: [{title: 'Blue'}]}},
      userErrors: [],
    },
  });
});

const REFUSED_NEW = [
  [
    'of another product',
    {productId: 'gid://shopify/Product/1', variants: []},
    'PRODUCT_DOES_NOT_EXIST',
    ['productId'],
  ],
  [
    'that exists',
    {productId: PRODUCT, variants: [{optionValues: [{optionName: 'Colour', name: 'Black'}]}]},
    'VARIANT_ALREADY_EXISTS_CHANGE_OPTION_VALUE',
    ['variants', '0'],
  ],
  [
    'without values',
    {productId: PRODUCT, variants: [{price: '1'}]},
    'NEED_TO_ADD_OPTION_VALUES',
    ['variants', '0'],
  ],
  [
    'of an unknown option',
    {productId: PRODUCT, variants: [{optionValues: [{optionName: 'Size', name: 'S'}]}]},
    'OPTION_DOES_NOT_EXIST',
    ['variants', '0', 'optionValues', '0'],
  ],
  [
    'with a price below zero',
    {productId: PRODUCT, variants: [{price: '-1', optionValues: [{optionName: 'Colour', name: 'Red'}]}]},
    'GREATER_THAN_OR_EQUAL_TO',
    ['variants', '0', 'price'],
  ],
] as const;

for (const [name, variables, code, field] of REFUSED_NEW) {
  test(`refuses a variant ${name}`, async () => {
    expect(await dataOf(shopWith(), CREATE, {...variables})).toMatchObject({
      productVariantsBulkCreate: {productVariants: null, userErrors: [{code, field}]},
    });
  });
}

test('updates all variants or none, unless parts are allowed', async () => {
  const shop = shopWith();
  const variants = [
    {id: VARIANT, price: '5.00', compareAtPrice: '9'},
    {id: 'gid://shopify/ProductVariant/1', price: '5.00'},
    {price: '5.00'},
  ];
  const userErrors = [
    {
      field: ['variants', '1', 'id'],
      message: 'Product variant does not exist',
      code: 'PRODUCT_VARIANT_DOES_NOT_EXIST',
    },
    {
      field: ['variants', '2', 'id'],
      message: 'Product variant is missing ID attribute',
      code: 'PRODUCT_VARIANT_ID_MISSING',
    },
  ];

  const before = shop.model.records.products;
  expect(await dataOf(shop, UPDATE, {productId: PRODUCT, variants})).toEqual({
    productVariantsBulkUpdate: {productVariants: null, userErrors},
  });
  expect(shop.model.records.products).toBe(before);
  expect(await dataOf(shop, UPDATE, {productId: PRODUCT, variants, partial: true})).toEqual({
    productVariantsBulkUpdate: {
      productVariants: [{id: VARIANT, price: '5.00', compareAtPrice: '9.00'}],
      userErrors,
    },
  });
});

test('deletes variants, but not the last one', async () => {
  const shop = shopWith();
  const remove = (ids: readonly string[]): Promise<unknown> =>
    dataOf(
      shop,
      `mutation ($ids: [ID!]!) { productVariantsBulkDelete(productId: "${PRODUCT}", variantsIds: $ids) {
        product { variants(first: 9) { nodes { id } } } userErrors { field code } } }`,
      {ids},
    );

  expect(await remove(['gid://shopify/ProductVariant/1'])).toMatchObject({
    productVariantsBulkDelete: {userErrors: [{field: ['variantsIds', '0']}]},
  });
  expect(await remove([VARIANT])).toMatchObject({
    productVariantsBulkDelete: {
      product: {variants: {nodes: [{id: 'gid://shopify/ProductVariant/30012'}]}},
      userErrors: [],
    },
  });
  expect(await remove(['gid://shopify/ProductVariant/30012'])).toMatchObject({
    productVariantsBulkDelete: {product: null, userErrors: [{field: ['variantsIds']}]},
  });
});

test('stock is set and adjusted in the versions that have it without a key', async () => {
  const shop = shopWith();
  const item =
    '{inventoryItemId: "gid://shopify/InventoryItem/30062", locationId: "gid://shopify/Location/8001"';
  const stock = `{ productVariant(id: "gid://shopify/ProductVariant/30062") { inventoryQuantity availableForSale } }`;
  const change = async (mutation: string): Promise<unknown> => {
    const {scopes} = shop.app;
    const caller = {access: 'offline', scopes, staff: null} as const;
    const query = `mutation { ${mutation} { userErrors { code field } } }`;
    const {body} = await answerAdmin({version: '2025-10', body: {query}, caller}, shop);
    return (body as {data: Record<string, unknown>}).data;
  };

  expect(await dataOf(shop, stock)).toEqual({
    productVariant: {inventoryQuantity: 0, availableForSale: false},
  });
  const set = `inventorySetQuantities(input: {name: "available", reason: "correction", ignoreCompareQuantity: true, quantities: [${item}, quantity: 7}]})`;
  expect(await change(set)).toEqual({inventorySetQuantities: {userErrors: []}});
  expect(await dataOf(shop, stock)).toEqual({productVariant: {inventoryQuantity: 7, availableForSale: true}});

  const adjust = `inventoryAdjustQuantities(input: {name: "available", reason: "correction", changes: [${item}, delta: -7}]})`;
  expect(await change(adjust)).toEqual({inventoryAdjustQuantities: {userErrors: []}});
  expect(await dataOf(shop, stock)).toEqual({
    productVariant: {inventoryQuantity: 0, availableForSale: false},
  });
  expect(await change(set.replace('available', 'reserved'))).toMatchObject({
    inventorySetQuantities: {userErrors: [{code: 'INVALID_NAME'}]},
  });
});
