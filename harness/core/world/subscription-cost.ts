import {minorUnits, moneyOf} from './money.ts';
import type {Money} from './money.ts';
import type {SubscriptionContract, SubscriptionLine} from './subscriptions.ts';

/** The sums of one delivery of a contract. */
export interface SubscriptionCost {
  /** All lines, less discounts. */
  readonly subtotal: Money;
  readonly discounts: Money;
  readonly shipping: Money;
  readonly tax: Money;
  readonly total: Money;
}

/** Computes the sums of one delivery, as those of an order, in whole minor units. */
export function subscriptionCost({
  lines,
  plan: {percentOff},
  deliveryPrice,
  taxRate,
}: SubscriptionContract): SubscriptionCost {
  const money = (units: number): Money => moneyOf(units, deliveryPrice.currencyCode);
  const sums = lines.map((line) => lineCost(line, percentOff));

  const subtotal = sums.reduce((sum, {total}) => sum + minorUnits(total), 0);
  const discounts = sums.reduce((sum, {discount}) => sum + minorUnits(discount), 0);
  const shipping = minorUnits(deliveryPrice);
  const tax = Math.round(((subtotal + shipping) * taxRate) / 1000);

  return {
    subtotal: money(subtotal),
    discounts: money(discounts),
    shipping: deliveryPrice,
    tax: money(tax),
    total: money(subtotal + shipping + tax),
  };
}

/** Computes the discount of a line, and its price after it. */
export function lineCost(
  {merchandise: {price}, quantity}: SubscriptionLine,
  percentOff: number,
): {readonly discount: Money; readonly total: Money} {
  const full = minorUnits(price) * quantity;
  const discount = Math.floor((full * percentOff) / 100);
  return {
    discount: moneyOf(discount, price.currencyCode),
    total: moneyOf(full - discount, price.currencyCode),
  };
}
