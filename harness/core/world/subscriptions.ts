import type {Address, Order, OrderLine, Variant} from '../../wire/order.ts';
import {numberOf} from './gid.ts';
import type {Money} from './money.ts';
import type {Customer} from './people.ts';
import type {Product} from './products.ts';
import {sellingPlanGroupsOf} from './selling-plans.ts';
import type {SellingPlan} from './selling-plans.ts';
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
  /** The selling plan by which it was bought. */
  readonly plan: SellingPlan;
  readonly lines: readonly SubscriptionLine[];
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

/** The status of the contracts that a customer has: the first order began the first one, and so on. */
const STATUSES = ['ACTIVE', 'PAUSED'] as const;

/**
 * Returns the contracts of a customer before any change. They follow from the customer's orders: one line of each of the
 * first two orders is delivered again, by one of the product's selling plans. A company's buyer has none.
 *
 * @param orders the orders as they were drawn, not those that a test has changed
 */
export function subscriptionsOf(
  customer: Customer,
  orders: readonly Order[],
  products: readonly Product[],
): readonly SubscriptionContract[] {
  if (customer.company !== null) return [];

  return STATUSES.flatMap((status, index) => {
    const order = orders[index];
    const address = order?.shippingAddress ?? null;
    if (order === undefined || address === null) return [];

    const planned = order.lines.flatMap((line) => {
      const plan = plansOf(line, products)[index];
      return plan === undefined ? [] : [{line, plan}];
    });
    return planned
      .slice(-1)
      .map(({line, plan}) => contractOf(order, {status, plan, line, address, customer}));
  });
}

function plansOf({merchandise}: OrderLine, products: readonly Product[]): readonly SellingPlan[] {
  const product = products.find(({id}) => id === merchandise.product.id);
  return product === undefined ? [] : sellingPlanGroupsOf(product).flatMap(({plans}) => plans);
}

interface ContractOf extends Pick<SubscriptionContract, 'status' | 'plan'> {
  readonly line: OrderLine;
  readonly address: Address;
  readonly customer: Customer;
}

function contractOf(order: Order, {status, plan, line, address, customer}: ContractOf): SubscriptionContract {
  const number = numberOf(order.id);
  const {merchandise, quantity, attributes, id: orderLineId} = line;

  return {
    id: `gid://shopify/SubscriptionContract/${number}`,
    status,
    plan,
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
