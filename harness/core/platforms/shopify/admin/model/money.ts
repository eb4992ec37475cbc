import {minorUnits, moneyOf, scaleOf} from '../../../../world/money.ts';
import type {Money} from '../../../../world/money.ts';

/** Writes an amount as the scalar `Money`: `"12.50"`. */
export function moneyText(money: Money): string {
  const digits = Math.round(Math.log10(scaleOf(money.currencyCode)));
  return money.amount.toFixed(digits);
}

/** Reads the scalar `Money` or `Decimal` of an input; null for a string that is not a number. */
export function readMoney(given: unknown, currencyCode: string): Money | null {
  const amount = typeof given === 'string' && given.trim() === '' ? NaN : Number(given);
  if (!Number.isFinite(amount)) return null;
  return moneyOf(minorUnits({amount, currencyCode}), currencyCode);
}
