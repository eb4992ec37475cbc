import {expect, test} from '@playwright/test';
import {createSimulationCore} from './simulation-core.ts';
import type {SimulationCore} from './simulation-core.ts';
import {askStorefront} from './storefront-query.fixture.ts';

const ERRORS = 'checkoutUserErrors { code field message } userErrors { field message }';
const VARIANT = 'gid://shopify/ProductVariant/30021';
const ADDRESS = {
  address1: '1 Road',
  city: 'Boston',
  country: 'United States',
  province: 'Massachusetts',
  zip: '02108',
  firstName: 'Cleo',
  lastName: 'Nile',
};

test('a new checkout is the one that pages show, and node reads it', async () => {
  const simulation = createSimulationCore({customer: null});
  const input = {
    email: 'cleo@example.com',
    note: 'Ring twice',
    lineItems: [{variantId: VARIANT, quantity: 2, customAttributes: [{key: 'Gift', value: 'yes'}]}],
    shippingAddress: ADDRESS,
  };
  const create = `mutation ($input: CheckoutCreateInput!) { checkoutCreate(input: $input) { checkout { id webUrl } queueToken ${ERRORS} } }`;
  const {data} = await ask(simulation, create, {input});
  const {token, cartId} = simulation.checkout;
  const id = cartId.replace('/Cart/', '/Checkout/');

  expect(data['checkoutCreate']).toEqual({
    checkout: {id, webUrl: `https://acme.myshopify.com/checkouts/cn/${token}`},
    queueToken: null,
    checkoutUserErrors: [],
    userErrors: [],
  });

  const [line] = simulation.checkout.lines;
  expect(simulation.pages.state().checkout).toMatchObject({
    note: 'Ring twice',
    contact: {email: 'cleo@example.com'},
    lines: [{quantity: 2, merchandise: {id: VARIANT}, attributes: [{key: 'Gift', value: 'yes'}]}],
    shippingAddress: {city: 'Boston', countryCode: 'US', provinceCode: 'MA'},
  });

  expect(
    await read(
      simulation,
      'email note ready requiresShipping shippingAddress { city province } lineItems(first: 5) { nodes { id title quantity customAttributes { key value } variant { id } } } availableShippingRates { ready shippingRates { handle } } shippingLine { handle }',
    ),
  ).toEqual({
    email: 'cleo@example.com',
    note: 'Ring twice',
    ready: true,
    requiresShipping: true,
    shippingAddress: {city: 'Boston', province: 'Massachusetts'},
    lineItems: {
      nodes: [
        {
          id: 'gid://shopify/CheckoutLineItem/1',
          title: line?.merchandise.title,
          quantity: 2,
          customAttributes: [{key: 'Gift', value: 'yes'}],
          variant: {id: VARIANT},
        },
      ],
    },
    availableShippingRates: {
      ready: true,
      shippingRates: simulation.checkout.deliveryGroups[0]?.options.map(({handle}) => ({handle})),
    },
    shippingLine: null,
  });
});

test('each mutation of a checkout changes what pages show', async () => {
  const simulation = createSimulationCore();
  const shown = (): SimulationCore['checkout'] => simulation.pages.state().checkout;

  await change(simulation, 'checkoutLineItemsAdd', `lineItems: [{variantId: "${VARIANT}", quantity: 1}]`);
  expect(shown().lines.at(-1)).toMatchObject({quantity: 1, merchandise: {id: VARIANT}});

  await change(
    simulation,
    'checkoutLineItemsUpdate',
    'lineItems: [{id: "gid://shopify/CheckoutLineItem/1", quantity: 3}]',
  );
  expect(shown().lines[0]?.quantity).toBe(3);
  await change(simulation, 'checkoutLineItemsRemove', 'lineItemIds: ["gid://shopify/CheckoutLineItem/2"]');
  expect(shown().lines.map(({id}) => id)).not.toContain('gid://shopify/CartLine/2');
  await change(simulation, 'checkoutLineItemsReplace', `lineItems: [{variantId: "${VARIANT}", quantity: 2}]`);
  expect(shown().lines).toMatchObject([{quantity: 2, merchandise: {id: VARIANT}}]);

  await change(simulation, 'checkoutEmailUpdateV2', 'email: "new@example.com"');
  expect(shown().contact.email).toBe('new@example.com');
  await change(
    simulation,
    'checkoutAttributesUpdateV2',
    'input: {note: "Hello", customAttributes: [{key: "a", value: "b"}]}',
  );
  expect(shown()).toMatchObject({note: 'Hello', attributes: [{key: 'a', value: 'b'}]});
  await change(
    simulation,
    'checkoutShippingAddressUpdateV2',
    'shippingAddress: {address1: "1 Quay", city: "Boston", country: "US", zip: "02108"}',
  );
  expect(shown().shippingAddress).toEqual({
    address1: '1 Quay',
    city: 'Boston',
    countryCode: 'US',
    zip: '02108',
  });

  await change(simulation, 'checkoutShippingLineUpdate', 'shippingRateHandle: "express"');
  expect(shown().cost.shipping?.amount).toBe(12);
  expect(await read(simulation, 'shippingLine { handle price { amount } }')).toEqual({
    shippingLine: {handle: 'express', price: {amount: '12.0'}},
  });

  await change(simulation, 'checkoutDiscountCodeApplyV2', 'discountCode: "welcome10"');
  expect(shown().discountCodes).toEqual(['WELCOME10']);
  expect(
    await read(
      simulation,
      'discountApplications(first: 1) { nodes { ... on DiscountCodeApplication { code applicable } } }',
    ),
  ).toEqual({discountApplications: {nodes: [{code: 'WELCOME10', applicable: true}]}});
  await change(simulation, 'checkoutDiscountCodeRemove', '');
  expect(shown().discountCodes).toEqual([]);

  await change(simulation, 'checkoutGiftCardsAppend', 'giftCardCodes: ["gift-0000-0025"]');
  expect(shown().giftCards.map(({lastCharacters}) => lastCharacters)).toEqual(['0025']);
  await change(
    simulation,
    'checkoutGiftCardRemoveV2',
    'appliedGiftCardId: "gid://shopify/AppliedGiftCard/0025"',
  );
  expect(shown().giftCards).toEqual([]);
});

