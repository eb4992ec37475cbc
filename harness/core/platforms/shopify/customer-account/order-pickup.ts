import type {Order} from '../../../../wire/order.ts';
import {deliveryOf} from '../../../world/order-delivery.ts';
import type {ResolvedFulfillment} from './fulfillment.ts';
import {resolvePickupAddress} from './pickup-address.ts';

/** Resolves `Order.pickupInformation`; null for an order that is not picked up. */
export function resolvePickup(order: Order, parcels: readonly ResolvedFulfillment[]): object | null {
  if (deliveryOf(order) !== 'pickup') return null;

  return {
    __typename: 'OrderPickupInformation',
    address: resolvePickupAddress(),
    status: statusOf(parcels),
    createdAt: order.processedAt,
    updatedAt: parcels.at(-1)?.updatedAt ?? order.processedAt,
  };
}

function statusOf(parcels: readonly ResolvedFulfillment[]): 'OPEN' | 'IN_PROGRESS' | 'CLOSED' {
  if (parcels.length === 0) return 'OPEN';
  return parcels.every(({isPickedUp}) => isPickedUp) ? 'CLOSED' : 'IN_PROGRESS';
}
