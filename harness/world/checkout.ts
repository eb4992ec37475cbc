import {SimhostError, nearest, refuseUnknownKeys} from '../errors.ts';
import {CHECKOUT_STEPS} from '../wire/checkout.ts';
import type {CartInstructions, Checkout, CheckoutLine, CheckoutStep} from '../wire/checkout.ts';
import type {Variant} from '../wire/order.ts';
import {withTotals} from './checkout-cost.ts';
import type {CheckoutOffers} from './checkout-offers.ts';
import {moneyOf} from './money.ts';
import type {Customer} from './people.ts';
import type {Product} from './products.ts';
import type {Shop} from './shop.ts';

export type {Checkout, CheckoutLine} from '../wire/checkout.ts';

/** What checkouts are made from. */
export interface CheckoutWorld {
  readonly shop: Shop;
  readonly products: readonly Product[];
  readonly offers: CheckoutOffers;
  readonly checkoutToken: string;
}

/** A checkout with two lines in it, at its first step; a signed-in buyer's contact and address are filled in. */
export function createCheckout({shop, products, offers, checkoutToken}: CheckoutWorld, buyer: Customer | null): Checkout {
  const [first, second] = products;
  const bought = [first?.variants[0], second?.variants[1]].filter((variant) => variant !== undefined);
  const money = (units: number): Checkout['cost']['total'] => moneyOf(units, shop.currency);
  return withTotals(
    {
      token: checkoutToken,
      step: 'information',
      reached: 'information',
      lines: bought.map((merchandise, index) => newLine(`gid://shopify/CartLine/${index + 1}`, merchandise, 2 - index)),
      cost: {subtotal: money(0), shipping: null, tax: null, total: money(0), due: money(0)},
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

/** The variant of that id, among all that the shop sells. */
export function variantOf(products: readonly Product[], id: string): Variant | undefined {
  return products.flatMap(({variants}) => variants).find((variant) => variant.id === id);
}

/** What a test may change of a checkout. What an entry leaves out stays as it is; every sum follows. */
export type CheckoutChange = Partial<
  Omit<Checkout, 'token' | 'cost' | 'discountAllocations' | 'deliveryGroups' | 'confirmation' | 'lines' | 'instructions' | 'reached'>
> & {
  /** In place of those that were there: whole lines, or a variant's id and how many. */
  lines?: readonly (CheckoutLine | LineOf)[];
  instructions?: {readonly [Group in keyof CartInstructions]?: Partial<CartInstructions[Group]>};
};

export interface LineOf {
  /** `gid://shopify/ProductVariant/…` */
  readonly merchandiseId: string;
  readonly quantity?: number;
  readonly attributes?: CheckoutLine['attributes'];
}

/**
 * The checkout after a change by the test.
 *
 * @throws {SimhostError} `ERR_UNKNOWN_OPTION`, `ERR_BAD_OPTION`
 */
export function changeCheckout(checkout: Checkout, change: CheckoutChange, {products, offers}: CheckoutWorld): Checkout {
  refuseUnknownKeys(
    'checkout',
    change,
    Object.keys(checkout).filter((key) => !DERIVED.includes(key)),
  );
  const {lines, instructions, step, ...rest} = change;
  if (step !== undefined && !CHECKOUT_STEPS.includes(step)) throw noSuchStep(step);
  const moved = step === undefined ? checkout : atStep(checkout, step);
  return withTotals(
    {
      ...moved,
      ...rest,
      lines: lines === undefined ? checkout.lines : lines.map((line, index) => lineFrom(line, index, products)),
      instructions: instructions === undefined ? checkout.instructions : withInstructions(checkout.instructions, instructions),
    },
    offers,
  );
}

/** The checkout with the buyer at a step. */
export function atStep(checkout: Checkout, step: CheckoutStep): Checkout {
  const furthest = Math.max(CHECKOUT_STEPS.indexOf(step), CHECKOUT_STEPS.indexOf(checkout.reached));
  return {...checkout, step, reached: CHECKOUT_STEPS[furthest] ?? step};
}

const DERIVED: readonly string[] = ['token', 'cost', 'discountAllocations', 'deliveryGroups', 'confirmation', 'reached'];

const EVERYTHING_ALLOWED: CartInstructions = {
  attributes: {canUpdateAttributes: true},
  delivery: {canSelectCustomAddress: true},
  discounts: {canUpdateDiscountCodes: true},
  lines: {canAddCartLine: true, canRemoveCartLine: true, canUpdateCartLine: true},
  metafields: {canSetCartMetafields: true, canDeleteCartMetafield: true},
  notes: {canUpdateNote: true},
};

function withInstructions(known: CartInstructions, change: NonNullable<CheckoutChange['instructions']>): CartInstructions {
  refuseUnknownKeys('checkout.instructions', change, Object.keys(known));
  const groups = Object.entries(known) as [keyof CartInstructions, object][];
  return Object.fromEntries(
    groups.map(([group, values]) => {
      const own = change[group] ?? {};
      refuseUnknownKeys(`checkout.instructions.${group}`, own, Object.keys(values));
      return [group, {...values, ...own}];
    }),
  ) as unknown as CartInstructions;
}

function lineFrom(line: CheckoutLine | LineOf, index: number, products: readonly Product[]): CheckoutLine {
  const made = 'merchandise' in line ? line : lineOf(line, index, products);
  if (Number.isInteger(made.quantity) && made.quantity > 0) return made;
  throw new SimhostError('ERR_BAD_OPTION', `The quantity of ${made.id} is ${String(made.quantity)}.`, {
    next: 'Give a whole number from 1 up, or leave the line out of lines.',
  });
}

function lineOf(
  {merchandiseId, quantity = 1, attributes = [], ...rest}: LineOf,
  index: number,
  products: readonly Product[],
): CheckoutLine {
  refuseUnknownKeys('checkout line', rest, ['merchandiseId', 'quantity', 'attributes']);
  const variant = variantOf(products, merchandiseId);
  if (variant !== undefined) return {...newLine(`gid://shopify/CartLine/${index + 1}`, variant, quantity), attributes};
  const known = products.flatMap(({variants}) => variants.map(({id}) => id));
  throw new SimhostError('ERR_BAD_OPTION', `The shop sells no ${merchandiseId}.`, {
    next: `${nearest(merchandiseId, known) === undefined ? '' : `Did you mean "${nearest(merchandiseId, known)}"? `}Known: ${known.join(', ')}.`,
  });
}

function noSuchStep(step: string): SimhostError {
  const near = nearest(step, CHECKOUT_STEPS);
  return new SimhostError('ERR_BAD_OPTION', `A checkout has no step "${step}".`, {
    next: `${near === undefined ? '' : `Did you mean "${near}"? `}Known: ${CHECKOUT_STEPS.join(', ')}.`,
  });
}