test('a customer is associated by their token, and is the buyer of the order', async () => {
  const simulation = createSimulationCore({customer: null});
  const {data} = await ask(
    simulation,
    'mutation { customerAccessTokenCreate(input: {email: "bea@engines.example", password: "simhost"}) { customerAccessToken { accessToken } } }',
  );
  const {accessToken} = (data['customerAccessTokenCreate'] as {customerAccessToken: {accessToken: string}})
    .customerAccessToken;

  const id = checkoutId(simulation);
  const associate = `mutation ($id: ID!, $token: String!) { checkoutCustomerAssociateV2(checkoutId: $id, customerAccessToken: $token) { customer { firstName } ${ERRORS} } }`;
  expect(
    (await ask(simulation, associate, {id, token: accessToken})).data['checkoutCustomerAssociateV2'],
  ).toMatchObject({
    customer: {firstName: 'Bea'},
    checkoutUserErrors: [],
  });
  expect(simulation.pages.state().checkout.contact.email).toBe('bea@engines.example');

  await change(
    simulation,
    'checkoutShippingAddressUpdateV2',
    'shippingAddress: {address1: "1 Quay", city: "Boston", country: "US", zip: "02108"}',
  );
  await change(simulation, 'checkoutShippingLineUpdate', 'shippingRateHandle: "standard"');
  const {amount, currencyCode} = simulation.checkout.cost.due;
  const complete = `mutation ($id: ID!, $payment: CreditCardPaymentInputV2!) {
    checkoutCompleteWithCreditCardV2(checkoutId: $id, payment: $payment) { checkout { completedAt order { name totalPrice { amount } } } payment { ready amount { amount } } ${ERRORS} }
  }`;
  const payment = {
    paymentAmount: {amount: String(amount), currencyCode},
    billingAddress: ADDRESS,
    idempotencyKey: 'key-1',
    vaultId: 'vault',
  };

  const wrong = {...payment, paymentAmount: {amount: '1.0', currencyCode}};
  expect((await ask(simulation, complete, {id, payment: wrong})).data).toMatchObject({
    checkoutCompleteWithCreditCardV2: {
      checkout: {completedAt: null, order: null},
      checkoutUserErrors: [{code: 'TOTAL_PRICE_MISMATCH', field: ['payment', 'paymentAmount']}],
    },
  });

  expect((await ask(simulation, complete, {id, payment})).data).toMatchObject({
    checkoutCompleteWithCreditCardV2: {
      checkout: {order: {name: '#1005'}},
      payment: {ready: true},
      checkoutUserErrors: [],
    },
  });
  expect(simulation.order).toMatchObject({
    name: '#1005',
    customerId: 'gid://shopify/Customer/7002',
    cost: {total: {amount}},
  });

  const after =
    'mutation ($id: ID!) { checkoutEmailUpdateV2(checkoutId: $id, email: "a@b.example") { checkoutUserErrors { code } } }';
  expect((await ask(simulation, after, {id})).data).toEqual({
    checkoutEmailUpdateV2: {checkoutUserErrors: [{code: 'ALREADY_COMPLETED'}]},
  });
});

