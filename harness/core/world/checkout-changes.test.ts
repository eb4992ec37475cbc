import {expect, test} from '@playwright/test';
import {performBuyerAction} from './buyer.ts';
import {atStep, changeCheckout, createCheckout} from './checkout.ts';
import type {Checkout} from './checkout.ts';
import {withTotals} from './checkout-cost.ts';
import {SOLD_OUT} from './inventory.ts';
import {applyChange} from './checkout-changes.ts';
import {PEOPLE} from './people.ts';
import {createWorld} from './world.ts';
import type {ChangeMember} from '../../wire/change-members.ts';

const WORLD = createWorld();
const START = createCheckout(WORLD, PEOPLE.ada);
const VARIANT = 'gid://shopify/ProductVariant/30031';
const ON_SALE = 'gid://shopify/ProductVariant/30021';
const MONTHLY = 'gid://shopify/SellingPlan/8001';
const LINE = 'gid://shopify/CartLine/1';

interface Applied {
  readonly checkout: Checkout;
  readonly result: {type: string; message?: string; errors?: unknown};
}

function apply(member: ChangeMember, change: unknown, checkout = START, apiVersion = '2026-07'): Applied {
  return applyChange(checkout, member, change, {...WORLD, apiVersion, soldOut: SOLD_OUT});
}

const cents = ({amount}: {amount: number}): number => Math.round(amount * 100);

/** Changes that succeed, with a field of the changed checkout and its value. */
const GOOD: readonly (readonly [ChangeMember, object, (checkout: Checkout) => unknown, unknown])[] = [
  [
    'applyAttributeChange',
    {type: 'updateAttribute', key: 'Gift', value: 'yes'},
    (it) => it.attributes,
    [{key: 'Gift', value: 'yes'}],
  ],
  ['applyAttributeChange', {type: 'removeAttribute', key: 'nobody'}, (it) => it.attributes, []],
  [
    'applyCartLinesChange',
    {type: 'addCartLine', merchandiseId: VARIANT, quantity: 3},
    (it) => it.lines.map(({id, quantity}) => [id.slice(-1), quantity]),
    [
      ['1', 2],
      ['2', 1],
      ['3', 3],
    ],
  ],
  [
    'applyCartLinesChange',
    {
      type: 'addCartLine',
      merchandiseId: VARIANT,
      quantity: 1,
      sellingPlanId: 'gid://shopify/SellingPlan/1',
      parent: {lineId: LINE},
    },
    (it) => [
      it.lines[2]?.sellingPlan?.id,
      it.lines[2]?.parentId,
      it.deliveryGroups.map(({groupType}) => groupType),
    ],
    ['gid://shopify/SellingPlan/1', LINE, ['oneTimePurchase', 'subscription']],
  ],
  ['applyCartLinesChange', {type: 'removeCartLine', id: LINE, quantity: 1}, (it) => it.lines[0]?.quantity, 1],
  ['applyCartLinesChange', {type: 'removeCartLine', id: LINE, quantity: 2}, (it) => it.lines.length, 1],
  [
    'applyCartLinesChange',
    {
      type: 'updateCartLine',
      id: LINE,
      quantity: 5,
      merchandiseId: VARIANT,
      attributes: [{key: 'a', value: 'b'}],
    },
    ({lines: [line]}) => [line?.quantity, line?.merchandise.id, line?.attributes],
    [5, VARIANT, [{key: 'a', value: 'b'}]],
  ],
  [
    'applyDiscountCodeChange',
    {type: 'addDiscountCode', code: 'welcome10'},
    (it) => it.discountCodes,
    ['WELCOME10'],
  ],
  [
    'applyGiftCardChange',
    {type: 'addGiftCard', code: 'gift-0000-0025'},
    (it) => it.giftCards.map((card) => card.lastCharacters),
    ['0025'],
  ],
  [
    'applyMetafieldChange',
    {
      type: 'updateCartMetafield',
      metafield: {namespace: 'n', key: 'k', value: 'v', type: 'single_line_text_field'},
    },
    (it) => it.metafields,
    [{namespace: 'n', key: 'k', value: 'v', type: 'single_line_text_field'}],
  ],
  ['applyMetafieldChange', {type: 'removeCartMetafield', key: 'k'}, (it) => it.metafields, []],
  ['applyNoteChange', {type: 'updateNote', note: 'Ring twice'}, (it) => it.note, 'Ring twice'],
  ['applyNoteChange', {type: 'removeNote'}, (it) => it.note, null],
  [
    'applyPaymentMethodAttributesChange',
    {type: 'updatePaymentMethodAttributes', attributes: [{key: 'months', value: 3}]},
    (it) => it.paymentMethodAttributes,
    [{key: 'months', value: 3}],
  ],
  [
    'applyRedeemableChange',
    {type: 'redeemableAddChange', identifier: 'gift-0000-0100', attributes: []},
    (it) => it.giftCards.map((card) => card.lastCharacters),
    ['0100'],
  ],
  [
    'applyShippingAddressChange',
    {type: 'updateShippingAddress', address: {city: 'Boston', zip: '02108'}},
    (it) => [it.shippingAddress?.city, it.shippingAddress?.address1],
    ['Boston', '12 Engine Street'],
  ],
];

