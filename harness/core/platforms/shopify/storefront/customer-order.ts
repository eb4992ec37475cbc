import type {Order} from '../../../../wire/order.ts';
import {numberOf} from '../../../world/gid.ts';
import {minorUnits, moneyOf} from '../../../world/money.ts';
import type {Money} from '../../../world/money.ts';
import {orderStates} from '../../../world/order-edits.ts';
import {countedLines, refundedQuantity, refundsOf, settlementOf} from '../../../world/order-refunds.ts';
import type {CountedLine, Refund} from '../../../world/order-refunds.ts';
import {orderShares, shareOfItems} from '../../../world/order-shares.ts';
import {translateSold} from '../../../world/translations/translated-content.ts';
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
  /** The number of items that no edit took away. The schema has no such field. */
  readonly left: number;
}

/** Resolves the fields of `Order` of the Storefront API. */
export function resolveCustomerOrder(order: Order, context: ResolverContext): ResolvedOrder {
  const {id, name, processedAt, cancelledAt, email, phone} = order;
  const {shop, language} = context.world;
  const number = Number(numberOf(id));
  const refunded = refundedOf(order);
  const lines = countedLines(order, refunded.refunds).map((line) => resolveLine(line, context));

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
    edited: order.edits.length > 0,
    financialStatus: settlementOf(order, refunded.refunds).status,
    fulfillmentStatus: resolveFulfillmentStatus(order),
    customAttributes: order.attributes,
    ...resolveSums(order, refunded),
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

/** Resolves the sums. The current ones are those without what was paid back. */
function resolveSums(
  order: Order,
  {refunds, amount, tax: refundedTax}: Refunded,
): {readonly totalPrice: MoneyV2} {
  const {cost} = order;
  const [original = order] = orderStates(order);
  const duties = order.duties === null ? null : resolveMoney(order.duties);
  const {currencyCode} = cost.total;
  const less = (money: Money, units: number): MoneyV2 =>
    resolveMoney(moneyOf(minorUnits(money) - units, currencyCode));
  const [subtotal, shipping] = [resolveMoney(cost.subtotal), resolveMoney(cost.shipping)];
  const [tax, total] = [resolveMoney(cost.tax), resolveMoney(cost.total)];
  const refunded = resolveMoney(moneyOf(settlementOf(order, refunds).refunded, currencyCode));

  const resolved = {
    currencyCode,
    subtotalPrice: subtotal,
    subtotalPriceV2: subtotal,
    currentSubtotalPrice: less(cost.subtotal, amount - refundedTax),
    totalShippingPrice: shipping,
    totalShippingPriceV2: shipping,
    currentTotalShippingPrice: shipping,
    totalTax: tax,
    totalTaxV2: tax,
    currentTotalTax: less(cost.tax, refundedTax),
    totalPrice: total,
    totalPriceV2: total,
    originalTotalPrice: resolveMoney(original.cost.total),
    currentTotalPrice: less(cost.total, amount),
    totalRefunded: refunded,
    totalRefundedV2: refunded,
    originalTotalDuties: duties,
    currentTotalDuties: duties,
  };

  return resolved;
}

/** The items and the money that the customer got back, in minor units. */
interface Refunded {
  readonly refunds: readonly Refund[];
  readonly amount: number;
  readonly tax: number;
}

function refundedOf(order: Order): Refunded {
  const refunds = refundsOf(order, {});
  const shares = orderShares(order).lines;
  const taxes = shares.map((share) => {
    const quantity = refundedQuantity(refunds, share.line.id);
    return shareOfItems(share, quantity, share.line.quantity).tax;
  });

  return {
    refunds,
    amount: refunds.reduce((sum, {amount}) => sum + minorUnits(amount), 0),
    tax: taxes.reduce((sum, tax) => sum + tax, 0),
  };
}

function resolveLine(
  {line, refunded, removed}: CountedLine,
  {find, translator, world}: ResolverContext,
): ResolvedLine {
  const {id, merchandise, quantity, attributes, total} = line;
  const {price} = merchandise;

  const resolved = {
    __typename: 'OrderLineItem',
    id,
    title: translateSold(merchandise, translator, world.products).title,
    quantity: quantity + removed,
    left: quantity,
    currentQuantity: quantity - refunded,
    customAttributes: attributes,
    discountAllocations: resolveLineDiscounts(line.discountAllocations),
    originalTotalPrice: resolveMoney(moneyOf(minorUnits(price) * (quantity + removed), price.currencyCode)),
    discountedTotalPrice: resolveMoney(total),
    // A variant that the shop does not sell any more is null.
    variant: () => find(merchandise.id),
  };

  return resolved;
}

function resolveFulfillments(order: Order, lines: readonly ResolvedLine[]): readonly object[] {
  return order.fulfillments.map(({trackingNumber, lineIds}) => {
    const items = lines
      .filter(({id, left}) => left > 0 && lineIds.includes(id))
      .map((lineItem) => ({
        __typename: 'FulfillmentLineItem',
        id: lineItem.id,
        quantity: lineItem.left,
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
