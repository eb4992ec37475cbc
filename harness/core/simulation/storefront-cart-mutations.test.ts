import {expect, test} from '@playwright/test';
import {cartIdOf} from '../world/cart-id.ts';
import {extensionAt} from './mount-request.fixture.ts';
import {createSimulationCore} from './simulation-core.ts';
import type {SimulationCore} from './simulation-core.ts';
import {askStorefront} from './storefront-query.fixture.ts';

const BLOCK = 'purchase.checkout.block.render';
const ERRORS = 'userErrors { code field message }';
const HOME = {address1: '1 Road', city: 'Boston', countryCode: 'US', provinceCode: 'MA', zip: '02108'};
const BILLING = {address1: '1 Road', city: 'Boston', country: 'US', province: 'MA', zip: '02108'};

test('gift cards are added, removed and replaced, and a code that pays nothing is left out', async () => {
  const simulation = createSimulationCore();
  const cards = (): readonly string[] =>
    shown(simulation).giftCards.map(({lastCharacters}) => lastCharacters);

  await change(simulation, 'cartGiftCardCodesAdd', {
    giftCardCodes: ['GIFT-0000-0025', 'gift-0000-void', 'none'],
  });
  expect(cards()).toEqual(['0025']);
  await change(simulation, 'cartGiftCardCodesAdd', {giftCardCodes: ['gift-0000-0100', 'gift-0000-0025']});
  expect(cards()).toEqual(['0025', '0100']);
  expect(await readCart(simulation, 'appliedGiftCards { id lastCharacters }')).toEqual({
    appliedGiftCards: [
      {id: 'gid://shopify/AppliedGiftCard/0025', lastCharacters: '0025'},
      {id: 'gid://shopify/AppliedGiftCard/0100', lastCharacters: '0100'},
    ],
  });

  const appliedGiftCardIds = ['gid://shopify/AppliedGiftCard/0025'];
  await change(simulation, 'cartGiftCardCodesRemove', {appliedGiftCardIds});
  expect(cards()).toEqual(['0100']);
  await change(simulation, 'cartGiftCardCodesUpdate', {giftCardCodes: ['gift-0000-0025']});
  expect(cards()).toEqual(['0025']);
});

test('a chosen delivery option is that of the checkout, and its price counts', async () => {
  const simulation = createSimulationCore();
  const [group] = shown(simulation).deliveryGroups;
  const option = {deliveryGroupId: group?.id, deliveryOptionHandle: 'express'};
  const {cart} = await change(simulation, 'cartSelectedDeliveryOptionsUpdate', {
    selectedDeliveryOptions: [option],
  });

  expect(cart).not.toBeNull();
  expect(shown(simulation).deliveryGroups[0]?.selected).toBe('express');
  expect(shown(simulation).cost.shipping?.amount).toBe(12);
  expect(
    await readCart(simulation, 'deliveryGroups(first: 1) { nodes { selectedDeliveryOption { handle } } }'),
  ).toEqual({deliveryGroups: {nodes: [{selectedDeliveryOption: {handle: 'express'}}]}});

  const unknown = {selectedDeliveryOptions: [{...option, deliveryOptionHandle: 'drone'}]};
  expect((await change(simulation, 'cartSelectedDeliveryOptionsUpdate', unknown)).userErrors).toEqual([
    {
      code: 'INVALID_DELIVERY_OPTION',
      field: ['selectedDeliveryOptions'],
      message: 'The delivery option with handle drone is not valid.',
    },
  ]);
});

