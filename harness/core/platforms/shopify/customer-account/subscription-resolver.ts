import type {App} from '../../../world/app.ts';
import {nextBillingDate, upcomingCycles} from '../../../world/billing-cycles.ts';
import type {BillingCycle} from '../../../world/billing-cycles.ts';
import {subscriptionCost} from '../../../world/subscription-cost.ts';
import type {SubscriptionContract} from '../../../world/subscriptions.ts';
import type {Translator} from '../../../world/translations/translator.ts';
import {connection} from '../graphql/connection.ts';
import type {PageOf} from '../graphql/connection.ts';
import {resolveMoney} from '../money-v2.ts';
import {countOf, countOrNumber} from './count.ts';
import {resolveDelivery} from './subscription-delivery-resolver.ts';
import {resolveSubscriptionDiscount, resolveSubscriptionLine} from './subscription-line.ts';

/** The parts of a contract that other resolvers have. */
export interface SubscriptionWorld {
  readonly app: App;
  readonly translator: Translator;
  /** The time of the simulation, in milliseconds since 1970. */
  readonly now: number;
  readonly order: (id: string) => {readonly id: string} | null;
  readonly paymentInstrument: (id: string) => object | null;
}

/** A contract as the Customer Account API has it. */
export interface ResolvedSubscription {
  readonly id: string;
  readonly status: SubscriptionContract['status'];
  readonly createdAt: string;
  readonly updatedAt: string;
}

/** Resolves the fields of `SubscriptionContract`. */
export function resolveSubscription(
  contract: SubscriptionContract,
  world: SubscriptionWorld,
): ResolvedSubscription {
  const {id, status, createdAt, updatedAt, delivery, deliveryPrice, paymentInstrumentId} = contract;
  const discounted = {...contract, translator: world.translator};
  const lines = contract.lines.map((line) => resolveSubscriptionLine(line, discounted));
  const discount = resolveSubscriptionDiscount(discounted);

  const resolved = {
    __typename: 'SubscriptionContract',
    id,
    status,
    createdAt,
    updatedAt,
    revisionId: String(contract.revision),
    app: {__typename: 'App', id: 'gid://shopify/App/1', title: world.app.name},
    // The app under test owns the contracts, and lets customers change them.
    appEligibleForCustomerActions: true,
    note: null,
    customAttributes: [],
    currencyCode: deliveryPrice.currencyCode,
    ...resolvePolicies(contract),
    deliveryMethod: resolveDelivery(delivery),
    deliveryPrice: resolveMoney(deliveryPrice),
    discounts: (page: PageOf) => connection(discount === null ? [] : [discount], page),
    lines: (page: PageOf) => connection(lines, page),
    lineCount: lines.length,
    linesCount: countOf(lines.length),
    lastPaymentStatus: 'SUCCEEDED',
    lastBillingAttemptErrorType: null,
    nextBillingDate: nextBillingDate(contract, world.now),
    upcomingBillingCycles: (page: PageOf) =>
      connection(upcomingCycles(contract, world.now).map(resolveCycle), page),
    priceBreakdownEstimate: resolveCost(contract),
    originOrder: () => world.order(contract.originOrderId),
    orders: (page: PageOf) => connection(ordersOf(contract, world), page),
    paymentInstrument: () =>
      paymentInstrumentId === null ? null : world.paymentInstrument(paymentInstrumentId),
  };

  return resolved;
}

/** Resolves the fields of `SubscriptionBillingCycle`. */
export function resolveCycle({index, startAt, endAt, isBilled, isSkipped}: BillingCycle): {
  readonly id: string;
} {
  const resolved = {
    __typename: 'SubscriptionBillingCycle',
    // The cursor of the cycle. The schema has no such field.
    id: String(index),
    cycleIndex: index,
    cycleStartAt: startAt,
    cycleEndAt: endAt,
    billingAttemptExpectedDate: endAt,
    edited: isSkipped,
    skipped: isSkipped,
    status: isBilled ? 'BILLED' : 'UNBILLED',
  };

  return resolved;
}

/** Resolves the periods of payment and of delivery, which are the same. */
function resolvePolicies({plan}: SubscriptionContract): object {
  const {count, interval} = plan.every;
  const shared = {anchors: [], interval, intervalCount: countOrNumber(count)};

  return {
    billingPolicy: {
      ...shared,
      __typename: 'SubscriptionBillingPolicy',
      minCycles: null,
      maxCycles: null,
    },
    deliveryPolicy: {...shared, __typename: 'SubscriptionDeliveryPolicy'},
  };
}

function resolveCost(contract: SubscriptionContract): object {
  const {subtotal, discounts, shipping, tax, total} = subscriptionCost(contract);

  return {
    __typename: 'SubscriptionPriceBreakdown',
    subtotalPrice: resolveMoney(subtotal),
    totalDiscounts: resolveMoney(discounts),
    totalShippingPrice: resolveMoney(shipping),
    totalTax: resolveMoney(tax),
    totalPrice: resolveMoney(total),
    taxesIncluded: false,
  };
}

function ordersOf(
  {originOrderId}: SubscriptionContract,
  {order}: SubscriptionWorld,
): readonly {readonly id: string}[] {
  const origin = order(originOrderId);
  return origin === null ? [] : [origin];
}
