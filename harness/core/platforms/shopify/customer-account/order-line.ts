import type {OrderLine} from '../../../../wire/order.ts';
import {minorUnits, moneyOf} from '../../../world/money.ts';
import type {SellingPlan} from '../../../world/selling-plans.ts';
import {resolveMoney} from '../money-v2.ts';
import {resolveLineDiscounts} from './order-discounts.ts';
import {resolveLineReasons} from './return-reasons.ts';

/** A line of an order as the Customer Account API has it. */
export interface ResolvedLine {
  readonly id: string;
  readonly quantity: number;
  /** The number of items that no edit took away. The schema has no such field. */
  readonly left: number;
  readonly requiresShipping: boolean;
  /** Whether the buyer gets a gift card. */
  readonly giftCard: boolean;
}

/** The data of a line that the world keeps apart. */
export interface LineWorld {
  /** The selling plan of a line that is delivered again. */
  readonly plan: SellingPlan | null;
  /** The number of items that were paid back. */
  readonly refunded: number;
  /** The number of items that edits took away. */
  readonly removed: number;
  readonly isGiftCard: boolean;
}

/** Resolves the fields of `LineItem`. Its quantity has the items that an edit took away, too. */
export function resolveLine(line: OrderLine, {plan, refunded, removed, isGiftCard}: LineWorld): ResolvedLine {
  const {id, merchandise, quantity, attributes} = line;

  const resolved = {
    __typename: 'LineItem',
    id,
    quantity: quantity + removed,
    left: quantity,
    refundableQuantity: quantity - refunded,
    soldQuantity: quantity,
    discountAllocations: resolveLineDiscounts(line.discountAllocations),
    sellingPlan:
      plan === null ? null : {__typename: 'LineItemSellingPlan', name: plan.name, sellingPlanId: plan.id},
    group: null,
    groupTitle: null,
    unitPrice: null,
    ...resolveMerchandise(merchandise),
    ...resolvePrices(line, {refunded, removed}),
    ...resolveLineReasons(),
    legacyFee: false,
    legacyFeeTitle: null,
    legacyFeeDescription: null,
    giftCard: isGiftCard,
    customAttributes: attributes,
  };

  return resolved;
}

function resolveMerchandise(merchandise: OrderLine['merchandise']): Pick<ResolvedLine, 'requiresShipping'> {
  const {title, subtitle, product} = merchandise;

  const resolved = {
    name: subtitle === '' ? title : `${title} - ${subtitle}`,
    title,
    presentmentTitle: title,
    image: {__typename: 'Image', id: null, ...merchandise.image},
    productId: product.id,
    productType: product.productType,
    vendor: product.vendor,
    variantId: merchandise.id,
    variantTitle: subtitle,
    variantOptions: merchandise.selectedOptions,
    sku: merchandise.sku,
    requiresShipping: merchandise.requiresShipping,
  };

  return resolved;
}

function resolvePrices(
  {merchandise: {price}, quantity, total, discountAllocations}: OrderLine,
  {refunded, removed}: Pick<LineWorld, 'refunded' | 'removed'>,
): object {
  const times = (count: number): object =>
    resolveMoney(moneyOf(minorUnits(price) * count, price.currencyCode));
  const ordered = times(quantity + removed);
  const discount = discountAllocations.reduce(
    (sum, {discountedAmount}) => sum + minorUnits(discountedAmount),
    0,
  );

  return {
    price: resolveMoney(price),
    totalPrice: ordered,
    soldTotalPrice: times(quantity),
    soldDiscountedTotalPrice: resolveMoney(total),
    currentTotalPrice: times(quantity - refunded),
    totalPriceBeforeDiscounts: times(quantity),
    totalPriceWithDiscounts: resolveMoney(total),
    totalDiscount: resolveMoney(moneyOf(discount, price.currencyCode)),
  };
}
