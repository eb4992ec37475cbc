import {expect, test} from '@playwright/test';
import {dataOf, shopWith} from '../model/shop-with.fixture.ts';

const CREATE = `mutation ($input: DiscountCodeBasicInput!) { discountCodeBasicCreate(basicCodeDiscount: $input) {
  codeDiscountNode { id codeDiscount { ... on DiscountCodeBasic {
    title status codes(first: 1) { nodes { code } } customerGets { value { ... on DiscountPercentage { percentage } } items { ... on AllDiscountItems { allItems } } }
  } } }
  userErrors { field message code extraInfo } } }`;

const INPUT = {
  title: 'Spring',
  code: 'SPRING',
  startsAt: '2026-04-25T00:00:00Z',
  context: {all: 'ALL'},
  customerGets: {value: {percentage: 0.1}, items: {all: true}},
};

test('creates a code, deactivates, activates and deletes it', async () => {
  const shop = shopWith();
  const created = (await dataOf(shop, CREATE, {input: INPUT})) as {
    discountCodeBasicCreate: {codeDiscountNode: {id: string}};
  };
  const {id} = created.discountCodeBasicCreate.codeDiscountNode;
  expect(created).toMatchObject({
    discountCodeBasicCreate: {
      codeDiscountNode: {
        codeDiscount: {
          title: 'Spring',
          status: 'ACTIVE',
          codes: {nodes: [{code: 'SPRING'}]},
          customerGets: {value: {percentage: 0.1}, items: {allItems: true}},
        },
      },
      userErrors: [],
    },
  });
  expect(shop.model.records.offers.discountCodes.at(-1)).toEqual({code: 'SPRING', gives: {percent: 10}});

  const change = (name: string): string =>
    `mutation { ${name}(id: "${id}") { codeDiscountNode { codeDiscount { ... on DiscountCodeBasic { status } } } userErrors { field } } }`;
  expect(await dataOf(shop, change('discountCodeDeactivate'))).toMatchObject({
    discountCodeDeactivate: {codeDiscountNode: {codeDiscount: {status: 'EXPIRED'}}},
  });
  expect(await dataOf(shop, change('discountCodeActivate'))).toMatchObject({
    discountCodeActivate: {codeDiscountNode: {codeDiscount: {status: 'ACTIVE'}}},
  });

  const remove = `mutation { discountCodeDelete(id: "${id}") { deletedCodeDiscountId userErrors { field message code } } }`;
  expect(await dataOf(shop, remove)).toEqual({
    discountCodeDelete: {deletedCodeDiscountId: id, userErrors: []},
  });
  expect(await dataOf(shop, remove)).toEqual({
    discountCodeDelete: {
      deletedCodeDiscountId: null,
      userErrors: [{field: ['id'], message: 'Code discount does not exist.', code: 'INVALID'}],
    },
  });
});

const REFUSED = [
  [{code: 'welcome10'}, ['code'], 'TAKEN', 'Code must be unique. Please try a different code.'],
  [{endsAt: '2026-04-24T00:00:00Z'}, ['endsAt'], 'INVALID', 'Ends at needs to be after starts_at'],
  [
    {customerGets: {value: {percentage: 1.5}, items: {all: true}}},
    ['customerGets', 'value', 'percentage'],
    'VALUE_OUTSIDE_RANGE',
    'Value must be between 0.0 and 1.0',
  ],
  [
    {
      customerGets: {
        value: {percentage: 0.1},
        items: {products: {productsToAdd: ['gid://shopify/Product/0']}},
      },
    },
    ['customerGets', 'items', 'products', 'productsToAdd'],
    'INVALID',
    'Product with id: 0 is invalid',
  ],
] as const;

for (const [change, path, code, message] of REFUSED) {
  test(`refuses a discount: ${message}`, async () => {
    expect(await dataOf(shopWith(), CREATE, {input: {...INPUT, ...change}})).toEqual({
      discountCodeBasicCreate: {
        codeDiscountNode: null,
        userErrors: [{field: ['basicCodeDiscount', ...path], message, code, extraInfo: null}],
      },
    });
  });
}

test('lists the codes of the shop, and automatic discounts', async () => {
  const shop = shopWith();
  const {code: _, ...input} = INPUT;
  await dataOf(
    shop,
    `mutation ($input: DiscountAutomaticBasicInput!) { discountAutomaticBasicCreate(automaticBasicDiscount: $input) { userErrors { field } } }`,
    {input},
  );

  const query = `{
    discountNodes(first: 9) { nodes { discount { __typename } } }
    codeDiscountNodeByCode(code: "freeship") { codeDiscount { ... on DiscountCodeFreeShipping { title discountClasses } } }
    expired: codeDiscountNodes(first: 9, query: "status:expired") { nodes { codeDiscount { ... on DiscountCodeBasic { title } } } }
    automaticDiscountNodes(first: 9) { nodes { automaticDiscount { ... on DiscountAutomaticBasic { title } } } }
  }`;
  expect(await dataOf(shop, query)).toMatchObject({
    discountNodes: {nodes: [{}, {}, {}, {}, {discount: {__typename: 'DiscountAutomaticBasic'}}]},
    codeDiscountNodeByCode: {codeDiscount: {title: 'FREESHIP', discountClasses: ['SHIPPING']}},
    expired: {nodes: [{codeDiscount: {title: 'SUMMER25'}}]},
    automaticDiscountNodes: {nodes: [{automaticDiscount: {title: 'Spring'}}]},
  });
});
