import {expect, test} from '@playwright/test';
import {PEOPLE} from '../../../world/people.ts';
import {createWorld} from '../../../world/world.ts';
import {translatorOf} from '../../../world/translations/translator.ts';
import type {CustomerAccount} from './account-state.ts';
import {queryDeps} from '../graphql/query-deps.fixture.ts';
import {adaAccount} from './account-state.fixture.ts';
import {queryCustomerAccount} from './query.ts';

const {ada, bea} = PEOPLE as Record<'ada' | 'bea', (typeof PEOPLE)['ada']>;
const {app, orders} = createWorld();
const [order, second, third, ofBea] = orders as [Order, Order, Order, Order];
type Order = (typeof orders)[number];

test('a signed-in customer reads their profile', async () => {
  const query = `{ customer {
    id firstName lastName displayName tags
    emailAddress { emailAddress marketingState } phoneNumber { phoneNumber }
    defaultAddress { address1 city zip zoneCode province territoryCode country formatted(withName: true) formattedArea }
    addresses(first: 5) { nodes { id } } rest: addresses(first: 5, skipDefault: true) { nodes { id } }
    storeCreditAccounts(first: 1) { nodes { balance { amount currencyCode } } }
  } }`;

  const credit = {id: 'gid://shopify/StoreCreditAccount/1', balance: {amount: 12.5, currencyCode: 'USD'}};
  expect(await ask(query, {customer: {...ada, storeCredit: [credit]}})).toEqual({
    data: {
      customer: {
        id: ada.id,
        firstName: 'Ada',
        lastName: 'Lovelace',
        displayName: 'Ada Lovelace',
        tags: [],
        emailAddress: {emailAddress: 'ada@example.com', marketingState: 'SUBSCRIBED'},
        phoneNumber: {phoneNumber: '+12125550101'},
        defaultAddress: {
          address1: '12 Engine Street',
          city: 'New York',
          zip: '10001',
          zoneCode: 'NY',
          province: 'New York',
          territoryCode: 'US',
          country: 'United States',
          formatted: ['Ada Lovelace', '12 Engine Street', 'New York NY 10001', 'United States'],
          formattedArea: 'New York, NY, United States',
        },
        addresses: {nodes: [{id: 'gid://shopify/CustomerAddress/7001'}]},
        rest: {nodes: []},
        storeCreditAccounts: {nodes: [{balance: {amount: '12.5', currencyCode: 'USD'}}]},
      },
    },
  });
});

test('@inContext translates the items of an order and the policies', async () => {
  const fields = `{
    shop { shopPolicies { title } }
    order(id: "${order.id}") { customerLocale lineItems(first: 1) { nodes { title presentmentTitle variantTitle } } }
  }`;
  const titles = (title: unknown, variantTitle: unknown): object => ({
    order: {customerLocale: 'fr', lineItems: {nodes: [{title, presentmentTitle: title, variantTitle}]}},
  });

  const [first] = order.lines;
  const {text} = translatorOf('FR', createWorld().shop);
  const french = await ask(`query @inContext(language: FR) ${fields}`, {language: 'fr'});
  expect(french).toMatchObject({
    data: {
      shop: {shopPolicies: [{title: 'Politique de remboursement'}, {}, {}, {}, {}, {}]},
      ...titles(text(first?.merchandise.title ?? ''), text(first?.merchandise.subtitle ?? '')),
    },
  });

  expect(await ask(fields, {language: 'fr'})).toMatchObject({
    data: {
      shop: {shopPolicies: [{title: 'Refund policy'}, {}, {}, {}, {}, {}]},
      ...titles(first?.merchandise.title, first?.merchandise.subtitle),
    },
  });
});

for (const [customer, displayName] of [
  [{...bea, lastName: ''}, 'Bea'],
  [{...bea, firstName: '', lastName: ''}, 'bea@engines.example'],
  [{...bea, firstName: '', lastName: '', email: '', phone: '+1'}, '+1'],
] as const) {
  test(`falls back to the display name ${displayName}`, async () => {
    expect(await ask('{ customer { displayName } }', {customer})).toEqual({data: {customer: {displayName}}});
  });
}

test('a list of contracts without first or last is refused', async () => {
  expect(await ask('{ customer { subscriptionContracts { nodes { id } } } }')).toMatchObject({
    errors: [{message: 'you must provide one of first or last'}],
  });
});

