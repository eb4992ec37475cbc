import type {Order, OrderLine} from '../../../../../wire/order.ts';
import {minorUnits, moneyOf} from '../../../../world/money.ts';
import {isGiftCard} from '../../../../world/products.ts';
import {moneyBag} from '../../customer-account/money-bag.ts';
import {resolveImage} from '../../storefront/image.ts';
import type {AdminGraph, Identified} from '../model/admin-graph.ts';
import {DEFAULT_TITLE} from '../products/product-resolver.ts';

/** Resolves the fields of `LineItem`. A variant that the shop does not sell any more is null. */
export function resolveLine(line: OrderLine, {fulfillments}: Order, graph: AdminGraph): Identified {
  const {id, merchandise, quantity, attributes} = line;
  const {title, subtitle, sku, image, product, requiresShipping} = merchandise;
  const isFulfilled = fulfillments.some(({lineIds}) => lineIds.includes(id));
  const variantTitle = subtitle === DEFAULT_TITLE ? null : subtitle;

  const resolved: Identified & Record<string, unknown> = {
    __typename: 'LineItem',
    id,
    title,
    variantTitle,
    name: variantTitle === null ? title : `${title} - ${variantTitle}`,
    sku: sku === '' ? null : sku,
    vendor: product.vendor,
    quantity,
    currentQuantity: quantity,
    refundableQuantity: quantity,
    unfulfilledQuantity: isFulfilled ? 0 : quantity,
    customAttributes: attributes,
    requiresShipping,
    taxable: true,
    isGiftCard: isGiftCard(line, graph.state.model.records.products),
    image: image.url === '' ? null : resolveImage(image, product.id),
    product: () => graph.productOf(product.id),
    variant: () => graph.variantOf(merchandise.id),
    ...priceFields(line),
  };

  return resolved;
}

function priceFields({merchandise: {price}, quantity, total, discountAllocations}: OrderLine): object {
  const {currencyCode} = price;
  const full = moneyOf(minorUnits(price) * quantity, currencyCode);

  return {
    originalUnitPriceSet: moneyBag(price),
    originalTotalSet: moneyBag(full),
    discountedTotalSet: ({withCodeDiscounts}: {withCodeDiscounts?: boolean | null}) =>
      moneyBag(withCodeDiscounts === true ? total : withoutCodes(full, discountAllocations)),
    discountedUnitPriceSet: moneyBag(
      moneyOf(Math.round(minorUnits(withoutCodes(full, discountAllocations)) / quantity), currencyCode),
    ),
    discountAllocations: discountAllocations.map(({discountedAmount}) => ({
      __typename: 'DiscountAllocation',
      allocatedAmountSet: moneyBag(discountedAmount),
    })),
  };
}

/** Returns a price less the discounts that no code gave, as `discountedTotalSet` has it by default. */
function withoutCodes(
  full: OrderLine['total'],
  allocations: OrderLine['discountAllocations'],
): OrderLine['total'] {
  const off = allocations
    .filter(({type}) => type !== 'code')
    .reduce((sum, {discountedAmount}) => sum + minorUnits(discountedAmount), 0);
  return moneyOf(minorUnits(full) - off, full.currencyCode);
}