for (const [member, change, read, expected] of GOOD) {
  test(`${member} with ${JSON.stringify(change)} changes the checkout`, () => {
    const {checkout, result} = apply(member, change);
    expect(result.type).toBe('success');
    expect(read(checkout)).toEqual(expected);
  });
}

const forbidding = (instructions: object): Checkout => changeCheckout(START, {instructions}, WORLD);
const coded = apply('applyDiscountCodeChange', {type: 'addDiscountCode', code: 'FIVEOFF'}).checkout;
const carded = apply('applyGiftCardChange', {type: 'addGiftCard', code: 'gift-0000-0025'}).checkout;

/** Changes that are refused, with the message. */
const BAD: readonly (readonly [ChangeMember, unknown, RegExp, Checkout?])[] = [
  [
    'applyAttributeChange',
    {type: 'updateAttribute', key: 'a', value: 'b'},
    /canUpdateAttributes is false/,
    forbidding({attributes: {canUpdateAttributes: false}}),
  ],
  ['applyAttributeChange', {type: 'updateAttribute', key: '', value: 'b'}, /needs a key/],
  ['applyAttributeChange', {type: 'updateAttribute', key: 'a', value: 7}, /is not a string/],
  [
    'applyCartLinesChange',
    {type: 'addCartLine', merchandiseId: VARIANT, quantity: 1},
    /canAddCartLine is false/,
    forbidding({lines: {canAddCartLine: false}}),
  ],
  [
    'applyCartLinesChange',
    {type: 'removeCartLine', id: LINE, quantity: 1},
    /canRemoveCartLine is false/,
    forbidding({lines: {canRemoveCartLine: false}}),
  ],
  [
    'applyCartLinesChange',
    {type: 'updateCartLine', id: LINE, quantity: 1},
    /canUpdateCartLine is false/,
    forbidding({lines: {canUpdateCartLine: false}}),
  ],
  [
    'applyCartLinesChange',
    {type: 'addCartLine', merchandiseId: 'gid://shopify/ProductVariant/1', quantity: 1},
    /sells no/,
  ],
  ['applyCartLinesChange', {type: 'addCartLine', quantity: 1}, /sells no/],
  [
    'applyCartLinesChange',
    {type: 'addCartLine', merchandiseId: VARIANT, quantity: 0},
    /whole number from 1 up/,
  ],
  [
    'applyCartLinesChange',
    {type: 'addCartLine', merchandiseId: VARIANT, quantity: 1, sellingPlanId: 'weekly'},
    /Unknown selling plan "weekly"/,
  ],
  [
    'applyCartLinesChange',
    {type: 'addCartLine', merchandiseId: ON_SALE, quantity: 1, sellingPlanId: MONTHLY},
    /does not have the selling plan .*8001/,
  ],
  [
    'applyCartLinesChange',
    {type: 'addCartLine', merchandiseId: 'gid://shopify/ProductVariant/30062', quantity: 1},
    /Natural is sold out/,
  ],
  [
    'applyCartLinesChange',
    {type: 'addCartLine', merchandiseId: VARIANT, quantity: 1, parent: {lineId: 'x'}},
    /no parent line "x"/,
  ],
  [
    'applyCartLinesChange',
    {type: 'addCartLine', merchandiseId: VARIANT, quantity: 1, attributes: 'x'},
    /is not a list/,
  ],
  [
    'applyCartLinesChange',
    {type: 'removeCartLine', id: 'gid://shopify/CartLine/9', quantity: 1},
    /no line .* It has: gid/,
  ],
  ['applyCartLinesChange', {type: 'removeCartLine', id: LINE, quantity: 3}, /has 2 of it, not 3/],
  ['applyCartLinesChange', {type: 'updateCartLine', id: LINE, quantity: 1.5}, /whole number/],
  [
    'applyDiscountCodeChange',
    {type: 'addDiscountCode', code: 'FIVEOFF'},
    /canUpdateDiscountCodes is false/,
    forbidding({discounts: {canUpdateDiscountCodes: false}}),
  ],
  ['applyDiscountCodeChange', {type: 'addDiscountCode', code: 'NOPE'}, /does not exist/],
  ['applyDiscountCodeChange', {type: 'addDiscountCode', code: 'SUMMER25'}, /has expired/],
  ['applyDiscountCodeChange', {type: 'addDiscountCode', code: 'fiveoff'}, /applied already/, coded],
  ['applyDiscountCodeChange', {type: 'removeDiscountCode', code: 'FIVEOFF'}, /is not applied/],
  ['applyDiscountCodeChange', {type: 'addDiscountCode'}, /no discount code/],
  ['applyGiftCardChange', {type: 'addGiftCard', code: 'gift-1'}, /gift card does not exist/],
  ['applyGiftCardChange', {type: 'addGiftCard', code: 'gift-0000-0000'}, /Nothing is left/],
  ['applyGiftCardChange', {type: 'addGiftCard', code: 'gift-0000-void'}, /disabled/],
  ['applyGiftCardChange', {type: 'addGiftCard', code: 'gift-0000-0025'}, /applied already/, carded],
  ['applyGiftCardChange', {type: 'removeGiftCard', code: '0025'}, /not applied/],
  [
    'applyMetafieldChange',
    {type: 'updateCartMetafield', metafield: {key: 'k', value: 'v', type: 't'}},
    /canSetCartMetafields is false/,
    forbidding({metafields: {canSetCartMetafields: false}}),
  ],
  [
    'applyMetafieldChange',
    {type: 'removeCartMetafield', key: 'k'},
    /canDeleteCartMetafield is false/,
    forbidding({metafields: {canDeleteCartMetafield: false}}),
  ],
  ['applyMetafieldChange', {type: 'updateCartMetafield', metafield: {value: 'v', type: 't'}}, /needs a key/],
  [
    'applyMetafieldChange',
    {type: 'updateCartMetafield', metafield: {key: 'k', value: 5, type: 't'}},
    /is not a string/,
  ],
  ['applyMetafieldChange', {type: 'updateCartMetafield', metafield: {key: 'k', value: 'v'}}, /needs a type/],
  [
    'applyMetafieldChange',
    {type: 'updateMetafield', namespace: 'n', key: 'k', value: 'v', valueType: 'string'},
    /Unknown type of change: "updateMetafield"/,
  ],
  [
    'applyNoteChange',
    {type: 'updateNote', note: 'x'},
    /canUpdateNote is false/,
    forbidding({notes: {canUpdateNote: false}}),
  ],
  ['applyNoteChange', {type: 'updateNote'}, /is not a string/],
  [
    'applyPaymentMethodAttributesChange',
    {type: 'updatePaymentMethodAttributes', attributes: [{key: 'a', value: null}]},
    /is not a list/,
  ],
  ['applyRedeemableChange', {type: 'redeemableAddChange', attributes: []}, /needs an identifier/],
  [
    'applyRedeemableChange',
    {type: 'redeemableAddChange', identifier: 'gift-1', attributes: []},
    /gift card does not exist/,
  ],
  ['applyRedeemableChange', {type: 'redeemableAddChange', identifier: 'gift-1'}, /is not a list/],
];

