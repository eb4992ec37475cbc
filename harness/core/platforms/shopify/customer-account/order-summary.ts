import type {Order, OrderLine} from '../../../../wire/order.ts';
import {numberOf} from '../../../world/gid.ts';
import {moneyOf} from '../../../world/money.ts';
import {refundedQuantity} from '../../../world/order-refunds.ts';
import type {Refund} from '../../../world/order-refunds.ts';
import {orderShares} from '../../../world/order-shares.ts';
import type {Shop} from '../../../world/shop.ts';
import {resolveMoney} from '../money-v2.ts';

/** The shop, and the language in which the buyer sees it. */
interface BuyerPlace {
  readonly shop: Shop;
  /** In BCP 47. */
  readonly language: string;
}

/** Resolves the fields of an order that sum others up, and those about parts that the world's orders do not have. */
export function resolveSummary(
  order: Order,
  refunds: readonly Refund[],
  {shop, language}: BuyerPlace,
): object {
  const {lines, tip} = order;
  const quantity = lines.reduce((sum, line) => sum + line.quantity, 0);

  return {
    lineItemsSummary: {
      __typename: 'OrderLineItemsSummary',
      lineItemCount: lines.length,
      totalQuantityOfLineItems: quantity,
      totalQuantityOfLegacyFeesLineItems: 0,
      totalQuantityOfTipLineItems: tip === null ? 0 : 1,
    },
    soldInformation: resolveSold(order, refunds, quantity),
    market: {
      __typename: 'Market',
      id: 'gid://shopify/Market/1',
      handle: shop.country.toLowerCase(),
      webPresence: null,
    },
    reorderPath: `/cart/${lines.map(permalinkOf).join(',')}`,
    customerLocale: language,
    ...absentParts(order),
  };
}

/** Resolves the parts that no order of the world has. */
function absentParts({cost}: Order): object {
  return {
    shopAppLinksAndResources: null,
    taxInvoices: [],
    orderReceiptMetafields: [],
    paymentTermsTemplate: null,
    legacyAggregatedMerchandiseTermsAsFees: [],
    legacyRepresentProductsAsFees: false,
    legacySubtotalWithoutFees: resolveMoney(cost.subtotal),
  };
}

function resolveSold(order: Order, refunds: readonly Refund[], quantity: number): object {
  const {subtotal, tax, total} = order.cost;
  const discount = orderShares(order).lines.reduce((sum, share) => sum + share.discount, 0);

  return {
    __typename: 'OrderSoldInformation',
    quantity,
    refundedQuantity: order.lines.reduce((sum, {id}) => sum + refundedQuantity(refunds, id), 0),
    subtotal: resolveMoney(subtotal),
    totalDiscount: resolveMoney(moneyOf(discount, total.currencyCode)),
    totalTaxes: resolveMoney(tax),
    total: resolveMoney(total),
  };
}

/** Returns the part of a cart permalink for a line. */
function permalinkOf({merchandise, quantity}: OrderLine): string {
  return `${numberOf(merchandise.id)}:${quantity}`;
}
