import type {PaymentOption} from '../../wire/checkout.ts';
import {moneyOf, scaleOf} from './money.ts';
import type {Money} from './money.ts';
import type {Shop} from './shop.ts';

/** What the merchant has set up for checkouts, which no page and no extension sees whole. */
export interface CheckoutOffers {
  readonly discountCodes: readonly DiscountCode[];
  readonly giftCards: readonly IssuedGiftCard[];
  readonly paymentOptions: readonly PaymentOption[];
}

/** A code that a buyer may enter. */
export interface DiscountCode {
  /** Letters of either case are the same. */
  readonly code: string;
  readonly gives: {readonly percent: number} | {readonly off: Money} | {readonly freeShipping: true};
  readonly expired?: boolean;
}

export interface IssuedGiftCard {
  readonly code: string;
  readonly balance: Money;
  readonly disabled?: boolean;
}

/**
 * Codes: `WELCOME10` (10 % of each line), `FIVEOFF` (5 off the whole), `FREESHIP`, and `SUMMER25`, which has expired. Gift cards:
 * `gift-0000-0025` and `gift-0000-0100` hold what they end with, `gift-0000-0000` is empty, `gift-0000-void` disabled.
 */
export function createOffers({currency}: Shop): CheckoutOffers {
  const money = (amount: number): Money => moneyOf(amount * scaleOf(currency), currency);
  return {
    discountCodes: [
      {code: 'WELCOME10', gives: {percent: 10}},
      {code: 'FIVEOFF', gives: {off: money(5)}},
      {code: 'FREESHIP', gives: {freeShipping: true}},
      {code: 'SUMMER25', gives: {percent: 25}, expired: true},
    ],
    giftCards: [
      {code: 'gift-0000-0025', balance: money(25)},
      {code: 'gift-0000-0100', balance: money(100)},
      {code: 'gift-0000-0000', balance: money(0)},
      {code: 'gift-0000-void', balance: money(50), disabled: true},
    ],
    paymentOptions: [
      {type: 'creditCard', handle: 'credit-card', title: 'Credit card'},
      {type: 'wallet', handle: 'shop-pay', title: 'Shop Pay'},
      {type: 'manualPayment', handle: 'bank-deposit', title: 'Bank deposit'},
      {type: 'customOnsite', handle: 'store-account', title: 'Store account'},
    ],
  };
}

/** The code of that spelling, letters of either case. */
export function discountCode({discountCodes}: CheckoutOffers, code: string): DiscountCode | undefined {
  return discountCodes.find((known) => known.code.toLowerCase() === code.trim().toLowerCase());
}
