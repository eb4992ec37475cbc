import type {Order} from '../../../../../wire/order.ts';
import {refundsOf, settlementOf} from '../../../../world/order-refunds.ts';

/** Returns whether an order is paid, or was paid back. */
export function financialStatusOf(order: Order): 'PAID' | 'PARTIALLY_REFUNDED' | 'REFUNDED' {
  return settlementOf(order, refundsOf(order, {})).status;
}

/** Returns how much of an order is on its way. */
export function fulfillmentStatusOf({
  lines,
  fulfillments,
}: Pick<Order, 'lines' | 'fulfillments'>): 'FULFILLED' | 'PARTIALLY_FULFILLED' | 'UNFULFILLED' {
  const fulfilled = new Set(fulfillments.flatMap(({lineIds}) => lineIds));
  if (fulfilled.size === 0) return 'UNFULFILLED';
  return lines.every(({id}) => fulfilled.has(id)) ? 'FULFILLED' : 'PARTIALLY_FULFILLED';
}