for (const [member, change, message, checkout = START] of BAD) {
  test(`${member} with ${JSON.stringify(change)} is refused: ${message.source}`, () => {
    const refused = apply(member, change, checkout);
    expect(refused.result).toEqual({type: 'error', message: expect.stringMatching(message) as unknown});
    expect(refused.checkout).toBe(checkout);
  });
}

for (const [address, errors] of [
  [{countryCode: 'XQ'}, [{field: 'countryCode', message: 'Unknown country "XQ".'}]],
  [{zip: 'EC1'}, [{field: 'zip', message: '"EC1" is not a postal code of US.'}]],
  [
    {city: 5, planet: 'Mars'},
    [{field: 'city', message: 'city is not a string.'}, {message: 'An address has no field "planet".'}],
  ],
] as const) {
  test(`applyShippingAddressChange refuses ${JSON.stringify(address)} with an error for each field`, () => {
    const {result} = apply('applyShippingAddressChange', {type: 'updateShippingAddress', address});
    expect(result).toEqual({type: 'error', errors});
  });
}

const MEMBERS = [...new Set(GOOD.map(([member]) => member))];

for (const member of MEMBERS) {
  for (const [when, checkout] of [
    ['in an accelerated checkout', changeCheckout(START, {accelerated: true}, WORLD)],
    [
      'after the buyer has paid',
      {...START, confirmation: {order: {id: 'gid://shopify/Order/1'}, number: 'A', isFirstOrder: true}},
    ],
  ] as const) {
    test(`${member} is refused ${when}`, () => {
      const change = GOOD.find(([name]) => name === member)?.[1];
      expect(JSON.stringify(apply(member, change, checkout).result)).toMatch(/accelerated|completed/);
    });
  }

  for (const change of [
    undefined,
    null,
    'text',
    [],
    {type: 'nonsense', key: 'k', code: 'c', metafield: {}},
  ]) {
    test(`${member} returns an error for ${JSON.stringify(change)}`, () => {
      expect(apply(member, change).result.type).toBe('error');
    });
  }
}

