import type {Metafield} from '../../../../wire/account.ts';
import type {Order, OrderLine} from '../../../../wire/order.ts';
import {numberOf} from '../../../world/gid.ts';
import {countedLines, refundsOf} from '../../../world/order-refunds.ts';
import type {ReturnDetails} from '../../../world/return-details.ts';
import type {SellingPlan} from '../../../world/selling-plans.ts';
import {isGiftCard} from '../../../world/products.ts';
import type {Product} from '../../../world/products.ts';
import type {Shop} from '../../../world/shop.ts';
import type {SubscriptionContract} from '../../../world/subscriptions.ts';
import {translateContent} from '../../../world/translations/translated-content.ts';
import type {Translator} from '../../../world/translations/translator.ts';
import {connection} from '../graphql/connection.ts';
import type {PageOf} from '../graphql/connection.ts';
import {ACCOUNTS_HOST} from '../shopify-hosts.ts';
import {resolveFulfillmentStatus} from './fulfillment-status.ts';
import {resolveAddress} from './address-resolver.ts';
import {resolveFulfillment} from './fulfillment.ts';
import {resolveMetafields} from './metafield-resolver.ts';
import {resolveLineContainers} from './line-containers.ts';
import {resolveAgreements} from './order-agreements.ts';
import {resolveCost} from './order-cost.ts';
import {resolvePickup} from './order-pickup.ts';
import {resolveSummary} from './order-summary.ts';
import {calculateReturn} from './return-calculate.ts';
import type {CalculateReturn} from './return-calculate.ts';
import {resolveReturnInformation} from './return-information.ts';
import {resolveDiscounts} from './order-discounts.ts';
import {resolveExtras, resolveTip} from './order-extras.ts';
import {resolveLine} from './order-line.ts';
import type {ResolvedLine} from './order-line.ts';
import {resolvePayment} from './order-payment.ts';
import {resolveReturn} from './return.ts';
import {listSubscriptions} from './subscription-list.ts';
import type {SubscriptionsOf} from './subscription-list.ts';
import type {ResolvedSubscription} from './subscription-resolver.ts';

/** The data of an order that the world keeps apart. */
export interface OrderWorld {
  readonly shop: Shop;
  /** The language of the page, in BCP 47. */
  readonly language: string;
  readonly translator: Translator;
  readonly metafields: readonly Metafield[];
  readonly products: readonly Product[];
  readonly customer: () => object;
  /** Resolves the draft order that became the order. */
  readonly draftOrder: () => {readonly name: string} | null;
  /** Resolves the customer, or the company that they bought for. */
  readonly purchasingEntity: () => object;
  /** The contracts that the order began. */
  readonly subscriptions: readonly SubscriptionContract[];
  readonly details: ReturnDetails;
  readonly resolveSubscription: (contract: SubscriptionContract) => ResolvedSubscription;
}

/** An order, with the fields by which lists are sorted. */
export interface ResolvedOrder {
  readonly id: string;
  readonly name: string;
  readonly number: number;
  readonly processedAt: string;
  readonly totalPrice: {readonly amount: number};
  return(given: {readonly id: string}): object | null;
  /** Resolves `returnCalculate` of this order. */
  calculateReturn(given: CalculateReturn): object | null;
}