test('pages orders in the requested order', async () => {
  const query = (page: string): string =>
    `{ customer { orders(${page}) { nodes { name } edges { cursor } pageInfo { hasNextPage endCursor } } } }`;
  const found = (listed: readonly Order[], hasNextPage: boolean): object => ({
    nodes: listed.map(({name}) => ({name})),
    edges: listed.map(({id}) => ({cursor: id})),
    pageInfo: {hasNextPage, endCursor: listed.at(-1)?.id ?? null},
  });

  for (const [page, listed, hasNextPage] of [
    ['first: 2', [order, second], true],
    [`first: 2, after: "${second.id}"`, [third], false],
    ['last: 1', [third], false],
    [`last: 1, before: "${third.id}"`, [second], true],
    ['first: 5, reverse: true', [third, second, order], false],
    ['first: 1, sortKey: PROCESSED_AT', [third], true],
    ['first: 1, sortKey: PROCESSED_AT, reverse: true', [order], true],
  ] as const) {
    expect(await ask(query(page)), page).toEqual({data: {customer: {orders: found(listed, hasNextPage)}}});
  }

  expect(await ask('{ customer { orders { nodes { id } } } }')).toMatchObject({
    data: null,
    errors: [{message: 'you must provide one of first or last'}],
  });
});

for (const [search, names] of [
  ['name:#1002', ['#1002']],
  ['1001 OR 1003', ['#1001', '#1003']],
  ["processed_at:>='2026-01-10'", ['#1001']],
] as const) {
  test(`finds the orders ${search}`, async () => {
    const query =
      'query ($search: String) { customer { orders(first: 9, query: $search) { nodes { name } } } }';
    expect(await ask(query, {}, {search})).toEqual({
      data: {customer: {orders: {nodes: names.map((name) => ({name}))}}},
    });
  });
}

test('an order has the values of the world', async () => {
  const query = `query ($id: ID!) { order(id: $id) {
    name number confirmationNumber processedAt cancelledAt currencyCode note email statusPageUrl
    financialStatus fulfillmentStatus requiresShipping customAttributes { key value }
    totalPrice { amount currencyCode } subtotal { amount } totalShipping { amount } totalTax { amount } totalRefunded { amount }
    shippingAddress { address1 } customer { id orders(first: 1) { nodes { id } } }
    lineItems(first: 9) { nodes { id title quantity totalDiscount { amount } totalPriceWithDiscounts { amount } variantOptions { name value } image { url } } }
    fulfillments(first: 9) { nodes { latestShipmentStatus trackingInformation { number } fulfillmentLineItems(first: 9) { nodes { lineItem { id } } } } }
    returns(first: 9) { nodes { name status } }
  } }`;

  const {cost, lines, fulfillments} = order;
  const answer = await ask(query, {}, {id: order.id});

  expect(answer).toMatchObject({
    data: {
      order: {
        name: '#1001',
        number: 1001,
        confirmationNumber: order.confirmationNumber,
        processedAt: order.processedAt.replace('.000Z', 'Z'),
        cancelledAt: null,
        currencyCode: 'USD',
        note: 'Please ring twice',
        email: 'ada@example.com',
        statusPageUrl: 'https://shopify.com/548380009/account/orders/1001',
        financialStatus: 'PAID',
        fulfillmentStatus: 'PARTIALLY_FULFILLED',
        requiresShipping: true,
        customAttributes: [{key: 'Gift message', value: 'With best wishes'}],
        totalPrice: {amount: decimal(cost.total.amount), currencyCode: 'USD'},
        subtotal: {amount: decimal(cost.subtotal.amount)},
        totalShipping: {amount: decimal(cost.shipping.amount)},
        totalTax: {amount: decimal(cost.tax.amount)},
        totalRefunded: {amount: '0.0'},
        shippingAddress: {address1: '12 Engine Street'},
        customer: {id: ada.id, orders: {nodes: [{id: order.id}]}},
        lineItems: {
          nodes: lines.map(({id, merchandise, quantity, total, discountAllocations}) => ({
            id,
            title: merchandise.title,
            quantity,
            totalDiscount: {amount: decimal(discountAllocations[0]?.discountedAmount.amount ?? 0)},
            totalPriceWithDiscounts: {amount: decimal(total.amount)},
            variantOptions: merchandise.selectedOptions,
            image: {url: merchandise.image.url},
          })),
        },
        fulfillments: {
          nodes: [
            {
              latestShipmentStatus: 'IN_TRANSIT',
              trackingInformation: [{number: fulfillments[0]?.trackingNumber}],
              fulfillmentLineItems: {nodes: lines.slice(0, 2).map(({id}) => ({lineItem: {id}}))},
            },
          ],
        },
        returns: {nodes: [{name: '#1001-R1', status: 'OPEN'}]},
      },
    },
  });

  expect(answer).not.toHaveProperty('errors');
});

