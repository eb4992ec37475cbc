import type {Order} from '../../../../../wire/order.ts';
import {numberOf} from '../../../../world/gid.ts';
import {minorUnits, moneyOf} from '../../../../world/money.ts';
import {refundsOf, settlementOf} from '../../../../world/order-refunds.ts';
import type {Refund} from '../../../../world/order-refunds.ts';
import {connection} from '../../graphql/connection.ts';
import type {PageOf} from '../../graphql/connection.ts';
import {moneyBag} from '../../customer-account/money-bag.ts';
import {resolveTransactions} from '../../customer-account/order-transactions.ts';
import {resolveCost} from '../../customer-account/order-cost.ts';
import {ACCOUNTS_HOST} from '../../shopify-hosts.ts';
import {resolveAddress} from '../customers/address-resolver.ts';
import type {AdminGraph, Identified} from '../model/admin-graph.ts';
import {resolveFulfillments} from './fulfillment-resolver.ts';
import {resolveLine} from './line-resolver.ts';
import {financialStatusOf, fulfillmentStatusOf} from './order-status.ts';

/** Resolves the fields of `Order`. */
export function resolveOrder(order: Order, graph: AdminGraph): Identified {
  const {id, name, customerId} = order;
  const refunds = refundsOf(order, {});
  const lines = order.lines.map((line) => resolveLine(line, order, graph));

  const resolved: Identified & Record<string, unknown> = {
    __typename: 'Order',
    id,
    legacyResourceId: numberOf(id),
    name,
    number: Number(numberOf(id)),
    customer: () => graph.customerOf(customerId),
    ...originFields(order, graph),
    ...stateFields(order, graph),
    ...addressFields(order),
    ...sumFields(order, refunds),
    lineItems: (page: PageOf) => connection(lines, page),
    ...countFields(order),
    fulfillments: resolveFulfillments(order, () => resolved),
    transactions: () => transactionFields(order, refunds, () => resolved),
    ...graph.metafieldsOf(id),
  };

  return resolved;
}

function originFields(order: Order, {state}: AdminGraph): object {
  const {id, email, phone, note, processedAt, confirmationNumber, attributes, discountCodes, cost} = order;
  const {tags, updatedAt, poNumber} = state.model.records.orderDetails(id);
  const {currencyCode} = cost.total;

  return {
    email,
    phone,
    note,
    poNumber,
    tags: tags.toSorted(),
    customAttributes: attributes,
    confirmationNumber,
    confirmed: true,
    createdAt: processedAt,
    processedAt,
    updatedAt: updatedAt ?? order.edits.at(-1)?.happenedAt ?? processedAt,
    currencyCode,
    presentmentCurrencyCode: currencyCode,
    discountCode: discountCodes[0] ?? null,
    discountCodes,
    customerAcceptsMarketing: false,
    customerLocale: 'en',
    sourceName: 'web',
    statusPageUrl: `https://${ACCOUNTS_HOST}/${numberOf(state.shop.id)}/account/orders/${numberOf(id)}`,
    taxesIncluded: false,
    test: false,
    edited: order.edits.length > 0,
    merchantEditable: order.cancelledAt === null,
    canNotifyCustomer: email !== null,
    canMarkAsPaid: false,
  };
}

function stateFields(order: Order, {state}: AdminGraph): object {
  const {closedAt, cancelReason} = state.model.records.orderDetails(order.id);
  const financial = financialStatusOf(order);
  const fulfillment = fulfillmentStatusOf(order);

  return {
    cancelledAt: order.cancelledAt,
    cancelReason: order.cancelledAt === null ? null : (cancelReason ?? 'CUSTOMER'),
    closed: closedAt !== null,
    closedAt,
    displayFinancialStatus: financial,
    displayFulfillmentStatus: fulfillment,
    fulfillable: fulfillment !== 'FULFILLED' && order.cancelledAt === null,
    fullyPaid: true,
    unpaid: false,
    returnStatus: order.returns.length === 0 ? 'NO_RETURN' : returnStatusOf(order),
  };
}

function returnStatusOf({returns}: Order): string {
  if (returns.some(({status}) => status === 'requested')) return 'RETURN_REQUESTED';
  return returns.some(({status}) => status === 'approved') ? 'IN_PROGRESS' : 'RETURNED';
}

function addressFields({id, shippingAddress, billingAddress, lines}: Order): object {
  const shipping = resolveAddress(shippingAddress, `gid://shopify/MailingAddress/${numberOf(id)}1`);

  return {
    shippingAddress: shipping,
    displayAddress: shipping,
    billingAddress: resolveAddress(billingAddress, `gid://shopify/MailingAddress/${numberOf(id)}2`),
    billingAddressMatchesShippingAddress: JSON.stringify(shippingAddress) === JSON.stringify(billingAddress),
    requiresShipping: lines.some(({merchandise}) => merchandise.requiresShipping),
  };
}

function sumFields(order: Order, refunds: readonly Refund[]): object {
  const {cost, tip} = order;
  const {currencyCode} = cost.total;
  const {paid, refunded} = settlementOf(order, refunds);
  const bag = (units: number): object => moneyBag(moneyOf(units, currencyCode));
  const discounts = bag(discountedOf(order));
  const none = bag(0);
  const {shippingLine} = resolveCost(order) as {shippingLine?: {handle: string; title: string} | null};

  return {
    subtotalPriceSet: moneyBag(cost.subtotal),
    currentSubtotalPriceSet: moneyBag(cost.subtotal),
    totalPriceSet: moneyBag(cost.total),
    currentTotalPriceSet: moneyBag(cost.total),
    originalTotalPriceSet: bag(paid),
    totalTaxSet: moneyBag(cost.tax),
    currentTotalTaxSet: moneyBag(cost.tax),
    totalShippingPriceSet: moneyBag(cost.shipping),
    totalDiscountsSet: discounts,
    currentTotalDiscountsSet: discounts,
    totalReceivedSet: bag(paid),
    totalRefundedSet: bag(refunded),
    netPaymentSet: bag(paid - refunded),
    totalOutstandingSet: none,
    totalTipReceivedSet: tip === null ? none : moneyBag(tip),
    shippingLine:
      shippingLine == null
        ? null
        : {
            __typename: 'ShippingLine',
            id: `gid://shopify/ShippingLine/${numberOf(order.id)}`,
            code: shippingLine.title,
            title: shippingLine.title,
            originalPriceSet: moneyBag(cost.shipping),
          },
  };
}

function discountedOf({lines, discountAllocations}: Order): number {
  const all = [...lines.flatMap((line) => line.discountAllocations), ...discountAllocations];
  return all.reduce((sum, {discountedAmount}) => sum + minorUnits(discountedAmount), 0);
}

function countFields({lines}: Order): object {
  const quantity = lines.reduce((sum, line) => sum + line.quantity, 0);
  return {subtotalLineItemsQuantity: quantity, currentSubtotalLineItemsQuantity: quantity};
}

interface Paid {
  readonly type: 'GIFT_CARD' | 'CARD';
  readonly transactionAmount: object;
}

/** The gateway of card payments. */
const GATEWAY = 'shopify_payments';

function transactionFields(
  order: Order,
  refunds: readonly Refund[],
  resolved: () => object,
): readonly object[] {
  return resolveTransactions(order, refunds, resolved).map((each) => {
    const {type, transactionAmount, ...transaction} = each as Paid;
    const gateway = type === 'GIFT_CARD' ? 'gift_card' : GATEWAY;
    return {...transaction, amountSet: transactionAmount, gateway, formattedGateway: gateway, test: false};
  });
}