test('an address change is refused if the instructions forbid custom addresses', () => {
  const checkout = forbidding({delivery: {canSelectCustomAddress: false}});
  const {result} = apply(
    'applyShippingAddressChange',
    {type: 'updateShippingAddress', address: {city: 'X'}},
    checkout,
  );

  expect(result).toEqual({
    type: 'error',
    errors: [{message: "The cart's instructions do not allow it: delivery.canSelectCustomAddress is false."}],
  });
});

test('API version 2026-01 sets and removes metafields of the checkout itself', () => {
  const change = {type: 'updateMetafield', namespace: 'n', key: 'k', value: 5, valueType: 'integer'};
  const set = apply('applyMetafieldChange', change, START, '2026-01');

  expect(set.checkout.checkoutMetafields).toEqual([
    {namespace: 'n', key: 'k', value: 5, valueType: 'integer'},
  ]);

  const removed = apply(
    'applyMetafieldChange',
    {type: 'removeMetafield', namespace: 'n', key: 'k'},
    set.checkout,
    '2026-01',
  );

  expect(removed.checkout.checkoutMetafields).toEqual([]);
});

test('cost follows from prices, quantities, codes, delivery, tax and gift cards', () => {
  const priced = START.lines.map(({merchandise, quantity}) => cents(merchandise.price) * quantity);
  const full = priced.reduce((sum, each) => sum + each, 0);

  expect(cents(START.cost.subtotal)).toBe(full);
  expect(START.cost.shipping).toBeNull();

  const ten = apply('applyDiscountCodeChange', {type: 'addDiscountCode', code: 'WELCOME10'}).checkout;
  const lessTen = priced.map((each) => each - Math.floor(each / 10));
  expect(ten.lines.map(({total}) => cents(total))).toEqual(lessTen);
  const five = apply('applyDiscountCodeChange', {type: 'addDiscountCode', code: 'FIVEOFF'}, ten).checkout;
  expect(cents(five.cost.subtotal)).toBe(lessTen.reduce((sum, each) => sum + each, 0) - 500);
  expect(five.discountAllocations).toEqual([
    {type: 'code', code: 'FIVEOFF', discountedAmount: {amount: 5, currencyCode: 'USD'}},
  ]);

  const shipped = withTotals(atStep(five, 'shipping'), WORLD.offers);
  const tax = Math.round((cents(shipped.cost.subtotal) + 500) * 0.08);

  expect([shipped.cost.shipping?.amount, cents(shipped.cost.tax ?? {amount: 0})]).toEqual([5, tax]);
  expect(cents(shipped.cost.total)).toBe(cents(shipped.cost.subtotal) + 500 + tax);

  const paid = apply('applyGiftCardChange', {type: 'addGiftCard', code: 'gift-0000-0100'}, shipped).checkout;
  expect(paid.cost.total).toEqual(shipped.cost.total);
  expect(cents(paid.cost.due)).toBe(Math.max(0, cents(shipped.cost.total) - 10_000));
  expect(cents(paid.giftCards[0]?.amountUsed ?? {amount: 0})).toBe(
    Math.min(10_000, cents(shipped.cost.total)),
  );

  const free = apply(
    'applyDiscountCodeChange',
    {type: 'addDiscountCode', code: 'FREESHIP'},
    shipped,
  ).checkout;

  expect(free.cost.shipping?.amount).toBe(0);
  const prices = free.deliveryGroups[0]?.options.flatMap((option) =>
    option.type === 'pickup' ? [] : [[option.cost.amount, option.costAfterDiscounts.amount]],
  );

  expect(prices).toEqual([
    [5, 0],
    [12, 0],
    [3, 0],
  ]);
});

