import type {Fulfillment, Order} from '../../../../wire/order.ts';
import {numberOf} from '../../../world/gid.ts';
import {connection} from '../graphql/connection.ts';
import type {PageOf} from '../graphql/connection.ts';
import type {ResolvedLine} from './order-line.ts';

const HOUR = 3_600_000;

/** The events of a parcel, with the hours after the order was paid. */
const EVENTS = [
  {status: 'CONFIRMED', hours: 2},
  {status: 'IN_TRANSIT', hours: 24},
  {status: 'DELIVERED', hours: 72},
] as const;

/** A parcel as the Customer Account API has it. */
export interface ResolvedFulfillment {
  readonly id: string;
  readonly latestShipmentStatus: 'DELIVERED' | 'IN_TRANSIT';
  /** The time of the last event. */
  readonly updatedAt: string;
}

/** Resolves the fields of `Fulfillment`. */
export function resolveFulfillment(
  {id, status, trackingNumber, lineIds}: Fulfillment,
  {processedAt}: Pick<Order, 'processedAt'>,
  lines: readonly ResolvedLine[],
): ResolvedFulfillment {
  const items = lines.filter((line) => lineIds.includes(line.id)).map(resolveItem);
  const isDelivered = status === 'delivered';
  const events = EVENTS.slice(0, isDelivered ? 3 : 2).map((event) => ({
    __typename: 'FulfillmentEvent',
    id: `gid://shopify/FulfillmentEvent/${numberOf(id)}${event.hours}`,
    status: event.status,
    happenedAt: later(processedAt, event.hours),
  }));

  const resolved: ResolvedFulfillment & Record<string, unknown> = {
    __typename: 'Fulfillment',
    id,
    status: 'SUCCESS',
    latestShipmentStatus: isDelivered ? 'DELIVERED' : 'IN_TRANSIT',
    isPickedUp: false,
    requiresShipping: true,
    createdAt: later(processedAt, EVENTS[0].hours),
    updatedAt: events.at(-1)?.happenedAt ?? processedAt,
    estimatedDeliveryAt: isDelivered ? null : later(processedAt, EVENTS[2].hours),
    events: (page: PageOf) => connection(events, page),
    pickupAddress: null,
    trackingInformation: [
      {
        __typename: 'TrackingInformation',
        company: 'Acme Post',
        number: trackingNumber,
        url: `https://post.example/track/${encodeURIComponent(trackingNumber)}`,
      },
    ],
    fulfillmentLineItems: (page: PageOf) => connection(items, page),
  };

  return resolved;
}

function resolveItem(lineItem: ResolvedLine): {readonly id: string} {
  const resolved = {
    __typename: 'FulfillmentLineItem',
    id: `gid://shopify/FulfillmentLineItem/${numberOf(lineItem.id)}`,
    quantity: lineItem.quantity,
    lineItem,
  };

  return resolved;
}

function later(time: string, hours: number): string {
  return new Date(Date.parse(time) + hours * HOUR).toISOString();
}