test("answers null for another customer's order", async () => {
  expect(await ask('query ($id: ID!) { order(id: $id) { id } }', {}, {id: ofBea.id})).toEqual({
    data: {order: null},
  });
});

test('shop, customer and order have their own metafields', async () => {
  const query = `query ($id: ID!) {
    shop { name myshopifyDomain metafield(namespace: "custom", key: "tier") { value } }
    customer { metafields(identifiers: [{namespace: "custom", key: "tier"}, {namespace: "custom", key: "none"}]) { namespace key type value jsonValue } }
    order(id: $id) { metafield(namespace: "custom", key: "source") { value } }
  }`;

  expect(await ask(query, {}, {id: order.id})).toEqual({
    data: {
      shop: {name: 'Acme Outfitters', myshopifyDomain: 'acme.myshopify.com', metafield: {value: 'gold'}},
      customer: {
        metafields: [
          {
            namespace: 'custom',
            key: 'tier',
            type: 'single_line_text_field',
            value: 'silver',
            jsonValue: 'silver',
          },
          null,
        ],
      },
      order: {metafield: {value: 'online'}},
    },
  });
});

test('a shop has policies and an address form, and extensions their metafields', async () => {
  const query = `{
    shop { email shopPolicies { handle url } addressFormSettings { phone { mode } } }
    uiExtensionMetafields(resourceIds: ["${ada.id}"]) { ownerId namespace key value valueType }
  }`;

  expect(await ask(query)).toMatchObject({
    data: {
      shop: {
        email: 'hello@acme.myshopify.com',
        shopPolicies: expect.arrayContaining([
          {handle: 'refund-policy', url: 'https://acme.myshopify.com/policies/refund-policy'},
        ]),
        addressFormSettings: {phone: {mode: 'OPTIONAL'}},
      },
      uiExtensionMetafields: [
        {ownerId: ada.id, namespace: 'custom', key: 'tier', value: 'silver', valueType: 'STRING'},
      ],
    },
  });
});

for (const [version, code] of [
  ['2024-10', 'INVALID'],
  ['2025-07', 'CONTAINS_HTML_TAGS'],
] as const) {
  test(`a name with tags is ${code} in ${version}`, async () => {
    const query =
      'mutation { customerUpdate(input: {firstName: "<b>Ada</b>"}) { userErrors { code field } } }';
    const account = adaAccount();
    const answer = await queryCustomerAccount(
      {query},
      {version, account: () => account, queries: queryDeps()},
    );

    expect(JSON.parse(JSON.stringify(answer))).toEqual({
      data: {customerUpdate: {userErrors: [{code, field: ['input', 'firstName']}]}},
    });
  });
}

for (const [version, code] of [
  ['2024-10', 'INVALID_VALUE'],
  ['2026-04', 'INVALID'],
] as const) {
  test(`an unknown owner of a metafield is ${code} in ${version}`, async () => {
    const query =
      'mutation { metafieldsSet(metafields: [{ownerId: "gid://shopify/Customer/1", namespace: "custom", key: "tier", value: "gold"}]) { userErrors { code field } } }';
    const account = adaAccount();
    const answer = await queryCustomerAccount(
      {query},
      {version, account: () => account, queries: queryDeps()},
    );

    expect(JSON.parse(JSON.stringify(answer))).toEqual({
      data: {metafieldsSet: {userErrors: [{code, field: ['metafields', '0', 'ownerId']}]}},
    });
  });
}

test('answers a field that the schema lacks with a GraphQL error', async () => {
  expect(await ask('{ customer { loyaltyPoints } }')).toMatchObject({
    errors: [{message: "Field 'loyaltyPoints' doesn't exist on type 'Customer'"}],
  });

  expect(
    await ask(
      '{ uiExtensionSessionToken(extensionActivationId: "gid://shopify/ActivatedUiExtension/1") { value } }',
    ),
  ).toMatchObject({
    data: {uiExtensionSessionToken: null},
    errors: [{message: 'Access denied for uiExtensionSessionToken field.'}],
  });
});

