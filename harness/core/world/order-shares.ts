import type {DiscountAllocation, Order, OrderLine} from '../../wire/order.ts';
import {minorUnits} from './money.ts';
import {shareOut} from './shares.ts';

/** The part of an order's sums that belongs to a line, or to the delivery, in minor units. */
export interface OrderShare {
  /** The price before discounts. */
  readonly full: number;
  readonly discount: number;
  readonly tax: number;
}

/** Shares the sums of an order out: discounts of the whole order by the totals of lines, tax by what is taxed. */
export function orderShares(order: Order): {
  readonly lines: readonly (OrderShare & {readonly line: OrderLine})[];
  readonly shipping: OrderShare;
} {
  const {lines, cost, discountAllocations} = order;
  const totals = lines.map(({total}) => minorUnits(total));
  const ofOrder = shareOut(amountOf(discountAllocations), totals);
  const nets = totals.map((total, index) => total - (ofOrder[index] ?? 0));

  const shipping = minorUnits(cost.shipping);
  const taxes = shareOut(minorUnits(cost.tax), [...nets, shipping]);

  return {
    lines: lines.map((line, index) => {
      const full = minorUnits(line.merchandise.price) * line.quantity;
      return {line, full, discount: full - (nets[index] ?? 0), tax: taxes[index] ?? 0};
    }),
    shipping: {full: shipping, discount: 0, tax: taxes.at(-1) ?? 0},
  };
}

/** Returns the share of some items of a line, in whole units. */
export function shareOfItems({full, discount, tax}: OrderShare, quantity: number, all: number): OrderShare {
  const part = (units: number): number => Math.round((units * quantity) / all);
  return {full: part(full), discount: part(discount), tax: part(tax)};
}

function amountOf(allocations: readonly DiscountAllocation[]): number {
  return allocations.reduce((sum, {discountedAmount}) => sum + minorUnits(discountedAmount), 0);
}
