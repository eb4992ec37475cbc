import type {Checkout, CheckoutLine} from '../../wire/checkout.ts';
import {needsDelivery} from '../../wire/checkout.ts';
import type {DiscountAllocation} from '../../wire/order.ts';
import {discountCode} from './checkout-offers.ts';
import type {CheckoutOffers, DiscountCode} from './checkout-offers.ts';
import {deliveryCost, deliveryGroupsOf} from './delivery.ts';
import {minorUnits, moneyOf} from './money.ts';
import type {Money} from './money.ts';

/**
 * Computes everything that follows from the lines: discounts, delivery, tax, totals, gift cards. In whole minor
 * units.
 */
export function withTotals(checkout: Checkout, offers: CheckoutOffers): Checkout {
  const currency = checkout.cost.subtotal.currencyCode;
  const money = (units: number): Money => moneyOf(units, currency);
  const codes = checkout.discountCodes.flatMap((code) => discountCode(offers, code) ?? []);
  const lines = checkout.lines.map((line) => costed(line, codes));
  const linesTotal = lines.reduce((sum, {total}) => sum + minorUnits(total), 0);
  const discountAllocations = ofWholeCart(codes, linesTotal, currency);
  const subtotal = linesTotal - discounted(discountAllocations);
  const free = codes.some(({gives}) => 'freeShipping' in gives);
  const deliveryGroups = deliveryGroupsOf(checkout, {currency, free});
  const isUnknown =
    checkout.reached === 'information' ||
    lines.length === 0 ||
    (needsDelivery(checkout) && deliveryGroups.length === 0);

  const shipping = isUnknown ? null : deliveryCost(deliveryGroups);
  const tax =
    checkout.shippingAddress === null
      ? null
      : Math.round(((subtotal + (shipping ?? 0)) * checkout.taxRate) / 1000);

  const total = subtotal + (shipping ?? 0) + (tax ?? 0);
  let left = total;
  const giftCards = checkout.giftCards.map((card) => {
    const used = Math.min(minorUnits(card.balance), left);
    left -= used;
    return {...card, amountUsed: money(used)};
  });

  return {
    ...checkout,
    lines,
    discountAllocations,
    deliveryGroups,
    giftCards,
    cost: {
      subtotal: money(subtotal),
      shipping: shipping === null ? null : money(shipping),
      tax: tax === null ? null : money(tax),
      total: money(total),
      due: money(left),
    },
  };
}

function costed(line: CheckoutLine, codes: readonly DiscountCode[]): CheckoutLine {
  const {price} = line.merchandise;
  const full = minorUnits(price) * line.quantity;

  const discountAllocations = codes.flatMap(({code, gives}): DiscountAllocation[] =>
    'percent' in gives
      ? [
          {
            type: 'code',
            code,
            discountedAmount: moneyOf(Math.floor((full * gives.percent) / 100), price.currencyCode),
          },
        ]
      : [],
  );

  return {
    ...line,
    discountAllocations,
    total: moneyOf(full - discounted(discountAllocations), price.currencyCode),
  };
}

/** Never more off than there is. */
function ofWholeCart(
  codes: readonly DiscountCode[],
  linesTotal: number,
  currency: string,
): readonly DiscountAllocation[] {
  let left = linesTotal;
  return codes.flatMap(({code, gives}): DiscountAllocation[] => {
    if (!('off' in gives) || left === 0) return [];
    const off = Math.min(minorUnits(gives.off), left);
    left -= off;
    return [{type: 'code', code, discountedAmount: moneyOf(off, currency)}];
  });
}

function discounted(allocations: readonly DiscountAllocation[]): number {
  return allocations.reduce((sum, {discountedAmount}) => sum + minorUnits(discountedAmount), 0);
}
