import type {Fulfillment, Order} from '../../../../wire/order.ts';
import {numberOf} from '../../../world/gid.ts';
import {deliveryOf} from '../../../world/order-delivery.ts';
import {connection} from '../graphql/connection.ts';
import type {PageOf} from '../graphql/connection.ts';
import type {ResolvedLine} from './order-line.ts';
import {resolvePickupAddress} from './pickup-address.ts';

const HOUR = 3_600_000;

/** The events of a parcel, with the hours after the order was paid. */
const SHIPPED = [
  {status: 'CONFIRMED', hours: 2},
  {status: 'IN_TRANSIT', hours: 24},
  {status: 'DELIVERED', hours: 72},
] as const;

/** The events of goods that the buyer picks up. */
const PICKED_UP = [
  {status: 'CONFIRMED', hours: 2},
  {status: 'READY_FOR_PICKUP', hours: 24},
  {status: 'PICKED_UP', hours: 72},
] as const;

/** The event of what is not delivered. */
const SENT_BY_EMAIL = [{status: 'CONFIRMED', hours: 2}] as const;

const EVENTS = {shipping: SHIPPED, pickup: PICKED_UP, none: SENT_BY_EMAIL};

/** A parcel as the Customer Account API has it. */
export interface ResolvedFulfillment {
  readonly id: string;
  readonly isPickedUp: boolean;
  /** Whether the carrier has delivered it. The schema has no such field. */
  readonly hasArrived: boolean;
  /** The time of the last event. */
  readonly updatedAt: string;
}

/** Resolves the fields of `Fulfillment`. */
export function resolveFulfillment(
  {id, status, trackingNumber, lineIds}: Fulfillment,
  order: Order,
  lines: readonly ResolvedLine[],
): ResolvedFulfillment {
  const {processedAt} = order;
  const delivery = deliveryOf(order);
  const items = lines.filter((line) => lineIds.includes(line.id)).map(resolveItem);
  const isDelivered = status === 'delivered';
  const events = EVENTS[delivery].slice(0, isDelivered ? 3 : 2).map((event) => ({
    __typename: 'FulfillmentEvent',
    id: `gid://shopify/FulfillmentEvent/${numberOf(id)}${event.hours}`,
    status: event.status,
    happenedAt: later(processedAt, event.hours),
  }));

  const resolved: ResolvedFulfillment & Record<string, unknown> = {
    __typename: 'Fulfillment',
    id,
    status: 'SUCCESS',
    latestShipmentStatus: events.at(-1)?.status,
    hasArrived: isDelivered && delivery === 'shipping',
    isPickedUp: isDelivered && delivery === 'pickup',
    requiresShipping: delivery !== 'none',
    createdAt: later(processedAt, 2),
    updatedAt: events.at(-1)?.happenedAt ?? processedAt,
    estimatedDeliveryAt: isDelivered || delivery !== 'shipping' ? null : later(processedAt, 72),
    events: (page: PageOf) => connection(events, page),
    pickupAddress: delivery === 'pickup' ? resolvePickupAddress() : null,
    trackingInformation: delivery === 'shipping' ? [trackingOf(trackingNumber)] : [],
    fulfillmentLineItems: (page: PageOf) => connection(items, page),
  };

  return resolved;
}

function trackingOf(number: string): object {
  return {
    __typename: 'TrackingInformation',
    company: 'Acme Post',
    number,
    url: `https://post.example/track/${encodeURIComponent(number)}`,
  };
}

function resolveItem(lineItem: ResolvedLine): {readonly id: string} {
  const resolved = {
    __typename: 'FulfillmentLineItem',
    id: `gid://shopify/FulfillmentLineItem/${numberOf(lineItem.id)}`,
    quantity: lineItem.left,
    lineItem,
  };

  return resolved;
}

function later(time: string, hours: number): string {
  return new Date(Date.parse(time) + hours * HOUR).toISOString();
}
