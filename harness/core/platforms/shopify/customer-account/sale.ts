import {numberOf} from '../../../world/gid.ts';
import {moneyOf} from '../../../world/money.ts';
import type {OrderShare} from '../../../world/order-shares.ts';
import {resolveMoney} from '../money-v2.ts';
import type {ResolvedLine} from './order-line.ts';

/** A sale of an agreement: of a line, or of the delivery if it has none. */
export interface SaleOf {
  /** The id, without its type. */
  readonly number: string;
  readonly share: OrderShare;
  readonly currency: string;
  /** Thousandths of what is taxed: `80` is 8 %. */
  readonly taxRate: number;
  /** `RETURN` takes back: its quantity and sums are below zero. */
  readonly actionType: 'ORDER' | 'RETURN';
  readonly item?: {readonly lineItem: ResolvedLine; readonly quantity: number};
}

/** Resolves the fields of `ProductSale`, `GiftCardSale` and `ShippingLineSale`. */
export function resolveSale({number, share, currency, taxRate, actionType, item}: SaleOf): {
  readonly id: string;
} {
  const sign = actionType === 'RETURN' ? -1 : 1;
  const money = (units: number): object => resolveMoney(moneyOf(units === 0 ? 0 : sign * units, currency));
  const {type, lineType} = kindOf(item?.lineItem);
  const {full, discount, tax} = share;

  const resolved = {
    __typename: type,
    id: `gid://shopify/${type}/${number}`,
    actionType,
    lineType,
    quantity: item === undefined ? null : sign * item.quantity,
    ...(item === undefined ? {} : {lineItem: item.lineItem}),
    totalAmount: money(full - discount + tax),
    totalTaxAmount: money(tax),
    totalDiscountAmountBeforeTaxes: money(discount),
    totalDiscountAmountAfterTaxes: money(discount),
    taxes: tax === 0 ? [] : [taxOf(number, money(tax), taxRate)],
  };

  return resolved;
}

function kindOf(lineItem: ResolvedLine | undefined): {readonly type: string; readonly lineType: string} {
  if (lineItem === undefined) return {type: 'ShippingLineSale', lineType: 'SHIPPING'};
  return lineItem.giftCard
    ? {type: 'GiftCardSale', lineType: 'GIFT_CARD'}
    : {type: 'ProductSale', lineType: 'PRODUCT'};
}

function taxOf(number: string, amount: object, taxRate: number): object {
  return {
    __typename: 'SaleTax',
    id: `gid://shopify/SaleTax/${number}`,
    amount,
    taxLine: {
      __typename: 'TaxLine',
      id: `gid://shopify/TaxLine/${number}`,
      title: 'Tax',
      priceSet: amount,
      rate: taxRate / 1000,
      ratePercentage: taxRate / 10,
      source: null,
      channelLiable: false,
    },
  };
}

/** Returns the number of a sale: that of its agreement and of its line. */
export function saleNumber(agreement: string, lineId: string): string {
  return `${agreement}${numberOf(lineId)}`;
}
