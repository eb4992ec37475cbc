import type {Checkout, CheckoutLine} from '../../wire/checkout.ts';
import type {DeliveryGroup} from '../../wire/checkout-delivery.ts';
import {needsDelivery} from '../../wire/checkout.ts';
import {isOnePage} from '../../wire/checkout-steps.ts';
import type {DiscountAllocation} from '../../wire/order.ts';
import {discountCode} from './checkout-offers.ts';
import type {CheckoutOffers, DiscountCode} from './checkout-offers.ts';
import {deliveryCost, deliveryGroupsOf} from './delivery.ts';
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

  const codes = checkout.discountCodes.flatMap((code) => discountCode(offers, code) ?? []);
  const lines = checkout.lines.map((line) => costed(line, codes));
  const linesTotal = lines.reduce((sum, {total}) => sum + minorUnits(total), 0);
  const discountAllocations = ofWholeCart(codes, linesTotal, currency);
  const subtotal = linesTotal - discounted(discountAllocations);

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

/** Takes the amounts of the codes off the whole cart, down to 0. */
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
