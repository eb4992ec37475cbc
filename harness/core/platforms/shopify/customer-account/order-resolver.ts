import type {Metafield} from '../../../../wire/account.ts';
import type {Order, OrderLine} from '../../../../wire/order.ts';
import {numberOf} from '../../../world/gid.ts';
import type {Shop} from '../../../world/shop.ts';
import type {SubscriptionContract} from '../../../world/subscriptions.ts';
import {connection} from '../graphql/connection.ts';
import type {PageOf} from '../graphql/connection.ts';
import {ACCOUNTS_HOST} from '../shopify-hosts.ts';
import {resolveMoney} from '../money-v2.ts';
import {resolveFulfillmentStatus} from './fulfillment-status.ts';
import {resolveAddress} from './address-resolver.ts';
import {resolveFulfillment} from './fulfillment.ts';
import {resolveMetafields} from './metafield-resolver.ts';
import {resolveDiscounts} from './order-discounts.ts';
import {resolveLine} from './order-line.ts';
import {resolvePayment} from './order-payment.ts';
import {resolveReturn} from './return.ts';
import {listSubscriptions} from './subscription-list.ts';
import type {SubscriptionsOf} from './subscription-list.ts';
import {planName} from './subscription-resolver.ts';
import type {ResolvedSubscription} from './subscription-resolver.ts';

/** The data of an order that the world keeps apart. */
export interface OrderWorld {
  readonly shop: Shop;
  readonly metafields: readonly Metafield[];
  readonly customer: () => object;
  /** Resolves the draft order that became the order. */
  readonly draftOrder: () => {readonly name: string} | null;
  /** Resolves the customer, or the company that they bought for. */
  readonly purchasingEntity: () => object;
  /** The contracts that the order began. */
  readonly subscriptions: readonly SubscriptionContract[];
  readonly resolveSubscription: (contract: SubscriptionContract) => ResolvedSubscription;
}

/** An order, with the fields by which lists are sorted. */
export interface ResolvedOrder {
  readonly id: string;
  readonly name: string;
  readonly number: number;
  readonly processedAt: string;
  readonly totalPrice: {readonly amount: number};
}

/** Resolves the fields of `Order`. */
export function resolveOrder(
  order: Order,
  {shop, metafields, customer, subscriptions, ...world}: OrderWorld,
): ResolvedOrder {
  const {id, name, processedAt, cost, shippingAddress, billingAddress} = order;
  const number = numberOf(id);
  const lineItems = order.lines.map((line) => resolveLine(line, planOf(line, subscriptions)));
  const fulfillments = order.fulfillments.map((each) => resolveFulfillment(each, order, lineItems));
  const returns = order.returns.map((each) => resolveReturn(each, lineItems));

  const resolved = {
    __typename: 'Order',
    id,
    name,
    number: Number(number),
    ...resolveOrigin(order),
    processedAt,
    customer,
    purchasingEntity: world.purchasingEntity,
    draftOrder: world.draftOrder,
    draftOrderName: () => world.draftOrder()?.name ?? null,
    financialStatus: 'PAID',
    fulfillmentStatus: resolveFulfillmentStatus(order),
    statusPageUrl: `https://${ACCOUNTS_HOST}/${numberOf(shop.id)}/account/orders/${number}`,
    edited: false,
    requiresShipping: lineItems.some(({requiresShipping}) => requiresShipping),
    ...resolveCost(cost),
    shippingAddress: resolveAddress(shippingAddress, `gid://shopify/CustomerAddress/${number}1`),
    billingAddress: resolveAddress(billingAddress, `gid://shopify/CustomerAddress/${number}2`),
    lineItems: (page: PageOf) => connection(lineItems, page),
    fulfillments: (page: PageOf) => connection(fulfillments, page),
    hasMultipleFulfillments: fulfillments.length > 1,
    returns: (page: PageOf) => connection(returns, page),
    return: ({id: returnId}: {id: string}) => returns.find((found) => found.id === returnId) ?? null,
    ...resolvePayment(order),
    ...resolveDiscounts(order),
    subscriptionContracts: (args: SubscriptionsOf) =>
      listSubscriptions(subscriptions.map(world.resolveSubscription), args),
    ...resolveMetafields(metafields, id),
  };

  return resolved;
}

/** Returns the name of the plan by which a line is delivered again; null for a line that is bought once. */
function planOf({id}: OrderLine, subscriptions: readonly SubscriptionContract[]): string | null {
  const contract = subscriptions.find(({lines}) => lines.some(({orderLineId}) => orderLineId === id));
  return contract === undefined ? null : planName(contract);
}

/** Resolves the fields about the time of an order, its buyer's contact and notes. */
function resolveOrigin(order: Order): object {
  const {confirmationNumber, checkoutToken, processedAt, cancelledAt, email, phone, note} = order;

  return {
    confirmationNumber,
    checkoutToken,
    createdAt: processedAt,
    updatedAt: processedAt,
    cancelledAt,
    cancelReason: cancelledAt === null ? null : 'CUSTOMER',
    poNumber: null,
    locationName: null,
    email,
    hasEmail: email !== null,
    phone,
    note,
    customAttributes: order.attributes,
  };
}

function resolveCost(cost: Order['cost']): {readonly totalPrice: {readonly amount: number}} {
  const {currencyCode} = cost.total;
  const resolved = {
    currencyCode,
    subtotal: resolveMoney(cost.subtotal),
    totalPrice: resolveMoney(cost.total),
    totalShipping: resolveMoney(cost.shipping),
    totalTax: resolveMoney(cost.tax),
    totalDiscountedShipping: resolveMoney(cost.shipping),
    shippingTitle: 'Standard',
    shippingLine: {
      __typename: 'ShippingLine',
      handle: 'standard',
      title: 'Standard',
      originalPrice: resolveMoney(cost.shipping),
    },
  };

  return resolved;
}