test('addresses are added, selected, changed, removed and replaced', async () => {
  const simulation = createSimulationCore();
  const listed = async (): Promise<unknown> => {
    const cart = await readCart(
      simulation,
      'delivery { addresses { id selected address { ... on CartDeliveryAddress { city } } } }',
    );
    return (cart as {delivery: {addresses: readonly object[]}}).delivery.addresses;
  };

  const [first, second] = [1, 2].map((number) => `gid://shopify/CartSelectableAddress/${number}`);
  await change(simulation, 'cartDeliveryAddressesAdd', {addresses: [{address: {deliveryAddress: HOME}}]});
  expect(await listed()).toEqual([
    {id: first, selected: true, address: {city: 'New York'}},
    {id: second, selected: false, address: {city: 'Boston'}},
  ]);

  await change(simulation, 'cartDeliveryAddressesUpdate', {addresses: [{id: second, selected: true}]});
  expect(shown(simulation).shippingAddress?.city).toBe('Boston');
  await change(simulation, 'cartDeliveryAddressesUpdate', {
    addresses: [{id: second, address: {deliveryAddress: {...HOME, city: 'Cambridge'}}}],
  });
  expect(shown(simulation).shippingAddress?.city).toBe('Cambridge');

  await change(simulation, 'cartDeliveryAddressesRemove', {addressIds: [second]});
  expect(shown(simulation).shippingAddress).toBeNull();
  expect(await listed()).toEqual([{id: first, selected: false, address: {city: 'New York'}}]);

  const addresses = [{selected: true, address: {deliveryAddress: HOME}}];
  await change(simulation, 'cartDeliveryAddressesReplace', {addresses});
  expect(await listed()).toMatchObject([{selected: true, address: {city: 'Boston'}}]);
  expect(shown(simulation).shippingAddress).toMatchObject(HOME);
});

test('a saved address of the customer is copied, and of nobody else', async () => {
  const simulation = createSimulationCore();
  const copyOf = (id: string): {addresses: object[]} => ({
    addresses: [{address: {copyFromCustomerAddressId: id}}],
  });
  const added = await change(
    simulation,
    'cartDeliveryAddressesAdd',
    copyOf('gid://shopify/CustomerAddress/7001'),
  );
  expect(added.userErrors).toEqual([]);

  const refused = await change(
    simulation,
    'cartDeliveryAddressesAdd',
    copyOf('gid://shopify/CustomerAddress/7002'),
  );
  expect(refused.userErrors).toEqual([
    {
      code: 'INVALID',
      field: ['addresses', '0', 'address', 'copyFromCustomerAddressId'],
      message: 'The customer address is invalid.',
    },
  ]);
});

test('a line is held to the stock, and costs what its selling plan says', async () => {
  const simulation = createSimulationCore();
  const [product] = simulation.world.products;
  const merchandiseId = product?.variants[1]?.id;
  const soldOut = 'gid://shopify/ProductVariant/30062';
  const {warnings} = await change(simulation, 'cartLinesAdd', {
    lines: [
      {merchandiseId, quantity: 999, sellingPlanId: 'gid://shopify/SellingPlan/8001'},
      {merchandiseId: soldOut},
    ],
  });

  expect(warnings).toEqual([
    {code: 'MERCHANDISE_NOT_ENOUGH_STOCK', target: 'gid://shopify/CartLine/3'},
    {code: 'MERCHANDISE_OUT_OF_STOCK', target: 'gid://shopify/CartLine/4'},
  ]);

  const {lines} = shown(simulation);
  const added = lines.at(-1);
  expect(lines).toHaveLength(3);
  expect(added?.quantity).toBeLessThanOrEqual(40);
  expect(added?.sellingPlan?.id).toBe('gid://shopify/SellingPlan/8001');
  expect(
    await readCart(simulation, 'lines(last: 1) { nodes { quantity cost { totalAmount { amount } } } }'),
  ).toEqual({
    lines: {
      nodes: [{quantity: added?.quantity, cost: {totalAmount: {amount: decimal(added?.total.amount)}}}],
    },
  });

  const onSale = {
    merchandiseId: 'gid://shopify/ProductVariant/30021',
    sellingPlanId: 'gid://shopify/SellingPlan/8001',
  };
  expect((await change(simulation, 'cartLinesAdd', {lines: [onSale]})).userErrors).toMatchObject([
    {code: 'SELLING_PLAN_NOT_APPLICABLE', field: ['lines', '0', 'sellingPlanId']},
  ]);
});

test('the billing address of a cart is that of the checkout', async () => {
  const simulation = createSimulationCore();
  await change(simulation, 'cartBillingAddressUpdate', {billingAddress: BILLING});
  expect(shown(simulation).billingAddress).toEqual(HOME);
  await change(simulation, 'cartBillingAddressUpdate', {billingAddress: null});
  expect(shown(simulation).billingAddress).toBeNull();
});

