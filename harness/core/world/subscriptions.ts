import type {Address, Order, OrderLine, Variant} from '../../wire/order.ts';
import {numberOf} from './gid.ts';
import type {Money} from './money.ts';
import type {Customer} from './people.ts';
import type {SubscriptionDelivery} from './subscription-delivery.ts';
import {cardId} from './wallet.ts';

/** A contract about goods that a customer gets again and again. */
export interface SubscriptionContract {
  /** `gid://shopify/SubscriptionContract/…`, with the number of the order that began it. */
  readonly id: string;
  readonly status: 'ACTIVE' | 'PAUSED' | 'CANCELLED';
  /** The time of the order that began it, in ISO 8601. */
  readonly createdAt: string;
  readonly updatedAt: string;
  /** The order that began it. */
  readonly originOrderId: string;
  /** The time between two deliveries, each of which is paid for. */
  readonly every: {readonly count: number; readonly interval: SubscriptionInterval};
  readonly lines: readonly SubscriptionLine[];
  /** The percentage that is taken off each line. */
  readonly percentOff: number;
  readonly delivery: SubscriptionDelivery;
  readonly deliveryPrice: Money;
  /** Thousandths of what is taxed: `80` is 8 %. */
  readonly taxRate: number;
  readonly paymentInstrumentId: string | null;
  /** The billing cycles that the customer skips, by index. */
  readonly skipped: readonly number[];
  /** The number of changes. */
  readonly revision: number;
}

/** The unit of the time between two deliveries. */
export type SubscriptionInterval = 'DAY' | 'WEEK' | 'MONTH' | 'YEAR';

/** The goods of a contract. */
export interface SubscriptionLine {
  /** `gid://shopify/SubscriptionLine/…` */
  readonly id: string;
  readonly merchandise: Variant;
  readonly quantity: number;
  readonly attributes: OrderLine['attributes'];
  /** The line of the order that began the contract. */
  readonly orderLineId: string;
}

/** The terms of the contracts that a customer has: the first order began the first one, and so on. */
const TERMS: readonly Pick<SubscriptionContract, 'status' | 'every' | 'percentOff'>[] = [
  {status: 'ACTIVE', every: {count: 1, interval: 'MONTH'}, percentOff: 10},
  {status: 'PAUSED', every: {count: 2, interval: 'WEEK'}, percentOff: 0},
];

/**
 * Returns the contracts of a customer before any change. They follow from the customer's orders: the last line of
 * each of the first two orders is delivered again. A company's buyer has none.
 *
 * @param orders the orders as they were drawn, not those that a test has changed
 */
export function subscriptionsOf(
  customer: Customer,
  orders: readonly Order[],
): readonly SubscriptionContract[] {
  if (customer.company !== null) return [];

  return TERMS.flatMap((terms, index) => {
    const order = orders[index];
    const line = order?.lines.at(-1);
    const address = order?.shippingAddress ?? null;
    return order === undefined || line === undefined || address === null
      ? []
      : [{...terms, ...contractOf(order, {line, address, customer})}];
  });
}

function contractOf(
  order: Order,
  {line, address, customer}: {line: OrderLine; address: Address; customer: Customer},
): Omit<SubscriptionContract, keyof (typeof TERMS)[number]> {
  const number = numberOf(order.id);
  const {merchandise, quantity, attributes, id: orderLineId} = line;

  return {
    id: `gid://shopify/SubscriptionContract/${number}`,
    createdAt: order.processedAt,
    updatedAt: order.processedAt,
    originOrderId: order.id,
    lines: [
      {id: `gid://shopify/SubscriptionLine/${number}1`, merchandise, quantity, attributes, orderLineId},
    ],
    delivery: {type: 'shipping', address, title: 'Standard'},
    deliveryPrice: order.cost.shipping,
    taxRate: order.taxRate,
    paymentInstrumentId: cardId(customer, 1),
    skipped: [],
    revision: 1,
  };
}
