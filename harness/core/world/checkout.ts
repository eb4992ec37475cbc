import {SimhostError} from '../../errors.ts';
import type {CartInstructions, Checkout, CheckoutLine} from '../../wire/checkout.ts';
import type {CheckoutRules} from '../../wire/checkout-rules.ts';
import {isBefore, stepsIn} from '../../wire/checkout-steps.ts';
import type {CheckoutStep} from '../../wire/checkout-steps.ts';
import type {Variant} from '../../wire/order.ts';
import {withTotals} from './checkout-cost.ts';
import {cartIdOf} from './cart-id.ts';
import type {CheckoutOffers} from './checkout-offers.ts';
import type {CheckoutFields, CheckoutLineChange, LineOf} from './checkout-shapes.ts';
import {moneyOf} from './money.ts';
import type {Customer} from './people.ts';
import type {Product} from './products.ts';
import {didYouMean} from '../../known-values.ts';
import {shown} from '../../shown-value.ts';
import type {PartOf} from './shape.ts';
import type {Shop} from './shop.ts';

export type {Checkout, CheckoutLine} from '../../wire/checkout.ts';

/** The data that a checkout is made from. */
export interface CheckoutWorld {
  readonly shop: Shop;
  readonly products: readonly Product[];
  readonly offers: CheckoutOffers;
  readonly checkoutRules: CheckoutRules;
  readonly checkoutToken: string;
}

/** Creates a checkout at its first step, with two lines and the contact and address of a signed-in buyer. */
export function createCheckout(
  {shop, products, offers, checkoutRules, checkoutToken}: CheckoutWorld,
  buyer: Customer | null,
): Checkout {
  const [first, second] = products;
  const bought = [first?.variants[0], second?.variants[1]].filter((variant) => variant !== undefined);

  return withTotals(
    {
      token: checkoutToken,
      cartId: cartIdOf(checkoutToken),
      ...startOf(checkoutRules),
      lines: bought.map((merchandise, index) =>
        newLine(`gid://shopify/CartLine/${index + 1}`, merchandise, 2 - index),
      ),
      cost: costOfNothing(shop),
      taxRate: 80,
      discountCodes: [],
      discountAllocations: [],
      giftCards: [],
      note: null,
      attributes: [],
      metafields: [],
      checkoutMetafields: [],
      contact: {email: buyer?.email ?? null, phone: buyer?.phone ?? null},
      shippingAddress: buyer?.address ?? null,
      billingAddress: buyer?.address ?? null,
      deliveryGroups: [],
      paymentOptions: offers.paymentOptions,
      selectedPaymentOption: 'credit-card',
      paymentMethodAttributes: [],
      bankIdNumber: null,
      localizedFields: [],
      instructions: EVERYTHING_ALLOWED,
      settings: {orderSubmission: 'ORDER', shippingAddress: {isEditable: true}},
      accelerated: false,
      locationFormVisible: false,
      confirmation: null,
    },
    offers,
  );
}

export function newLine(id: string, merchandise: Variant, quantity: number): CheckoutLine {
  return {
    id,
    merchandise,
    quantity,
    attributes: [],
    sellingPlan: null,
    parentId: null,
    components: [],
    discountAllocations: [],
    total: merchandise.price,
  };
}

function startOf({layout}: CheckoutRules): Pick<Checkout, 'layout' | 'step' | 'reached'> {
  const step = layout === 'one-page' ? 'checkout' : 'information';
  return {layout, step, reached: step};
}

function costOfNothing({currency}: Shop): Checkout['cost'] {
  const nothing = moneyOf(0, currency);
  return {subtotal: nothing, shipping: null, tax: null, total: nothing, due: nothing};
}

/** Finds a variant by its id among all that the shop sells. */
export function variantOf(products: readonly Product[], id: string): Variant | undefined {
  return products.flatMap(({variants}) => variants).find((variant) => variant.id === id);
}