test('metafields are set and deleted, and the checkout has them', async () => {
  const simulation = createSimulationCore();
  const ownerId = simulation.checkout.cartId;
  const set =
    'mutation ($metafields: [CartMetafieldsSetInput!]!) { cartMetafieldsSet(metafields: $metafields) { metafields { id namespace key value } userErrors { code field elementIndex } } }';
  const gift = {ownerId, key: 'custom.gift', type: 'single_line_text_field', value: 'yes'};
  const {data} = await askStorefront(simulation, set, {variables: {metafields: [gift]}});
  const id = 'gid://shopify/Metafield/cart-custom-gift';
  expect(data['cartMetafieldsSet']).toEqual({
    metafields: [{id, namespace: 'custom', key: 'gift', value: 'yes'}],
    userErrors: [],
  });

  expect(shown(simulation).metafields).toEqual([
    {namespace: 'custom', key: 'gift', value: 'yes', type: 'single_line_text_field'},
  ]);
  expect(await readCart(simulation, 'metafield(namespace: "custom", key: "gift") { value }')).toEqual({
    metafield: {value: 'yes'},
  });

  const wrong = [gift, {...gift, ownerId: 'gid://shopify/Cart/none'}, {...gift, key: 'gift'}];
  expect((await askStorefront(simulation, set, {variables: {metafields: wrong}})).data).toEqual({
    cartMetafieldsSet: {
      metafields: null,
      userErrors: [
        {code: 'INVALID_OWNER', field: ['metafields', '1', 'ownerId'], elementIndex: 1},
        {code: 'INVALID_VALUE', field: ['metafields', '2', 'key'], elementIndex: 2},
      ],
    },
  });

  const remove =
    'mutation ($input: CartMetafieldDeleteInput!) { cartMetafieldDelete(input: $input) { deletedId userErrors { code field } } }';
  const variables = {input: {ownerId, key: 'custom.gift'}};
  expect((await askStorefront(simulation, remove, {variables})).data).toEqual({
    cartMetafieldDelete: {deletedId: id, userErrors: []},
  });
  expect(shown(simulation).metafields).toEqual([]);
  expect((await askStorefront(simulation, remove, {variables})).data).toEqual({
    cartMetafieldDelete: {
      deletedId: null,
      userErrors: [{code: 'METAFIELD_DOES_NOT_EXIST', field: ['input', 'key']}],
    },
  });
});

test('an access token makes its customer the buyer, and personal data is removed', async () => {
  const simulation = createSimulationCore({customer: null});
  const signIn =
    'mutation { customerAccessTokenCreate(input: {email: "bea@engines.example", password: "simhost"}) { customerAccessToken { accessToken } } }';
  const {data} = await askStorefront<{
    customerAccessTokenCreate: {customerAccessToken: {accessToken: string}};
  }>(simulation, signIn);
  const {accessToken} = data.customerAccessTokenCreate.customerAccessToken;

  await change(simulation, 'cartBuyerIdentityUpdate', {buyerIdentity: {customerAccessToken: accessToken}});
  expect(shown(simulation).contact).toEqual({email: 'bea@engines.example', phone: null});
  expect(await readCart(simulation, 'buyerIdentity { email customer { firstName } }')).toEqual({
    buyerIdentity: {email: 'bea@engines.example', customer: {firstName: 'Bea'}},
  });

  const unknown = {buyerIdentity: {customerAccessToken: 'none'}};
  expect((await change(simulation, 'cartBuyerIdentityUpdate', unknown)).userErrors).toEqual([
    {code: 'INVALID', field: ['buyerIdentity', 'customerAccessToken'], message: 'Customer is invalid'},
  ]);

  await change(simulation, 'cartRemovePersonalData', {});
  expect(shown(simulation)).toMatchObject({contact: {email: null, phone: null}, shippingAddress: null});
  expect(await readCart(simulation, 'buyerIdentity { email customer { firstName } }')).toEqual({
    buyerIdentity: {email: null, customer: null},
  });
});

test('the country and the preferences of a buyer stay with the cart, also without an address', async () => {
  const simulation = createSimulationCore({customer: null});
  const preferences = {
    wallet: ['shop_pay'],
    delivery: {deliveryMethod: ['PICK_UP'], pickupHandle: ['downtown']},
  };
  await change(simulation, 'cartBuyerIdentityUpdate', {buyerIdentity: {countryCode: 'CA', preferences}});
  const fields =
    'buyerIdentity { countryCode preferences { wallet delivery { deliveryMethod pickupHandle } } }';
  expect(await readCart(simulation, fields)).toEqual({buyerIdentity: {countryCode: 'CA', preferences}});
});

