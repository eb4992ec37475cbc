import type {Order} from '../../wire/order.ts';

/**
 * Returns how the goods of an order reach the buyer. Goods that are delivered, without an address for it, are picked up
 * at the shop's location. Downloads and gift cards are not delivered.
 */
export function deliveryOf({
  lines,
  shippingAddress,
}: Pick<Order, 'lines' | 'shippingAddress'>): 'shipping' | 'pickup' | 'none' {
  if (lines.every(({merchandise}) => !merchandise.requiresShipping)) return 'none';
  return shippingAddress === null ? 'pickup' : 'shipping';
}
