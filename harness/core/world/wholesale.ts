import {minorUnits, moneyOf} from './money.ts';
import type {Money} from './money.ts';

/** The quantities in which a buyer may order. */
export interface QuantityRule {
  readonly minimum: number;
  readonly maximum: number | null;
  readonly increment: number;
}

/** A lower price from a quantity up. */
export interface PriceBreak {
  readonly minimumQuantity: number;
  readonly price: Money;
}

/** The rule for buyers who do not buy for a company: any quantity. */
export const ANY_QUANTITY: QuantityRule = {minimum: 1, maximum: null, increment: 1};

/** The rule for companies: pairs, up to a hundred. */
export const COMPANY_QUANTITY: QuantityRule = {minimum: 2, maximum: 100, increment: 2};

/** Returns the prices for companies: a tenth less from 10 up, a fifth less from 50 up. */
export function priceBreaksOf(price: Money): readonly PriceBreak[] {
  return [
    {minimumQuantity: 10, price: reduced(price, 10)},
    {minimumQuantity: 50, price: reduced(price, 20)},
  ];
}

function reduced(price: Money, percent: number): Money {
  return moneyOf(Math.round((minorUnits(price) * (100 - percent)) / 100), price.currencyCode);
}