test('older versions give the address to deliver to with the buyer', async () => {
  const simulation = createSimulationCore({customer: null});
  const {cartId} = simulation.checkout;
  const update = `mutation ($cartId: ID!, $buyerIdentity: CartBuyerIdentityInput!) {
    cartBuyerIdentityUpdate(cartId: $cartId, buyerIdentity: $buyerIdentity) { cart { buyerIdentity { deliveryAddressPreferences { ... on MailingAddress { city } } } } ${ERRORS} }
  }`;
  const buyerIdentity = {deliveryAddressPreferences: [{deliveryAddress: BILLING}]};
  const {data} = await askStorefront(simulation, update, {
    variables: {cartId, buyerIdentity},
    version: '2024-04',
  });

  expect(data['cartBuyerIdentityUpdate']).toEqual({
    cart: {buyerIdentity: {deliveryAddressPreferences: [{city: 'Boston'}]}},
    userErrors: [],
  });
  expect(shown(simulation).shippingAddress).toEqual(HOME);
});

test('codes that do not apply stay with the cart, each with its warning', async () => {
  const simulation = createSimulationCore();
  const {warnings} = await change(simulation, 'cartDiscountCodesUpdate', {
    discountCodes: ['welcome10', 'NOPE', 'SUMMER25'],
  });

  expect(warnings).toEqual([
    {code: 'DISCOUNT_NOT_FOUND', target: 'NOPE'},
    {code: 'DISCOUNT_CURRENTLY_INACTIVE', target: 'SUMMER25'},
  ]);
  expect(shown(simulation).discountCodes).toEqual(['WELCOME10']);
  expect(await readCart(simulation, 'discountCodes { code applicable }')).toEqual({
    discountCodes: [
      {code: 'WELCOME10', applicable: true},
      {code: 'NOPE', applicable: false},
      {code: 'SUMMER25', applicable: false},
    ],
  });
});

test('without its key a cart has no buyer, and no mutation', async () => {
  const simulation = createSimulationCore();
  const id = simulation.checkout.cartId.replace(/\?.*/, '');
  const fields = 'totalQuantity buyerIdentity { email customer { id } } delivery { addresses { id } }';
  expect(await readCart(simulation, fields, id)).toEqual({
    totalQuantity: 3,
    buyerIdentity: {email: null, customer: null},
    delivery: {addresses: []},
  });

  for (const cartId of [id, `${id}?key=wrong`]) {
    expect(await change(simulation, 'cartNoteUpdate', {note: 'Hello', cartId})).toMatchObject({
      cart: null,
      userErrors: [{code: 'INVALID', field: ['cartId'], message: 'The specified cart does not exist.'}],
    });
  }
  expect(simulation.checkout.note).toBeNull();
});

test('a cart that is made while a checkout shows leaves that checkout alone', async () => {
  const simulation = createSimulationCore();
  await simulation.extensions.mount(extensionAt(BLOCK));
  const before = simulation.checkout;
  const {data} = await askStorefront<{cartCreate: {cart: {id: string; totalQuantity: number}}}>(
    simulation,
    'mutation { cartCreate(input: {lines: [{merchandiseId: "gid://shopify/ProductVariant/30021", quantity: 4}]}) { cart { id totalQuantity } } }',
  );

  const {id, totalQuantity} = data.cartCreate.cart;
  expect(totalQuantity).toBe(4);
  expect(id).not.toBe(before.cartId);
  expect(simulation.checkout).toBe(before);

  await change(simulation, 'cartNoteUpdate', {note: 'Another', cartId: id});
  expect(await readCart(simulation, 'note', id)).toEqual({note: 'Another'});
  expect(simulation.checkout.note).toBeNull();
});

test('a clone has the lines and nothing of the buyer', async () => {
  const simulation = createSimulationCore();
  await change(simulation, 'cartNoteUpdate', {note: 'Ring twice'});
  const {cartId, lines} = simulation.checkout;
  const {data} = await askStorefront<{cartClone: {cart: object}}>(
    simulation,
    'mutation ($cartId: ID!) { cartClone(cartId: $cartId) { cart { id note totalQuantity buyerIdentity { email } } } }',
    {variables: {cartId}},
  );

  const next = simulation.checkout;
  expect(next.cartId).not.toBe(cartId);
  expect(next.lines.map(({merchandise}) => merchandise)).toEqual(lines.map(({merchandise}) => merchandise));
  expect(data.cartClone.cart).toEqual({
    id: next.cartId,
    note: 'Ring twice',
    totalQuantity: 3,
    buyerIdentity: {email: null},
  });
});

