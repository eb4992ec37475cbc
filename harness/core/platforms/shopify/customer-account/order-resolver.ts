import type {Metafield} from '../../../../wire/account.ts';
import type {Fulfillment, Order, OrderLine, Return} from '../../../../wire/order.ts';
import {minorUnits, moneyOf} from '../../../world/money.ts';
import {numberOf} from '../../../world/shop.ts';
import type {Shop} from '../../../world/shop.ts';
import {connection} from '../graphql-connection.ts';
import type {PageOf} from '../graphql-connection.ts';
import {ACCOUNTS_HOST} from '../shopify-hosts.ts';
import {decimal} from '../money-v2.ts';
import {resolveAddress} from './address-resolver.ts';
import {resolveMetafields} from './metafield-resolver.ts';

export interface OrderWorld {
  readonly shop: Shop;
  readonly metafields: readonly Metafield[];
  readonly customer: () => object;
}

export interface ResolvedOrder {
  readonly id: string;
  readonly number: number;
  readonly processedAt: string;
  readonly totalPrice: {readonly amount: string};
}

export function resolveOrder(order: Order, {shop, metafields, customer}: OrderWorld): ResolvedOrder {
  const {id, name, processedAt, cost, lines, shippingAddress, billingAddress} = order;
  const number = numberOf(id);
  const lineItems = lines.map(resolveLine);

  const resolved = {
    __typename: 'Order',
    id,
    name,
    number: Number(number),
    confirmationNumber: order.confirmationNumber,
    checkoutToken: order.checkoutToken,
    createdAt: processedAt,
    processedAt,
    updatedAt: processedAt,
    cancelledAt: order.cancelledAt,
    currencyCode: cost.total.currencyCode,
    customer,
    email: order.email,
    phone: order.phone,
    note: order.note,
    customAttributes: order.attributes,
    financialStatus: 'PAID',
    fulfillmentStatus: fulfillmentStatus(order),
    statusPageUrl: `https://${ACCOUNTS_HOST}/${numberOf(shop.id)}/account/orders/${number}`,
    edited: false,
    requiresShipping: lineItems.some(({requiresShipping}) => requiresShipping),
    subtotal: decimal(cost.subtotal),
    totalPrice: decimal(cost.total),
    totalShipping: decimal(cost.shipping),
    totalTax: decimal(cost.tax),
    totalRefunded: decimal(moneyOf(0, cost.total.currencyCode)),
    shippingAddress: resolveAddress(shippingAddress, `gid://shopify/CustomerAddress/${number}1`),
    billingAddress: resolveAddress(billingAddress, `gid://shopify/CustomerAddress/${number}2`),
    lineItems: (page: PageOf) => connection(lineItems, page),
    fulfillments: (page: PageOf) =>
      connection(
        order.fulfillments.map((each) => resolveFulfillment(each, lineItems)),
        page,
      ),
    returns: (page: PageOf) => connection(order.returns.map(resolveReturn), page),
    ...resolveMetafields(metafields, id),
  };

  return resolved;
}

/** The keys by which orders can be sorted. */
export type OrderSort = 'CREATED_AT' | 'ID' | 'ORDER_NUMBER' | 'PROCESSED_AT' | 'TOTAL_PRICE' | 'UPDATED_AT';

const byNumber = (a: ResolvedOrder, b: ResolvedOrder): number => a.number - b.number;
const byTime = (a: ResolvedOrder, b: ResolvedOrder): number =>
  Date.parse(a.processedAt) - Date.parse(b.processedAt);
const SORTS: Readonly<Record<OrderSort, (a: ResolvedOrder, b: ResolvedOrder) => number>> = {
  CREATED_AT: byTime,
  ID: byNumber,
  ORDER_NUMBER: byNumber,
  PROCESSED_AT: byTime,
  TOTAL_PRICE: (a, b) => Number(a.totalPrice.amount) - Number(b.totalPrice.amount),
  UPDATED_AT: byTime,
};

export function sortOrders(orders: readonly ResolvedOrder[], key: OrderSort): readonly ResolvedOrder[] {
  return orders.toSorted(SORTS[key]);
}

interface ResolvedLine {
  readonly id: string;
  readonly quantity: number;
  readonly requiresShipping: boolean;
}

function resolveLine({
  id,
  merchandise,
  quantity,
  total,
  attributes,
  discountAllocations,
}: OrderLine): ResolvedLine {
  const {price, product, image} = merchandise;
  const undiscounted = decimal(moneyOf(minorUnits(price) * quantity, price.currencyCode));
  const discount = discountAllocations.reduce(
    (sum, {discountedAmount}) => sum + minorUnits(discountedAmount),
    0,
  );

  const resolved = {
    id,
    name: merchandise.subtitle === '' ? merchandise.title : `${merchandise.title} - ${merchandise.subtitle}`,
    title: merchandise.title,
    presentmentTitle: merchandise.title,
    quantity,
    refundableQuantity: quantity,
    image,
    price: decimal(price),
    totalPrice: undiscounted,
    currentTotalPrice: undiscounted,
    totalPriceBeforeDiscounts: undiscounted,
    totalPriceWithDiscounts: decimal(total),
    totalDiscount: decimal(moneyOf(discount, price.currencyCode)),
    productId: product.id,
    productType: product.productType,
    vendor: product.vendor,
    variantId: merchandise.id,
    variantTitle: merchandise.subtitle,
    variantOptions: merchandise.selectedOptions,
    sku: merchandise.sku,
    requiresShipping: merchandise.requiresShipping,
    giftCard: false,
    customAttributes: attributes,
  };

  return resolved;
}

function resolveFulfillment(
  {id, status, trackingNumber, lineIds}: Fulfillment,
  lines: readonly ResolvedLine[],
): {readonly id: string} {
  const items = lines
    .filter((line) => lineIds.includes(line.id))
    .map((lineItem) => ({
      id: `gid://shopify/FulfillmentLineItem/${numberOf(lineItem.id)}`,
      quantity: lineItem.quantity,
      lineItem,
    }));

  const resolved = {
    id,
    status: 'SUCCESS',
    latestShipmentStatus: status === 'delivered' ? 'DELIVERED' : 'IN_TRANSIT',
    isPickedUp: false,
    requiresShipping: true,
    trackingInformation: [{company: null, number: trackingNumber, url: null}],
    fulfillmentLineItems: (page: PageOf) => connection(items, page),
  };

  return resolved;
}

function resolveReturn({id, name, status}: Return): {readonly id: string} {
  const resolved = {id, name, status: {requested: 'REQUESTED', approved: 'OPEN', closed: 'CLOSED'}[status]};
  return resolved;
}

function fulfillmentStatus({lines, fulfillments}: Order): string {
  const fulfilled = new Set(fulfillments.flatMap(({lineIds}) => lineIds));
  if (fulfilled.size === 0) return 'UNFULFILLED';
  return lines.every(({id}) => fulfilled.has(id)) ? 'FULFILLED' : 'PARTIALLY_FULFILLED';
}