/** A change of the checkout by a test. Missing fields stay as they are, and the sums follow. */
export type CheckoutChange = PartOf<CheckoutFields>;

/**
 * Returns the checkout after a change by the test, which `readChange` has checked.
 *
 * @throws {SimhostError} `ERR_BAD_OPTION` for merchandise that the shop does not sell, and for a payment method
 *   that the checkout does not offer
 */
export function changeCheckout(
  checkout: Checkout,
  change: CheckoutChange,
  {products, offers}: CheckoutWorld,
): Checkout {
  const {lines, instructions, step, ...rest} = change;
  if (step !== undefined) refuseUnknownStep(step, checkout);
  const moved = step === undefined ? checkout : atStep(checkout, step);

  const changed = {
    ...moved,
    ...(rest as Partial<Checkout>),
    lines: lines === undefined ? checkout.lines : lines.map((line, index) => lineFrom(line, index, products)),
    instructions: withInstructions(checkout.instructions, instructions ?? {}),
  };

  if (rest.selectedPaymentOption !== undefined) refuseUnknownPayment(changed);
  return withTotals(changed, offers);
}

/** Returns the checkout with the buyer at a step. */
export function atStep(checkout: Checkout, step: CheckoutStep): Checkout {
  const {reached} = checkout;
  return {...checkout, step, reached: isBefore(reached, step) ? step : reached};
}

const EVERYTHING_ALLOWED: CartInstructions = {
  attributes: {canUpdateAttributes: true},
  delivery: {canSelectCustomAddress: true},
  discounts: {canUpdateDiscountCodes: true},
  lines: {canAddCartLine: true, canRemoveCartLine: true, canUpdateCartLine: true},
  metafields: {canSetCartMetafields: true, canDeleteCartMetafield: true},
  notes: {canUpdateNote: true},
};

function withInstructions(
  known: CartInstructions,
  change: NonNullable<CheckoutChange['instructions']>,
): CartInstructions {
  const groups = Object.entries(known) as [keyof CartInstructions, object][];
  return Object.fromEntries(
    groups.map(([group, values]) => [group, {...values, ...change[group]}]),
  ) as unknown as CartInstructions;
}

function lineFrom(
  line: CheckoutLineChange | LineOf,
  index: number,
  products: readonly Product[],
): CheckoutLine {
  if ('merchandise' in line) return {...newLine(line.id, line.merchandise, line.quantity), ...line};
  const {merchandiseId, quantity = 1, attributes = []} = line;
  const variant = variantOf(products, merchandiseId);

  if (variant !== undefined)
    return {...newLine(`gid://shopify/CartLine/${index + 1}`, variant, quantity), attributes};
  const known = products.flatMap(({variants}) => variants.map(({id}) => id));
  throw notAmong(`checkout.lines[${index}].merchandiseId`, merchandiseId, {
    known,
    why: 'which the shop does not sell',
  });
}

function refuseUnknownStep(step: CheckoutStep, {layout}: Checkout): void {
  const known = stepsIn(layout);
  if (known.includes(step)) return;

  throw new SimhostError(
    'ERR_BAD_OPTION',
    `checkout.step is "${step}", which a ${layout} checkout does not have.`,
    {
      next: `Give ${known.map(shown).join(' or ')}. The option checkout.layout chooses the steps.`,
    },
  );
}

function refuseUnknownPayment({paymentOptions, selectedPaymentOption}: Checkout): void {
  const known = paymentOptions.map(({handle}) => handle);
  if (known.includes(selectedPaymentOption)) return;
  throw notAmong('checkout.selectedPaymentOption', selectedPaymentOption, {
    known,
    why: 'which is not a handle in paymentOptions',
  });
}

function notAmong(
  path: string,
  given: string,
  {known, why}: {known: readonly string[]; why: string},
): SimhostError {
  return new SimhostError('ERR_BAD_OPTION', `${path} is ${shown(given)}, ${why}.`, {
    next: didYouMean(given, known),
  });
}