test('a new cart has the buyer once its checkout is opened', async () => {
  const simulation = createSimulationCore();
  await askStorefront(
    simulation,
    'mutation { cartCreate(input: {lines: [{merchandiseId: "gid://shopify/ProductVariant/30021"}]}) { cart { id } } }',
  );
  expect(shown(simulation)).toMatchObject({contact: {email: null}, shippingAddress: null});

  await simulation.extensions.mount(extensionAt('purchase.checkout.shipping-option-list.render-before'));
  expect(shown(simulation)).toMatchObject({
    contact: {email: 'ada@example.com'},
    shippingAddress: {city: 'New York'},
  });
});

test('renewed line ids follow each mutation, and an old one is a notice', async () => {
  const simulation = createSimulationCore({checkout: {lineIds: 'renewed'}});
  const id = 'gid://shopify/CartLine/1';
  await change(simulation, 'cartLinesUpdate', {lines: [{id, quantity: 5}]});
  expect(shown(simulation).lines.map((line) => [line.id, line.quantity])).toEqual([
    ['gid://shopify/CartLine/3', 5],
    ['gid://shopify/CartLine/4', 1],
  ]);
  expect(shown(simulation).deliveryGroups[0]?.lineIds).toEqual(
    shown(simulation).lines.map((line) => line.id),
  );

  const {userErrors} = await change(simulation, 'cartLinesUpdate', {lines: [{id, quantity: 6}]});
  expect(userErrors).toEqual([
    {
      code: 'INVALID_MERCHANDISE_LINE',
      field: ['lines', '0', 'id'],
      message: 'The merchandise line with id 1 does not exist.',
    },
  ]);
  expect(simulation.notices.all).toContainEqual(
    expect.objectContaining({
      code: 'cart-line-id-old',
      message:
        'A query of the Storefront API used a cart line id from before the last change: "gid://shopify/CartLine/1" is "gid://shopify/CartLine/3" now.',
    }),
  );
});

test('a mutation that repeats the last one is a notice', async () => {
  const simulation = createSimulationCore();
  await change(simulation, 'cartNoteUpdate', {note: 'Ring twice'});
  expect(simulation.notices.all.map(({code}) => code)).not.toContain('change-repeated');
  await change(simulation, 'cartNoteUpdate', {note: 'Ring twice'});
  expect(simulation.notices.all.map(({code}) => code)).toContain('change-repeated');
});

test('a paid cart becomes the order that pages show, once', async () => {
  const simulation = createSimulationCore();
  const {cartId, token} = simulation.checkout;
  const prepare =
    'mutation ($cartId: ID!) { cartPrepareForCompletion(cartId: $cartId) { result { __typename ... on CartStatusReady { cart { cost { totalAmount { amount currencyCode } } } } } userErrors { code } } }';
  const {data} = await askStorefront<{
    cartPrepareForCompletion: {result: {cart: {cost: {totalAmount: object}}}};
  }>(simulation, prepare, {variables: {cartId}});
  const amount = data.cartPrepareForCompletion.result.cart.cost.totalAmount;

  expect(await submit(simulation, cartId)).toMatchObject({
    result: {__typename: 'SubmitFailed', errors: [{code: 'PAYMENTS_METHOD_REQUIRED'}]},
  });

  const payment = {amount, directPaymentMethod: {sessionId: 'card', billingAddress: BILLING}};
  expect((await change(simulation, 'cartPaymentUpdate', {payment})).userErrors).toEqual([]);
  expect(shown(simulation)).toMatchObject({selectedPaymentOption: 'credit-card', billingAddress: HOME});

  expect(await submit(simulation, cartId)).toEqual({
    result: {
      __typename: 'SubmitSuccess',
      attemptId: 'attempt',
      redirectUrl: `https://acme.myshopify.com/checkouts/cn/${token}/thank-you`,
    },
    userErrors: [],
  });

  expect(simulation.order).toMatchObject({name: '#1005', email: 'ada@example.com', checkoutToken: token});
  expect(simulation.order.cost.total).toEqual({
    amount: Number((amount as {amount: string}).amount),
    currencyCode: 'USD',
  });
  expect(await submit(simulation, cartId)).toMatchObject({result: {__typename: 'SubmitAlreadyAccepted'}});
  expect(await readCart(simulation, 'id', cartId)).toBeNull();
});