/** Resolves the fields of `Order`. */
export function resolveOrder(order: Order, world: OrderWorld): ResolvedOrder {
  const {metafields, subscriptions, details, translator} = world;
  const {id, name, processedAt} = order;
  const refunds = refundsOf(order, details);
  const goods = countedLines(order, refunds).map(({line, ...counts}) =>
    resolveLine(line, {
      ...counts,
      plan: translateContent(planOf(line, subscriptions), translator),
      isGiftCard: isGiftCard(line, world.products),
    }),
  );
  const lines = goods.slice(0, order.lines.length);
  const all = [...goods, ...resolveTip(order, translator)];

  const resolved: ResolvedOrder & Record<string, unknown> = {
    __typename: 'Order',
    id,
    name,
    number: Number(numberOf(id)),
    processedAt,
    ...resolveOrigin(order, world),
    ...resolveCost(order),
    ...resolveParcels(order, lines),
    lineItems: (page: PageOf) => connection(all, page),
    lineItemContainers: resolveLineContainers(order, lines),
    ...resolveReturns(order, details, lines),
    ...resolvePayment(order, refunds, () => resolved),
    ...resolveExtras(order, all),
    ...resolveDiscounts(order),
    ...resolveSummary(order, refunds, world),
    agreements: resolveAgreements(order, {details, lines: all, resolved: () => resolved}),
    subscriptionContracts: (args: SubscriptionsOf) =>
      listSubscriptions(subscriptions.map(world.resolveSubscription), args),
    ...resolveMetafields(metafields, id),
  };

  return resolved;
}

/** Returns the plan by which a line is delivered again; null for a line that is bought once. */
function planOf({id}: OrderLine, subscriptions: readonly SubscriptionContract[]): SellingPlan | null {
  const contract = subscriptions.find(({lines}) => lines.some(({orderLineId}) => orderLineId === id));
  return contract?.plan ?? null;
}

function resolveReturns(
  order: Order,
  details: ReturnDetails,
  lines: readonly ResolvedLine[],
): Pick<ResolvedOrder, 'return' | 'calculateReturn'> {
  const returns = order.returns.map((each) => resolveReturn(each, {order, details, lines}));

  const resolved = {
    returns: (page: PageOf) => connection(returns, page),
    return: ({id}: {id: string}) => returns.find((found) => found.id === id) ?? null,
    returnInformation: () => resolveReturnInformation(order, details, lines),
    calculateReturn: (given: CalculateReturn) => calculateReturn(given, {order, details, lines}),
  };

  return resolved;
}

/** Resolves the fields about the time of an order, its buyer's contact and notes. */
function resolveOrigin(order: Order, {shop, customer, purchasingEntity, draftOrder}: OrderWorld): object {
  const {confirmationNumber, checkoutToken, processedAt, cancelledAt, email, phone, note} = order;
  const number = numberOf(order.id);

  return {
    confirmationNumber,
    checkoutToken,
    statusPageUrl: `https://${ACCOUNTS_HOST}/${numberOf(shop.id)}/account/orders/${number}`,
    createdAt: processedAt,
    updatedAt: order.edits.at(-1)?.happenedAt ?? processedAt,
    cancelledAt,
    cancelReason: cancelledAt === null ? null : 'CUSTOMER',
    customer,
    purchasingEntity,
    draftOrder,
    draftOrderName: () => draftOrder()?.name ?? null,
    billingAddress: resolveAddress(order.billingAddress, `gid://shopify/CustomerAddress/${number}2`),
    poNumber: null,
    locationName: null,
    email,
    hasEmail: email !== null,
    phone,
    note,
    customAttributes: order.attributes,
  };
}

/** Resolves the fields about the delivery. */
function resolveParcels(order: Order, lines: readonly ResolvedLine[]): object {
  const {id, shippingAddress, fulfillments} = order;
  const parcels = fulfillments.map((each) => resolveFulfillment(each, order, lines));
  const delivered = parcels.filter(({hasArrived}) => hasArrived);

  return {
    requiresShipping: lines.some(({requiresShipping}) => requiresShipping),
    shippingAddress: resolveAddress(shippingAddress, `gid://shopify/CustomerAddress/${numberOf(id)}1`),
    fulfillmentStatus: resolveFulfillmentStatus(order),
    fulfillments: (page: PageOf) => connection(parcels, page),
    hasMultipleFulfillments: parcels.length > 1,
    latestFulfillmentDeliveryDate: delivered.at(-1)?.updatedAt ?? null,
    pickupInformation: resolvePickup(order, parcels),
  };
}
