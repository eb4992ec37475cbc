import type {DiscountAllocation, Money, Order, OrderCost, OrderLine} from '../../wire/order.ts';
import {minorUnits, moneyOf} from './money.ts';

/** An order before its sums are made. */
export type UncostedOrder = Omit<Order, 'cost' | 'lines'> & {
  readonly lines: readonly (Omit<OrderLine, 'total'> & {readonly total?: Money})[];
  readonly cost: Pick<OrderCost, 'shipping'>;
};

/** The parts that most orders lack. */
export const NO_EXTRAS = {tip: null, duties: null, edits: []} as const;

/**
 * Computes the sums of an order from prices, quantities, discounts, shipping, tax rate, duties and tip, in whole minor
 * units.
 */
export function withCost(order: UncostedOrder): Order {
  const {shipping} = order.cost;
  const money = (units: number): Money => moneyOf(units, shipping.currencyCode);

  const lines = order.lines.map((line): OrderLine => {
    const {price} = line.merchandise;
    return {
      ...line,
      total: moneyOf(
        minorUnits(price) * line.quantity - discounted(line.discountAllocations),
        price.currencyCode,
      ),
    };
  });

  const subtotal =
    lines.reduce((sum, {total}) => sum + minorUnits(total), 0) - discounted(order.discountAllocations);
  const extras = [order.duties, order.tip].reduce(
    (sum, extra) => sum + (extra === null ? 0 : minorUnits(extra)),
    0,
  );
  const tax = Math.round(((subtotal + minorUnits(shipping)) * order.taxRate) / 1000);
  return {
    ...order,
    lines,
    cost: {
      subtotal: money(subtotal),
      shipping,
      tax: money(tax),
      total: money(subtotal + minorUnits(shipping) + tax + extras),
    },
  };
}

function discounted(allocations: readonly DiscountAllocation[]): number {
  return allocations.reduce((sum, {discountedAmount}) => sum + minorUnits(discountedAmount), 0);
}