test('a code worth more than the cart makes the subtotal zero', () => {
  const emptied = changeCheckout(coded, {lines: []}, WORLD);
  expect([emptied.cost.subtotal.amount, emptied.discountAllocations]).toEqual([0, []]);
});

test('the buyer reaches a step once contact, address and cart are complete', () => {
  const guest = createCheckout(WORLD, null);
  const go = (checkout: Checkout): object =>
    performBuyerAction(checkout, 'goTo', {step: 'shipping'}, WORLD).result;
  expect(go(guest)).toEqual({type: 'error', message: 'Enter an email or a phone number.'});
  const reached = performBuyerAction(guest, 'enterContact', {email: 'guest@example.com'}, WORLD).checkout;
  expect(go(reached)).toEqual({type: 'error', message: 'Enter a delivery address.'});

  const {checkout} = performBuyerAction(
    reached,
    'enterAddress',
    {address1: '1 Road', countryCode: 'US', zip: '10001'},
    WORLD,
  );

  expect(go(checkout)).toEqual({type: 'success'});
  expect(go(changeCheckout(checkout, {lines: []}, WORLD))).toEqual({
    type: 'error',
    message: 'The cart is empty.',
  });
});

for (const [shippingAddress, groups] of [
  [null, 0],
  [{city: 'Albany', countryCode: 'US'}, 0],
  [{zip: '12207'}, 0],
  [{countryCode: 'US', zip: '12207'}, 1],
  [{address1: '1 Road'}, 1],
] as const) {
  test(`${JSON.stringify(shippingAddress)} gives ${groups === 0 ? 'no delivery options' : 'delivery options'}`, () => {
    const checkout = changeCheckout(createCheckout(WORLD, null), {shippingAddress, step: 'shipping'}, WORLD);
    expect(checkout.deliveryGroups).toHaveLength(groups);
    expect(checkout.cost.shipping?.amount).toBe(groups === 0 ? undefined : 5);
  });
}

test('goods without delivery need no address and cost no shipping', () => {
  const guest = createCheckout(WORLD, null);
  const lines = guest.lines.map((line) => ({
    ...line,
    merchandise: {...line.merchandise, requiresShipping: false},
  }));

  const checkout = changeCheckout(guest, {lines, contact: {email: 'guest@example.com', phone: null}}, WORLD);
  const went = performBuyerAction(checkout, 'goTo', {step: 'shipping'}, WORLD);
  expect([went.result, went.checkout.cost.shipping?.amount, went.checkout.deliveryGroups]).toEqual([
    {type: 'success'},
    0,
    [],
  ]);
});

test('the buyer enters a code although extensions may not', () => {
  const checkout = forbidding({discounts: {canUpdateDiscountCodes: false}});
  const entered = performBuyerAction(checkout, 'addDiscountCode', {code: 'FIVEOFF'}, WORLD);
  expect(entered.checkout.discountCodes).toEqual(['FIVEOFF']);
  expect(entered.checkout.instructions).toEqual(checkout.instructions);
});

test('a chosen delivery option is charged and stays chosen', () => {
  const shipping = withTotals(atStep(START, 'shipping'), WORLD.offers);
  const group = String(shipping.deliveryGroups[0]?.id);
  const {checkout} = performBuyerAction(shipping, 'chooseDelivery', {group, handle: 'express'}, WORLD);

  expect(checkout.cost.shipping?.amount).toBe(12);
  expect(
    apply('applyNoteChange', {type: 'updateNote', note: 'x'}, checkout).checkout.deliveryGroups[0]?.selected,
  ).toBe('express');
});
