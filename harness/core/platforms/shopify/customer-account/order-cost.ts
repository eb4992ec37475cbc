import type {Order} from '../../../../wire/order.ts';
import {deliveryOf} from '../../../world/order-delivery.ts';
import {PICKUP_LOCATION} from '../../../world/pickup-location.ts';
import {resolveMoney} from '../money-v2.ts';

const METHODS = {
  shipping: {handle: 'standard', title: 'Standard'},
  pickup: {handle: 'pickup-downtown', title: PICKUP_LOCATION.name},
  none: null,
} as const;

/** Resolves the sums of an order, and the price of its delivery. Nothing that is not delivered has one. */
export function resolveCost(order: Order): {readonly totalPrice: {readonly amount: number}} {
  const {cost} = order;
  const method = METHODS[deliveryOf(order)];
  const shipping = resolveMoney(cost.shipping);

  const resolved = {
    currencyCode: cost.total.currencyCode,
    subtotal: resolveMoney(cost.subtotal),
    totalPrice: resolveMoney(cost.total),
    totalShipping: shipping,
    totalTax: resolveMoney(cost.tax),
    totalDiscountedShipping: shipping,
    shippingTitle: method?.title ?? null,
    shippingLine: method === null ? null : {__typename: 'ShippingLine', ...method, originalPrice: shipping},
    shippingLineGroups:
      method === null
        ? []
        : [
            {
              __typename: 'OrderShippingLineGroup',
              groupType: 'ONE_TIME_PURCHASE',
              lineAmountAfterDiscounts: shipping,
            },
          ],
  };

  return resolved;
}
