import type {Order} from '../../../../../wire/order.ts';
import {numberOf} from '../../../../world/gid.ts';

/** Resolves `Order.fulfillments`: the parcels that are on their way or have arrived. */
export function resolveFulfillments(
  {name, processedAt, lines, fulfillments}: Order,
  order: () => object,
): ({first}: {first?: number | null}) => readonly object[] {
  const all = fulfillments.map(({id, status, trackingNumber, lineIds}, index) => ({
    __typename: 'Fulfillment',
    id,
    legacyResourceId: numberOf(id),
    name: `${name}-F${index + 1}`,
    status: 'SUCCESS',
    displayStatus: status === 'delivered' ? 'DELIVERED' : 'IN_TRANSIT',
    createdAt: processedAt,
    updatedAt: processedAt,
    requiresShipping: true,
    totalQuantity: lines
      .filter((line) => lineIds.includes(line.id))
      .reduce((sum, {quantity}) => sum + quantity, 0),
    trackingInfo: ({first}: {first?: number | null}) =>
      [{__typename: 'FulfillmentTrackingInfo', company: null, number: trackingNumber, url: null}].slice(
        0,
        first ?? undefined,
      ),
    order,
  }));

  return ({first}) => all.slice(0, first ?? undefined);
}
