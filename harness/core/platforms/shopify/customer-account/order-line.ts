import type {OrderLine} from '../../../../wire/order.ts';
import {minorUnits, moneyOf} from '../../../world/money.ts';
import {resolveMoney} from '../money-v2.ts';
import {resolveLineDiscounts} from './order-discounts.ts';

/** A line of an order as the Customer Account API has it. */
export interface ResolvedLine {
  readonly id: string;
  readonly quantity: number;
  readonly requiresShipping: boolean;
}

/**
 * Resolves the fields of `LineItem`.
 *
 * @param plan the name of the plan of a line that is delivered again
 */
export function resolveLine(line: OrderLine, plan: string | null = null): ResolvedLine {
  const {id, merchandise, quantity, attributes} = line;

  const resolved = {
    __typename: 'LineItem',
    id,
    quantity,
    refundableQuantity: quantity,
    soldQuantity: quantity,
    discountAllocations: resolveLineDiscounts(line.discountAllocations),
    sellingPlan: plan === null ? null : {__typename: 'LineItemSellingPlan', name: plan, sellingPlanId: null},
    group: null,
    groupTitle: null,
    unitPrice: null,
    ...resolveMerchandise(merchandise),
    ...resolvePrices(line),
    giftCard: false,
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

function resolvePrices({merchandise: {price}, quantity, total, discountAllocations}: OrderLine): object {
  const undiscounted = resolveMoney(moneyOf(minorUnits(price) * quantity, price.currencyCode));
  const discount = discountAllocations.reduce(
    (sum, {discountedAmount}) => sum + minorUnits(discountedAmount),
    0,
  );

  return {
    price: resolveMoney(price),
    totalPrice: undiscounted,
    currentTotalPrice: undiscounted,
    totalPriceBeforeDiscounts: undiscounted,
    totalPriceWithDiscounts: resolveMoney(total),
    totalDiscount: resolveMoney(moneyOf(discount, price.currencyCode)),
  };
}
