import {numberOf} from '../../../world/gid.ts';
import {moneyOf} from '../../../world/money.ts';
import type {OrderShare} from '../../../world/order-shares.ts';
import {resolveMoney} from '../money-v2.ts';
import type {ResolvedLine} from './order-line.ts';

/** A kind of sale in which no product is sold. */
export type SaleKind = 'SHIPPING' | 'DUTY' | 'TIP';

/** A sale of an agreement: of a product, or of another kind. */
export interface SaleOf {
  /** The id, without its type. */
  readonly number: string;
  readonly share: OrderShare;
  readonly currency: string;
  /** Thousandths of what is taxed: `80` is 8 %. */
  readonly taxRate: number;
  /** `RETURN` takes back: its quantity and sums are below zero. `UPDATE` is an edit, whose share is the difference. */
  readonly actionType: 'ORDER' | 'RETURN' | 'UPDATE';
  /** The kind, if no product is sold. Default: a product, or a gift card. */
  readonly kind?: SaleKind;
  readonly item?: {readonly lineItem: ResolvedLine; readonly quantity: number};
}

/** Resolves the fields of `ProductSale`, `GiftCardSale`, `ShippingLineSale`, `DutySale` and `TipSale`. */
export function resolveSale({number, share, currency, taxRate, actionType, kind, item}: SaleOf): {
  readonly id: string;
} {
  const sign = actionType === 'RETURN' ? -1 : 1;
  const money = (units: number): object => resolveMoney(moneyOf(units === 0 ? 0 : sign * units, currency));
  const {type, lineType} = typeOf(kind, item?.lineItem);
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

const TYPES: Readonly<Record<SaleKind, string>> = {
  SHIPPING: 'ShippingLineSale',
  DUTY: 'DutySale',
  TIP: 'TipSale',
};

function typeOf(
  kind: SaleKind | undefined,
  lineItem: ResolvedLine | undefined,
): {readonly type: string; readonly lineType: string} {
  if (kind !== undefined) return {type: TYPES[kind], lineType: kind};
  return lineItem?.giftCard === true
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
