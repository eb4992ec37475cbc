import type {PaymentOption} from '../../wire/checkout.ts';
import {moneyOf, scaleOf} from './money.ts';
import type {Money} from './money.ts';
import type {Shop} from './shop.ts';

/** The merchant's set-up of checkouts. No page and no extension sees it as a whole. */
export interface CheckoutOffers {
  /** The discount codes. */
  readonly discountCodes: readonly DiscountCode[];
  /** The gift cards. */
  readonly giftCards: readonly IssuedGiftCard[];
  /** The payment methods. */
  readonly paymentOptions: readonly PaymentOption[];
}

/** A discount code that a buyer may enter. */
export interface DiscountCode {
  /** The code. Case does not matter. */
  readonly code: string;
  /** The discount: a percentage of each line, an amount of the whole order or of each item, or free shipping. */
  readonly gives:
    | {readonly percent: number}
    | {readonly off: Money; readonly isForEachItem?: boolean}
    | {readonly freeShipping: true};
  /** Whether the code has expired. Default: `false`. */
  readonly expired?: boolean;
  /** The ids of the products and variants that it is for. Default: all. */
  readonly onlyFor?: readonly string[];
  /** The least that the buyer must buy: a number of items, or an amount. Default: nothing. */
  readonly minimum?: {readonly quantity: number} | {readonly subtotal: Money};
}

/** A gift card that the shop has issued. */
export interface IssuedGiftCard {
  /** The code. */
  readonly code: string;
  /** The remaining amount. */
  readonly balance: Money;
  /** Whether the merchant disabled it. Default: `false`. */
  readonly disabled?: boolean;
}

/**
 * Creates the documented offers.
 *
 * Codes: `WELCOME10` (10 % of each line), `FIVEOFF` (5 off the order), `FREESHIP`, and `SUMMER25`, which has
 * expired. Gift cards: `gift-0000-0025` and `gift-0000-0100` hold the amount in their name, `gift-0000-0000` is
 * empty, `gift-0000-void` is disabled.
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

/** Finds a discount code. Case does not matter. */
export function discountCode({discountCodes}: CheckoutOffers, code: string): DiscountCode | undefined {
  return discountCodes.find((known) => known.code.toLowerCase() === code.trim().toLowerCase());
}
