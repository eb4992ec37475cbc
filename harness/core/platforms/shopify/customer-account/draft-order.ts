import type {OrderLine} from '../../../../wire/order.ts';
import type {DraftOrder} from '../../../world/draft-orders.ts';
import {minorUnits, moneyOf} from '../../../world/money.ts';
import {numberOf} from '../../../world/gid.ts';
import type {Shop} from '../../../world/shop.ts';
import {connection} from '../graphql/connection.ts';
import type {PageOf} from '../graphql/connection.ts';
import {resolveMoney} from '../money-v2.ts';
import {resolveAddress} from './address-resolver.ts';
import {resolveDraftLine} from './draft-order-line.ts';
import {resolveDiscounts} from './order-discounts.ts';

/** The parts of a draft order that other resolvers have. */
export interface DraftOrderWorld {
  readonly shop: Shop;
  readonly customer: () => object;
  readonly order: (id: string) => object | null;
  readonly purchasingEntity: () => object;
}

/** A draft order as the Customer Account API has it. */
export interface ResolvedDraftOrder {
  readonly id: string;
  /** The order that it became. The schema has no such field. */
  readonly orderId: string | null;
  readonly name: string;
  readonly status: DraftOrder['status'];
  readonly updatedAt: string;
  readonly totalPrice: {readonly amount: number};
}

/** Resolves the fields of `DraftOrder`. */
export function resolveDraftOrder(draft: DraftOrder, world: DraftOrderWorld): ResolvedDraftOrder {
  const {id, name, status, orderId, contents} = draft;
  const {processedAt, email, phone, shippingAddress, billingAddress, lines} = contents;
  const number = numberOf(id);
  const lineItems = lines.map(resolveDraftLine);

  const resolved = {
    __typename: 'DraftOrder',
    id,
    orderId,
    name,
    status,
    createdAt: processedAt,
    updatedAt: processedAt,
    email,
    phone,
    contactExists: email !== null || phone !== null,
    inReview: false,
    invoiceUrl: status === 'INVOICE_SENT' ? `${world.shop.storefrontUrl}/invoices/${number}` : null,
    customer: world.customer,
    order: () => (orderId === null ? null : world.order(orderId)),
    purchasingEntity: world.purchasingEntity,
    requiresShipping: lines.some(({merchandise}) => merchandise.requiresShipping),
    shippingAddress: resolveAddress(shippingAddress, `gid://shopify/CustomerAddress/${number}1`),
    billingAddress: resolveAddress(billingAddress, `gid://shopify/CustomerAddress/${number}2`),
    lineItems: (page: PageOf) => connection(lineItems, page),
    ...resolveSums(draft),
  };

  return resolved;
}

function resolveSums({contents}: DraftOrder): Pick<ResolvedDraftOrder, 'totalPrice'> {
  const {cost, lines} = contents;
  const {currencyCode} = cost.total;
  const {discountApplications, discountInformation, subtotalBeforeDiscounts} = resolveDiscounts(contents);

  const resolved = {
    currencyCode,
    subtotalPrice: resolveMoney(cost.subtotal),
    subtotalPriceBeforeDiscounts: subtotalBeforeDiscounts,
    totalLineItemsPrice: resolveMoney(moneyOf(undiscounted(lines), currencyCode)),
    totalShippingPrice: resolveMoney(cost.shipping),
    totalTax: resolveMoney(cost.tax),
    totalPrice: resolveMoney(cost.total),
    taxExempt: false,
    taxesIncluded: false,
    totalWeight: '0',
    discountApplications,
    discountInformation: {
      ...discountInformation,
      __typename: 'DraftOrderDiscountInformation',
      appliedDiscount: null,
    },
    lineItemsSummary: {
      __typename: 'DraftOrderLineItemsSummary',
      lineItemCount: lines.length,
      totalQuantityOfLineItems: lines.reduce((sum, {quantity}) => sum + quantity, 0),
      totalQuantityOfLegacyFeeLineItems: 0,
    },
    legacyAggregatedMerchandiseTermsAsFees: [],
    legacyRepresentProductsAsFees: false,
    legacySubtotalWithoutFees: resolveMoney(cost.subtotal),
  };

  return resolved;
}

function undiscounted(lines: readonly OrderLine[]): number {
  return lines.reduce((sum, {merchandise, quantity}) => sum + minorUnits(merchandise.price) * quantity, 0);
}