test.describe('pre-authenticated', () => {
  const guest = {customer: null, orders: []};

  test("reads the page's order, and of its customer what is open", async () => {
    const query = `query ($id: ID!) {
      shop { name }
      order(id: $id) { name totalPrice { amount } shippingAddress { city } lineItems(first: 1) { nodes { quantity } } customer { id } }
      customer { id emailAddress { emailAddress } phoneNumber { phoneNumber } metafield(namespace: "custom", key: "tier") { value } }
    }`;

    expect(await ask(query, guest, {id: order.id})).toMatchObject({
      data: {
        shop: {name: 'Acme Outfitters'},
        order: {name: '#1001', shippingAddress: {city: 'New York'}, customer: {id: ada.id}},
        customer: {id: ada.id, emailAddress: {emailAddress: 'ada@example.com'}, metafield: {value: 'silver'}},
      },
    });
  });

  test('cannot read another order', async () => {
    expect(await ask('query ($id: ID!) { order(id: $id) { id } }', guest, {id: second.id})).toEqual({
      data: {order: null},
    });
  });

  test('reads null for a denied field that may be null', async () => {
    expect(await ask('{ customer { id firstName } }', guest)).toEqual({
      data: {customer: {id: ada.id, firstName: null}},
      errors: [
        {
          message: 'Access denied for firstName field.',
          path: ['customer', 'firstName'],
          locations: [{line: 1, column: 17}],
          extensions: {code: 'ACCESS_DENIED', documentation: 'https://shopify.dev/api/usage/access-scopes'},
        },
      ],
    });
  });

  for (const [query, field] of [
    ['{ customer { orders(first: 1) { nodes { id } } } }', 'orders'],
    ['{ customer { displayName } }', 'displayName'],
    ['{ customer { subscriptionContracts(first: 1) { nodes { id } } } }', 'subscriptionContracts'],
    ['mutation { metafieldsSet(metafields: []) { userErrors { message } } }', 'metafieldsSet'],
  ] as const) {
    test(`is denied ${field}`, async () => {
      expect(await ask(query, guest)).toMatchObject({
        errors: [{message: `Access denied for ${field} field.`}],
      });
    });
  }
});

test('an app without access to protected customer data reads only the shop', async () => {
  const unapproved = {app: {...app, protectedCustomerData: false}};
  expect(await ask('{ shop { name } }', unapproved)).toEqual({data: {shop: {name: 'Acme Outfitters'}}});

  for (const [field, type] of [
    ['customer', 'Customer'],
    ['order(id: "gid://shopify/Order/1001")', 'Order'],
    ['company(id: "gid://shopify/Company/9101")', 'Company'],
    ['companyLocation(id: "gid://shopify/CompanyLocation/9102")', 'CompanyLocation'],
    ['draftOrder(id: "gid://shopify/DraftOrder/1")', 'DraftOrder'],
    ['return(id: "gid://shopify/Return/1")', 'Return'],
    ['uiExtensionMetafields', 'UiExtensionMetafield'],
  ]) {
    expect(await ask(`{ ${field} { id } }`, unapproved)).toMatchObject({
      errors: [
        {
          message: expect.stringContaining(`not approved to access the ${type} object`),
          extensions: {code: 'ACCESS_DENIED'},
        },
      ],
    });
  }

  const mutation = 'mutation { customerUpdate(input: {firstName: "Eve"}) { customer { firstName } } }';
  expect(await ask(mutation, unapproved)).toMatchObject({
    data: {customerUpdate: null},
    errors: [{extensions: {code: 'ACCESS_DENIED'}}],
  });
});

/** An amount as the platform writes it: at least one digit is after the point. */
function decimal(amount: number): string {
  return Number.isInteger(amount) ? `${amount}.0` : String(amount);
}

/** Ada's account, with her first order on the page. */
async function ask(
  query: string,
  change: Partial<CustomerAccount> = {},
  variables: Record<string, unknown> = {},
): Promise<unknown> {
  const account = adaAccount(change);

  return JSON.parse(
    JSON.stringify(
      await queryCustomerAccount(
        {query, variables},
        {version: '2026-04', account: () => account, queries: queryDeps()},
      ),
    ),
  ) as unknown;
}
