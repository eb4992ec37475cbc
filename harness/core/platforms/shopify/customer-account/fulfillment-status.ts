import type {GraphQLResolveInfo} from 'graphql';
import type {Order} from '../../../../wire/order.ts';
import {hasEnumValue} from '../graphql/enum-value.ts';

/** Resolves `Order.fulfillmentStatus`. Versions until 2025-01 say how the parcels are on their way. */
export function resolveFulfillmentStatus(
  order: Pick<Order, 'lines' | 'fulfillments'>,
): (args: object, context: object, info: GraphQLResolveInfo) => string {
  return (_args, _context, info) =>
    hasEnumValue(info, 'OrderFulfillmentStatus', 'FULFILLED') ? statusOf(order) : olderStatusOf(order);
}

function statusOf({lines, fulfillments}: Pick<Order, 'lines' | 'fulfillments'>): string {
  const fulfilled = new Set(fulfillments.flatMap(({lineIds}) => lineIds));
  if (fulfilled.size === 0) return 'UNFULFILLED';
  return lines.every(({id}) => fulfilled.has(id)) ? 'FULFILLED' : 'PARTIALLY_FULFILLED';
}

function olderStatusOf({fulfillments}: Pick<Order, 'fulfillments'>): string {
  const [first, ...others] = fulfillments;
  if (first === undefined) return 'CONFIRMED';
  if (others.length > 0) return 'MULTIPLE_SHIPMENTS';
  return first.status === 'delivered' ? 'DELIVERED' : 'IN_TRANSIT';
}