test('a second cart becomes a separate order', async () => {
  const simulation = createSimulationCore();
  simulation.update({checkout: {step: 'thank-you'}});
  await askStorefront(
    simulation,
    'mutation { cartCreate(input: {lines: [{merchandiseId: "gid://shopify/ProductVariant/30021"}]}) { cart { id } } }',
  );
  expect(simulation.order.name).toBe('#1005');
  simulation.update({checkout: {step: 'thank-you'}});
  expect(simulation.order.name).toBe('#1006');
});

for (const [name, mutation, given, error] of [
  [
    'a cart of a guest without an address',
    'cartPrepareForCompletion',
    {},
    {result: {__typename: 'CartStatusNotReady'}},
  ],
  [
    'a note that is too long',
    'cartNoteUpdate',
    {note: 'x'.repeat(5001)},
    {userErrors: [{code: 'NOTE_TOO_LONG', field: ['note']}]},
  ],
  [
    'an unknown address',
    'cartDeliveryAddressesRemove',
    {addressIds: ['gid://shopify/CartSelectableAddress/9']},
    {userErrors: [{code: 'INVALID_DELIVERY_ADDRESS_ID', field: ['addressIds', '0']}]},
  ],
  [
    'two selected addresses',
    'cartDeliveryAddressesAdd',
    {addresses: [1, 2].map(() => ({selected: true, address: {deliveryAddress: HOME}}))},
    {userErrors: [{code: 'ONLY_ONE_DELIVERY_ADDRESS_CAN_BE_SELECTED', field: ['addresses']}]},
  ],
  [
    'a postal code of another country, strictly',
    'cartDeliveryAddressesAdd',
    {
      addresses: [{address: {deliveryAddress: {...HOME, zip: 'EC1A 1BB'}}, validationStrategy: 'STRICT'}],
    },
    {userErrors: [{code: 'INVALID_ZIP_CODE_FOR_COUNTRY'}]},
  ],
  [
    'an unknown parent line',
    'cartLinesAdd',
    {
      lines: [
        {merchandiseId: 'gid://shopify/ProductVariant/30021', parent: {lineId: 'gid://shopify/CartLine/9'}},
      ],
    },
    {userErrors: [{code: 'PARENT_LINE_NOT_FOUND', field: ['lines', '0', 'parent']}]},
  ],
  [
    'a payment by Apple Pay, which the shop does not take',
    'cartPaymentUpdate',
    {
      payment: {
        amount: {amount: '1.0', currencyCode: 'USD'},
        walletPaymentMethod: {
          applePayWalletContent: {
            billingAddress: {},
            data: '',
            header: {ephemeralPublicKey: '', publicKeyHash: '', transactionId: ''},
            signature: '',
            version: '',
          },
        },
      },
    },
    {userErrors: [{code: 'PAYMENT_METHOD_NOT_SUPPORTED', field: ['payment']}]},
  ],
  [
    'a payment as a free cart, which is not free',
    'cartPaymentUpdate',
    {payment: {amount: {amount: '0.0', currencyCode: 'USD'}, freePaymentMethod: {billingAddress: {}}}},
    {userErrors: [{code: 'INVALID_PAYMENT', field: ['payment', 'freePaymentMethod']}]},
  ],
] as const) {
  test(`${name} is refused, and nothing changes`, async () => {
    const simulation = createSimulationCore({customer: null});
    const {cost, lines, shippingAddress, note} = simulation.checkout;
    expect(await change(simulation, mutation, given)).toMatchObject(error);
    expect(simulation.checkout).toMatchObject({cost, lines, shippingAddress, note});
  });
}

test('a list of more than 250 values is refused, also within an input', async () => {
  const simulation = createSimulationCore();
  const create =
    'mutation ($codes: [String!]) { cartCreate(input: {discountCodes: $codes}) { cart { id } } }';
  const codes = (count: number): object => ({variables: {codes: Array.from({length: count}, () => 'NOPE')}});

  expect(await askStorefront(simulation, create, codes(251))).toMatchObject({
    data: {cartCreate: null},
    errors: [
      {
        message: 'The input array size of 251 is greater than the maximum allowed of 250.',
        extensions: {code: 'MAX_INPUT_SIZE_EXCEEDED'},
      },
    ],
  });
  expect((await askStorefront(simulation, create, codes(250))).errors).toBeUndefined();
});

