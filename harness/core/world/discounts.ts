import type {CheckoutOffers, DiscountCode} from './checkout-offers.ts';
import type {Collection} from './collections.ts';
import type {Money} from './money.ts';

/** A discount of the shop as the Admin API has it. */
export interface Discount {
  /** `gid://shopify/DiscountCodeNode/…` or `gid://shopify/DiscountAutomaticNode/…` */
  readonly id: string;
  readonly method: 'code' | 'automatic';
  readonly title: string;
  /** The codes, the first one at first. An automatic discount has none. */
  readonly codes: readonly RedeemCode[];
  readonly gives: DiscountValue;
  readonly items: DiscountItems;
  readonly minimum: DiscountMinimum | null;
  /** The ids of the customers who may use it; null for all. */
  readonly customerIds: readonly string[] | null;
  /** In ISO 8601. */
  readonly startsAt: string;
  /** In ISO 8601; null for a discount without an end. */
  readonly endsAt: string | null;
  readonly usageLimit: number | null;
  readonly appliesOncePerCustomer: boolean;
  readonly combinesWith: CombinesWith;
  readonly tags: readonly string[];
  readonly createdAt: string;
  readonly updatedAt: string;
}

/** A code of a discount. */
export interface RedeemCode {
  /** `gid://shopify/DiscountRedeemCode/…` */
  readonly id: string;
  readonly code: string;
}

/** The value of a discount: a percentage, an amount of the whole order or of each item, or free shipping. */
export type DiscountValue =
  | {readonly percent: number}
  | {readonly off: Money; readonly isForEachItem: boolean}
  | {readonly freeShipping: true};

/** The items that a discount is for. */
export type DiscountItems =
  | {readonly all: true}
  | {
      readonly productIds: readonly string[];
      readonly variantIds: readonly string[];
      readonly collectionIds: readonly string[];
    };

/** The least that a buyer must buy. */
export type DiscountMinimum = {readonly quantity: number} | {readonly subtotal: Money};

/** The kinds of discount with which another one combines. */
export interface CombinesWith {
  readonly orderDiscounts: boolean;
  readonly productDiscounts: boolean;
  readonly shippingDiscounts: boolean;
}

/** The first instant of every clock: a test may set its clock to any time, and the codes of the start hold there. */
const ALWAYS = '1970-01-01T00:00:00Z';

/** Returns the discounts of the start: one for each code that checkouts take. */
export function discountsOf({discountCodes}: CheckoutOffers): readonly Discount[] {
  return discountCodes.map(({code, gives, expired = false}, index) => ({
    id: `gid://shopify/DiscountCodeNode/${7101 + index}`,
    method: 'code',
    title: code,
    codes: [{id: `gid://shopify/DiscountRedeemCode/${7201 + index}`, code}],
    gives: 'off' in gives ? {...gives, isForEachItem: false} : gives,
    items: {all: true},
    minimum: null,
    customerIds: null,
    startsAt: ALWAYS,
    endsAt: expired ? ALWAYS : null,
    usageLimit: null,
    appliesOncePerCustomer: false,
    combinesWith: {orderDiscounts: false, productDiscounts: false, shippingDiscounts: false},
    tags: [],
    createdAt: ALWAYS,
    updatedAt: ALWAYS,
  }));
}

/** Returns whether a discount has not begun, can be used, or has ended. */
export function statusOf(
  {startsAt, endsAt}: Pick<Discount, 'startsAt' | 'endsAt'>,
  now: number,
): 'ACTIVE' | 'EXPIRED' | 'SCHEDULED' {
  if (endsAt !== null && Date.parse(endsAt) <= now) return 'EXPIRED';
  return Date.parse(startsAt) > now ? 'SCHEDULED' : 'ACTIVE';
}

/** Returns the codes of discounts as checkouts take them. An amount for each item needs the items of a checkout. */
export function checkoutCodesOf(
  discounts: readonly Discount[],
  {now, collections}: {now: number; collections: readonly Collection[]},
): readonly DiscountCode[] {
  return discounts.flatMap((discount) =>
    discount.codes.map(({code}) => ({
      code,
      gives: discount.gives,
      ...(statusOf(discount, now) === 'ACTIVE' ? {} : {expired: true}),
      ...limitsOf(discount, collections),
    })),
  );
}

function limitsOf(
  {items, minimum}: Discount,
  collections: readonly Collection[],
): Pick<DiscountCode, 'onlyFor' | 'minimum'> {
  return {
    ...(minimum === null ? {} : {minimum}),
    ...('all' in items ? {} : {onlyFor: idsOf(items, collections)}),
  };
}

function idsOf(
  {productIds, variantIds, collectionIds}: Exclude<DiscountItems, {all: true}>,
  collections: readonly Collection[],
): readonly string[] {
  const collected = collections
    .filter(({id}) => collectionIds.includes(id))
    .flatMap((each) => each.productIds);
  return [...productIds, ...variantIds, ...collected];
}
