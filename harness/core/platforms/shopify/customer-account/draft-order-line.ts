import type {OrderLine} from '../../../../wire/order.ts';
import {minorUnits, moneyOf} from '../../../world/money.ts';
import {resolveMoney} from '../money-v2.ts';
import {resolveLineDiscounts} from './order-discounts.ts';

/** Resolves the fields of `DraftOrderLineItem`. */
export function resolveDraftLine(line: OrderLine): {readonly id: string} {
  const {id, merchandise, quantity, total, discountAllocations} = line;
  const {title, subtitle, sku, price, product, requiresShipping} = merchandise;
  const original = minorUnits(price) * quantity;
  const money = (units: number): object => resolveMoney(moneyOf(units, price.currencyCode));
  const discountedUnit = money(Math.round(minorUnits(total) / quantity));

  const resolved = {
    __typename: 'DraftOrderLineItem',
    id,
    name: subtitle === '' ? title : `${title} - ${subtitle}`,
    title,
    variantTitle: subtitle,
    sku,
    vendor: product.vendor,
    image: {__typename: 'Image', id: null, ...merchandise.image},
    quantity,
    requiresShipping,
    taxable: true,
    weight: null,
    components: [],
    originalUnitPrice: resolveMoney(price),
    originalTotal: money(original),
    discountedUnitPrice: discountedUnit,
    approximateDiscountedUnitPrice: discountedUnit,
    discountedTotal: resolveMoney(total),
    discountAllocations: resolveLineDiscounts(discountAllocations),
    discountInformation: {
      __typename: 'DraftOrderLineItemDiscountInformation',
      title: null,
      totalDiscount: money(original - minorUnits(total)),
    },
    legacyFee: false,
    legacyFeeTitle: null,
    legacyFeeDescription: null,
  };

  return resolved;
}