test('a version without a code of an error answers INVALID', async () => {
  const simulation = createSimulationCore();
  const {data} = await askStorefront(
    simulation,
    'mutation ($cartId: ID!, $note: String!) { cartNoteUpdate(cartId: $cartId, note: $note) { userErrors { code } } }',
    {variables: {cartId: simulation.checkout.cartId, note: 'x'.repeat(5001)}, version: '2024-04'},
  );
  expect(data['cartNoteUpdate']).toEqual({userErrors: [{code: 'INVALID'}]});
});

test('the key of a cart follows from its token', () => {
  expect(cartIdOf('a')).toBe(cartIdOf('a'));
  expect(cartIdOf('a').split('key=')[1]).not.toBe(cartIdOf('b').split('key=')[1]);
});

/** The types of the arguments of the mutations. */
const TYPES: Readonly<Record<string, string>> = {
  giftCardCodes: '[String!]!',
  appliedGiftCardIds: '[ID!]!',
  selectedDeliveryOptions: '[CartSelectedDeliveryOptionInput!]!',
  addressIds: '[ID!]!',
  billingAddress: 'MailingAddressInput',
  buyerIdentity: 'CartBuyerIdentityInput!',
  discountCodes: '[String!]!',
  note: 'String!',
  payment: 'CartPaymentInput!',
};

interface Payload {
  readonly cart?: object | null;
  readonly userErrors: readonly object[];
  readonly warnings?: readonly object[];
}

/** Sends a mutation of the cart that pages show, unless `cartId` names another one. */
async function change(
  simulation: SimulationCore,
  mutation: string,
  {cartId = simulation.checkout.cartId, ...given}: Readonly<Record<string, unknown>>,
): Promise<Payload> {
  const names = Object.keys(given);
  const declared = names.map((name) => `, $${name}: ${typeOf(mutation, name)}`).join('');
  const passed = names.map((name) => `, ${name}: $${name}`).join('');
  const isPreparation = mutation === 'cartPrepareForCompletion';
  const fields = isPreparation ? 'result { __typename }' : 'cart { id } warnings { code target }';
  const query = `mutation ($cartId: ID!${declared}) { ${mutation}(cartId: $cartId${passed}) { ${fields} ${ERRORS} } }`;

  const {data, errors} = await askStorefront<Record<string, Payload>>(simulation, query, {
    variables: {cartId, ...given},
  });
  expect(errors).toBeUndefined();
  return data[mutation] as Payload;
}

function typeOf(mutation: string, name: string): string {
  const isUpdate = mutation.endsWith('Update');
  if (name === 'lines') return isUpdate ? '[CartLineUpdateInput!]!' : '[CartLineInput!]!';
  if (name === 'addresses')
    return isUpdate ? '[CartSelectableAddressUpdateInput!]!' : '[CartSelectableAddressInput!]!';
  return TYPES[name] ?? 'String';
}

async function submit(simulation: SimulationCore, cartId: string): Promise<unknown> {
  const query =
    'mutation ($cartId: ID!) { cartSubmitForCompletion(cartId: $cartId, attemptToken: "attempt") { result { __typename ... on SubmitSuccess { attemptId redirectUrl } ... on SubmitFailed { errors { code } } } userErrors { code } } }';
  return (await askStorefront(simulation, query, {variables: {cartId}})).data['cartSubmitForCompletion'];
}

async function readCart(
  simulation: SimulationCore,
  fields: string,
  id: string = simulation.checkout.cartId,
): Promise<unknown> {
  const query = `query ($id: ID!) { cart(id: $id) { ${fields} } }`;
  const {data, errors} = await askStorefront(simulation, query, {variables: {id}});
  expect(errors).toBeUndefined();
  return data['cart'];
}

/** An amount as the platform writes it: at least one digit is after the point. */
function decimal(amount = 0): string {
  return Number.isInteger(amount) ? `${amount}.0` : String(amount);
}

/** Returns the checkout that pages and their signals get. */
function shown(simulation: SimulationCore): SimulationCore['checkout'] {
  return simulation.pages.state().checkout;
}
