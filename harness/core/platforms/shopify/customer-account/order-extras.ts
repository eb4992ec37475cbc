import type {Order} from '../../../../wire/order.ts';
import {editChanges} from '../../../world/order-edits.ts';
import {numberOf} from '../../../world/gid.ts';
import {moneyOf} from '../../../world/money.ts';
import type {Translator} from '../../../world/translations/translator.ts';
import {resolveMoney} from '../money-v2.ts';
import type {ResolvedLine} from './order-line.ts';
import {resolveLineReasons} from './return-reasons.ts';

/** Resolves the fields of an order about its tip, its duties and its edits. */
export function resolveExtras({id, cost, tip, duties, edits}: Order, lines: readonly ResolvedLine[]): object {
  const changes = [...editChanges({edits})].flatMap(([lineId, delta], index) => {
    const lineItem = lines.find((line) => line.id === lineId);
    const changeId = `gid://shopify/OrderEditSummaryChange/${numberOf(id)}${index + 1}`;
    return lineItem === undefined
      ? []
      : [{__typename: 'OrderEditSummaryChange', id: changeId, handle: null, delta, lineItem}];
  });

  return {
    totalTip: tip === null ? null : resolveMoney(tip),
    totalDuties: duties === null ? null : resolveMoney(duties),
    totalDutiesSummary: {
      __typename: 'OrderDutiesSummary',
      totalDuties: resolveMoney(duties ?? moneyOf(0, cost.total.currencyCode)),
      totalDutiesStatus: duties === null ? 'DUTIES_ZERO' : 'DUTIES_OK',
    },
    edited: edits.length > 0,
    editSummary:
      edits.length === 0
        ? null
        : {__typename: 'OrderEditSummary', changes, latestHappenedAt: edits.at(-1)?.happenedAt},
  };
}

/** Resolves the line of a tip, which belongs to no product; none without a tip. */
export function resolveTip(
  {id, tip}: Pick<Order, 'id' | 'tip'>,
  translator: Translator,
): readonly ResolvedLine[] {
  if (tip === null) return [];

  const title = translator.text('Tip');
  const price = resolveMoney(tip);
  const none = resolveMoney(moneyOf(0, tip.currencyCode));

  const resolved = {
    __typename: 'LineItem',
    id: tipLineId(id),
    quantity: 1,
    left: 1,
    refundableQuantity: 0,
    soldQuantity: 1,
    name: title,
    title,
    presentmentTitle: title,
    price,
    totalPrice: price,
    soldTotalPrice: price,
    soldDiscountedTotalPrice: price,
    currentTotalPrice: price,
    totalPriceBeforeDiscounts: price,
    totalPriceWithDiscounts: price,
    totalDiscount: none,
    requiresShipping: false,
    giftCard: false,
    customAttributes: [],
    discountAllocations: [],
    ...NO_PRODUCT,
    ...resolveLineReasons(),
  };

  return [resolved];
}

/** Returns the id of the line of a tip. */
export function tipLineId(orderId: string): string {
  return `gid://shopify/LineItem/${numberOf(orderId)}0`;
}

/** The fields of a line that has no product. */
const NO_PRODUCT = {
  image: null,
  productId: null,
  productType: null,
  vendor: null,
  variantId: null,
  variantTitle: null,
  variantOptions: null,
  sku: null,
  sellingPlan: null,
  group: null,
  groupTitle: null,
  unitPrice: null,
  legacyFee: false,
  legacyFeeTitle: null,
  legacyFeeDescription: null,
};
