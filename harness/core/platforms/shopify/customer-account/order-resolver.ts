import type {Metafield} from '../../../../wire/account.ts';
import type {Fulfillment, Order, OrderLine, Return} from '../../../../wire/order.ts';
import {minorUnits, moneyOf} from '../../../world/money.ts';
import {numberOf} from '../../../world/gid.ts';
import type {Shop} from '../../../world/shop.ts';
import {connection} from '../graphql/connection.ts';
import type {PageOf} from '../graphql/connection.ts';
import {ACCOUNTS_HOST} from '../shopify-hosts.ts';
import {resolveMoney} from '../money-v2.ts';
import {resolveFulfillmentStatus} from './fulfillment-status.ts';
import {resolveAddress} from './address-resolver.ts';
import {resolveMetafields} from './metafield-resolver.ts';

/** The data of an order that the world keeps apart. */
export interface OrderWorld {
  readonly shop: Shop;
  readonly metafields: readonly Metafield[];
  readonly customer: () => object;
}

/** An order, with the fields by which lists are sorted. */
export interface ResolvedOrder {
  readonly id: string;
  readonly number: number;
  readonly processedAt: string;
  readonly totalPrice: {readonly amount: number};
}

/** Resolves the fields of `Order`. */
export function resolveOrder(order: Order, {shop, metafields, customer}: OrderWorld): ResolvedOrder {
  const {id, name, processedAt, cost, shippingAddress, billingAddress} = order;
  const number = numberOf(id);
  const lineItems = order.lines.map(resolveLine);
  const fulfillments = order.fulfillments.map((fulfillment) => resolveFulfillment(fulfillment, lineItems));

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
    customer,
    email: order.email,
    phone: order.phone,
    note: order.note,
    customAttributes: order.attributes,
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
    returns: (page: PageOf) => connection(order.returns.map(resolveReturn), page),
    ...resolveMetafields(metafields, id),
  };

  return resolved;
}

function resolveCost(cost: Order['cost']): {readonly totalPrice: {readonly amount: number}} {
  const {currencyCode} = cost.total;
  const resolved = {
    currencyCode,
    subtotal: resolveMoney(cost.subtotal),
    totalPrice: resolveMoney(cost.total),
    totalShipping: resolveMoney(cost.shipping),
    totalTax: resolveMoney(cost.tax),
    totalRefunded: resolveMoney(moneyOf(0, currencyCode)),
  };

  return resolved;
}

interface ResolvedLine {
  readonly id: string;
  readonly quantity: number;
  readonly requiresShipping: boolean;
}

function resolveLine(line: OrderLine): ResolvedLine {
  const {id, merchandise, quantity, attributes} = line;

  const resolved = {
    id,
    quantity,
    refundableQuantity: quantity,
    ...resolveMerchandise(merchandise),
    ...resolvePrices(line),
    giftCard: false,
    customAttributes: attributes,
  };

  return resolved;
}

function resolveMerchandise(merchandise: OrderLine['merchandise']): Pick<ResolvedLine, 'requiresShipping'> {
  const {title, subtitle, product} = merchandise;

  const resolved = {
    name: subtitle === '' ? title : `${title} - ${subtitle}`,
    title,
    presentmentTitle: title,
    image: merchandise.image,
    productId: product.id,
    productType: product.productType,
    vendor: product.vendor,
    variantId: merchandise.id,
    variantTitle: subtitle,
    variantOptions: merchandise.selectedOptions,
    sku: merchandise.sku,
    requiresShipping: merchandise.requiresShipping,
  };

  return resolved;
}

function resolvePrices({merchandise: {price}, quantity, total, discountAllocations}: OrderLine): object {
  const undiscounted = resolveMoney(moneyOf(minorUnits(price) * quantity, price.currencyCode));
  const discount = discountAllocations.reduce(
    (sum, {discountedAmount}) => sum + minorUnits(discountedAmount),
    0,
  );

  return {
    price: resolveMoney(price),
    totalPrice: undiscounted,
    currentTotalPrice: undiscounted,
    totalPriceBeforeDiscounts: undiscounted,
    totalPriceWithDiscounts: resolveMoney(total),
    totalDiscount: resolveMoney(moneyOf(discount, price.currencyCode)),
  };
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
