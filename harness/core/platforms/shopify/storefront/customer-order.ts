import type {Order, OrderLine} from '../../../../wire/order.ts';
import {numberOf} from '../../../world/gid.ts';
import {minorUnits, moneyOf} from '../../../world/money.ts';
import {resolveFulfillmentStatus} from '../customer-account/fulfillment-status.ts';
import {resolveDiscounts, resolveLineDiscounts} from '../customer-account/order-discounts.ts';
import {connection} from '../graphql/connection.ts';
import type {PageOf} from '../graphql/connection.ts';
import {resolveMoney} from '../money-v2.ts';
import type {MoneyV2} from '../money-v2.ts';
import {resolveMailingAddress} from './mailing-address.ts';
import {resolveMetafields} from './metafields.ts';
import type {ResolverContext} from './resolver-context.ts';

/** An order as the Storefront API has it, with the fields by which lists are sorted. */
export interface ResolvedOrder {
  readonly id: string;
  readonly name: string;
  readonly number: number;
  readonly processedAt: string;
  readonly totalPrice: MoneyV2;
}

/** A line of an order. The schema gives it no id, and lists need one. */
interface ResolvedLine {
  readonly id: string;
  readonly quantity: number;
}

/** Resolves the fields of `Order` of the Storefront API. */
export function resolveCustomerOrder(order: Order, context: ResolverContext): ResolvedOrder {
  const {id, name, processedAt, cancelledAt, email, phone} = order;
  const {shop, language} = context.world;
  const number = Number(numberOf(id));
  const lines = order.lines.map((line) => resolveLine(line, context));

  const resolved: ResolvedOrder & Record<string, unknown> = {
    __typename: 'Order',
    id,
    name,
    number,
    orderNumber: number,
    email,
    phone,
    processedAt,
    canceledAt: cancelledAt,
    cancelReason: cancelledAt === null ? null : 'CUSTOMER',
    customerLocale: language,
    customerUrl: `${shop.storefrontUrl}/account/orders/${order.checkoutToken}`,
    statusUrl: `${shop.storefrontUrl}/${numberOf(shop.id)}/orders/${order.checkoutToken}`,
    edited: false,
    financialStatus: 'PAID',
    fulfillmentStatus: resolveFulfillmentStatus(order),
    customAttributes: order.attributes,
    ...resolveSums(order.cost),
    ...resolveDiscounts(order),
    billingAddress: addressOf(order.billingAddress, `${number}2`),
    shippingAddress: addressOf(order.shippingAddress, `${number}1`),
    lineItems: (page: PageOf) => connection(lines, page),
    successfulFulfillments: ({first}: {first?: number | null}) =>
      resolveFulfillments(order, lines).slice(0, first ?? undefined),
    ...resolveMetafields(context, id, () => resolved),
  };

  return resolved;
}

/** Resolves the sums. Nothing was refunded, so the current ones are the original ones. */
function resolveSums(cost: Order['cost']): {readonly totalPrice: MoneyV2} {
  const {currencyCode} = cost.total;
  const subtotal = resolveMoney(cost.subtotal);
  const shipping = resolveMoney(cost.shipping);
  const tax = resolveMoney(cost.tax);
  const total = resolveMoney(cost.total);
  const nothing = resolveMoney(moneyOf(0, currencyCode));

  const resolved = {
    currencyCode,
    subtotalPrice: subtotal,
    subtotalPriceV2: subtotal,
    currentSubtotalPrice: subtotal,
    totalShippingPrice: shipping,
    totalShippingPriceV2: shipping,
    currentTotalShippingPrice: shipping,
    totalTax: tax,
    totalTaxV2: tax,
    currentTotalTax: tax,
    totalPrice: total,
    totalPriceV2: total,
    originalTotalPrice: total,
    currentTotalPrice: total,
    totalRefunded: nothing,
    totalRefundedV2: nothing,
    originalTotalDuties: null,
    currentTotalDuties: null,
  };

  return resolved;
}

function resolveLine(line: OrderLine, {find}: ResolverContext): ResolvedLine {
  const {id, merchandise, quantity, attributes, total} = line;
  const {price} = merchandise;

  const resolved = {
    __typename: 'OrderLineItem',
    id,
    title: merchandise.title,
    quantity,
    currentQuantity: quantity,
    customAttributes: attributes,
    discountAllocations: resolveLineDiscounts(line.discountAllocations),
    originalTotalPrice: resolveMoney(moneyOf(minorUnits(price) * quantity, price.currencyCode)),
    discountedTotalPrice: resolveMoney(total),
    // A variant that the shop does not sell any more is null.
    variant: () => find(merchandise.id),
  };

  return resolved;
}

function resolveFulfillments(order: Order, lines: readonly ResolvedLine[]): readonly object[] {
  return order.fulfillments.map(({trackingNumber, lineIds}) => {
    const items = lines
      .filter(({id}) => lineIds.includes(id))
      .map((lineItem) => ({
        __typename: 'FulfillmentLineItem',
        id: lineItem.id,
        quantity: lineItem.quantity,
        lineItem,
      }));

    return {
      __typename: 'Fulfillment',
      trackingCompany: null,
      trackingInfo: ({first}: {first?: number | null}) =>
        [{__typename: 'FulfillmentTrackingInfo', number: trackingNumber, url: null}].slice(
          0,
          first ?? undefined,
        ),
      fulfillmentLineItems: (page: PageOf) => connection(items, page),
    };
  });
}

function addressOf(address: Order['shippingAddress'], number: string): object | null {
  return address === null ? null : resolveMailingAddress(address, `gid://shopify/MailingAddress/${number}`);
}