for (const [name, mutation, given, error] of [
  ['an unknown code', 'checkoutDiscountCodeApplyV2', 'discountCode: "NOPE"', 'DISCOUNT_NOT_FOUND'],
  ['an expired code', 'checkoutDiscountCodeApplyV2', 'discountCode: "SUMMER25"', 'DISCOUNT_EXPIRED'],
  ['an unknown gift card', 'checkoutGiftCardsAppend', 'giftCardCodes: ["none"]', 'GIFT_CARD_NOT_FOUND'],
  [
    'an empty gift card',
    'checkoutGiftCardsAppend',
    'giftCardCodes: ["gift-0000-0000"]',
    'GIFT_CARD_DEPLETED',
  ],
  [
    'a disabled gift card',
    'checkoutGiftCardsAppend',
    'giftCardCodes: ["gift-0000-void"]',
    'GIFT_CARD_DISABLED',
  ],
  [
    'an unknown line',
    'checkoutLineItemsRemove',
    'lineItemIds: ["gid://shopify/CheckoutLineItem/9"]',
    'LINE_ITEM_NOT_FOUND',
  ],
  [
    'a variant that is sold out',
    'checkoutLineItemsAdd',
    'lineItems: [{variantId: "gid://shopify/ProductVariant/30062", quantity: 1}]',
    'NOT_ENOUGH_IN_STOCK',
  ],
  ['an unknown rate', 'checkoutShippingLineUpdate', 'shippingRateHandle: "drone"', 'SHIPPING_RATE_EXPIRED'],
  [
    'an unknown country',
    'checkoutShippingAddressUpdateV2',
    'shippingAddress: {country: "Atlantis"}',
    'INVALID',
  ],
  ['an unknown customer', 'checkoutCustomerAssociateV2', 'customerAccessToken: "none"', 'INVALID'],
  ['a free completion that is not free', 'checkoutCompleteFree', '', 'PRESENT'],
] as const) {
  test(`${name} is an error, and nothing changes`, async () => {
    const simulation = createSimulationCore();
    const before = simulation.checkout;
    expect(await change(simulation, mutation, given, [])).toMatchObject([{code: error}]);
    expect(simulation.checkout).toBe(before);
  });
}

test('the country of a new checkout is the one that is asked for', async () => {
  const simulation = createSimulationCore({customer: null});
  const create = 'mutation { checkoutCreate(input: {buyerIdentity: {countryCode: CA}}) { checkout { id } } }';
  await ask(simulation, create);
  expect(await read(simulation, 'buyerIdentity { countryCode }')).toEqual({
    buyerIdentity: {countryCode: 'CA'},
  });
});

test('without its key a checkout does not exist', async () => {
  const simulation = createSimulationCore();
  const id = checkoutId(simulation).replace(/\?.*/, '');
  const update = `mutation ($id: ID!) { checkoutEmailUpdateV2(checkoutId: $id, email: "a@b.example") { checkout { id } ${ERRORS} } }`;
  expect((await ask(simulation, update, {id})).data['checkoutEmailUpdateV2']).toEqual({
    checkout: null,
    checkoutUserErrors: [{code: 'INVALID', field: ['checkoutId'], message: 'Checkout does not exist'}],
    userErrors: [{field: ['checkoutId'], message: 'Checkout does not exist'}],
  });
});

test('a version without checkouts finds none by node', async () => {
  const simulation = createSimulationCore();
  const variables = {id: checkoutId(simulation)};
  const query = 'query ($id: ID!) { node(id: $id) { id } }';
  expect((await askStorefront(simulation, query, {variables})).data).toEqual({node: null});
});

/** Sends a mutation of the checkout that pages show, and expects it to have no errors. Returns the errors. */
async function change(
  simulation: SimulationCore,
  mutation: string,
  given: string,
  expected: readonly object[] | null = null,
): Promise<readonly object[]> {
  const argument = given === '' ? '' : `, ${given}`;
  const errors = mutation.endsWith('Replace') ? 'userErrors { code }' : ERRORS;
  const query = `mutation ($id: ID!) { result: ${mutation}(checkoutId: $id${argument}) { checkout { id } ${errors} } }`;
  const {data} = await ask(simulation, query, {id: checkoutId(simulation)});
  const {checkoutUserErrors, userErrors} = data['result'] as Record<string, readonly object[]>;
  const all = checkoutUserErrors ?? userErrors ?? [];
  if (expected === null) expect(all).toEqual([]);
  return all;
}

function checkoutId({checkout: {cartId}}: SimulationCore): string {
  return cartId.replace('/Cart/', '/Checkout/');
}

async function read(simulation: SimulationCore, fields: string): Promise<unknown> {
  const query = `query ($id: ID!) { node(id: $id) { ... on Checkout { ${fields} } } }`;
  const {data} = await ask(simulation, query, {id: checkoutId(simulation)});
  return data['node'];
}

async function ask(
  simulation: SimulationCore,
  query: string,
  variables: object = {},
): Promise<{readonly data: Readonly<Record<string, unknown>>}> {
  const {data, errors} = await askStorefront(simulation, query, {variables, version: '2024-04'});
  expect(errors).toBeUndefined();
  return {data};
}
