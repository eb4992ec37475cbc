import type {Checkout, CheckoutLine} from '../../wire/checkout.ts';
import type {DeliveryGroup} from '../../wire/checkout-delivery.ts';
import {needsDelivery} from '../../wire/checkout.ts';
import {isOnePage} from '../../wire/checkout-steps.ts';
import type {DiscountAllocation} from '../../wire/order.ts';
import type {CheckoutOffers, DiscountCode} from './checkout-offers.ts';
import {deliveryCost, deliveryGroupsOf} from './delivery.ts';
import {applyingCodes, isFor} from './discount-rules.ts';
import {minorUnits, moneyOf} from './money.ts';
import type {Money} from './money.ts';
import {unitPriceOf} from './selling-plans.ts';

/**
 * Computes everything that follows from the lines: discounts, delivery, tax, totals, gift cards. In whole minor
 * units.
 */
export function withTotals(checkout: Checkout, offers: CheckoutOffers): Checkout {
  const currency = checkout.cost.subtotal.currencyCode;
  const money = (units: number): Money => moneyOf(units, currency);

  const codes = applyingCodes(checkout, offers);
  const lines = checkout.lines.map((line) =>
    costed(
      line,
      codes.filter((code) => isFor(code, line)),
    ),
  );
  const discountAllocations = ofWholeCart(codes, lines, currency);
  const subtotal = totalOf(lines) - discounted(discountAllocations);

  const free = codes.some(({gives}) => 'freeShipping' in gives);
  const deliveryGroups = deliveryGroupsOf(checkout, {currency, free});
  const shipping = isDeliveryUnknown(checkout, deliveryGroups) ? null : deliveryCost(deliveryGroups);
  const tax = taxOf(checkout, subtotal + (shipping ?? 0));
  const total = subtotal + (shipping ?? 0) + (tax ?? 0);
  const {giftCards, due} = payWithGiftCards(checkout.giftCards, total, currency);

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
      due: money(due),
    },
  };
}

/** Whether the buyer has not got far enough for a price of the delivery. */
function isDeliveryUnknown(checkout: Checkout, deliveryGroups: readonly DeliveryGroup[]): boolean {
  const {reached, lines} = checkout;
  if (lines.length === 0 || (reached === 'information' && !isOnePage(checkout))) return true;
  return needsDelivery(checkout) && deliveryGroups.length === 0;
}

/** Returns the tax on an amount; null while the address is unknown. */
function taxOf({shippingAddress, taxRate}: Checkout, taxable: number): number | null {
  return shippingAddress === null ? null : Math.round((taxable * taxRate) / 1000);
}

/** Pays with the gift cards in their order. `due` is the amount that they leave. */
function payWithGiftCards(
  cards: Checkout['giftCards'],
  total: number,
  currency: string,
): {readonly giftCards: Checkout['giftCards']; readonly due: number} {
  let due = total;

  const giftCards = cards.map((card) => {
    const used = Math.min(minorUnits(card.balance), due);
    due -= used;
    return {...card, amountUsed: moneyOf(used, currency)};
  });

  return {giftCards, due};
}

function costed(line: CheckoutLine, codes: readonly DiscountCode[]): CheckoutLine {
  const price = unitPriceOf(line);
  const full = minorUnits(price) * line.quantity;

  const discountAllocations = codes.flatMap(({code, gives}): DiscountAllocation[] => {
    const units = offLine(gives, {full, quantity: line.quantity});
    return units === null ? [] : [{type: 'code', code, discountedAmount: moneyOf(units, price.currencyCode)}];
  });

  return {
    ...line,
    discountAllocations,
    total: moneyOf(full - discounted(discountAllocations), price.currencyCode),
  };
}

/** Returns what a discount takes off a line, in minor units; null for a discount of the whole order. */
function offLine(
  gives: DiscountCode['gives'],
  {full, quantity}: {readonly full: number; readonly quantity: number},
): number | null {
  if ('percent' in gives) return Math.floor((full * gives.percent) / 100);
  if ('off' in gives && gives.isForEachItem === true) return Math.min(minorUnits(gives.off) * quantity, full);
  return null;
}

/** Takes the amounts of the codes off the whole cart, down to 0. */
function ofWholeCart(
  codes: readonly DiscountCode[],
  lines: readonly CheckoutLine[],
  currency: string,
): readonly DiscountAllocation[] {
  let left = totalOf(lines);
  return codes.flatMap((known): DiscountAllocation[] => {
    const {code, gives} = known;
    if (!('off' in gives) || gives.isForEachItem === true || left === 0) return [];

    const most = totalOf(lines.filter((line) => isFor(known, line)));
    const off = Math.min(minorUnits(gives.off), most, left);
    left -= off;
    return [{type: 'code', code, discountedAmount: moneyOf(off, currency)}];
  });
}

function totalOf(lines: readonly CheckoutLine[]): number {
  return lines.reduce((sum, {total}) => sum + minorUnits(total), 0);
}

function discounted(allocations: readonly DiscountAllocation[]): number {
  return allocations.reduce((sum, {discountedAmount}) => sum + minorUnits(discountedAmount), 0);
}
