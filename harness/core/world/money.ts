import type {Money} from '../../wire/order.ts';

export type {Money} from '../../wire/order.ts';

/** Converts minor units (cents), in which all sums are computed, to an amount. */
export function moneyOf(units: number, currencyCode: string): Money {
  return {amount: units / scaleOf(currencyCode), currencyCode};
}

/** Converts an amount to minor units. */
export function minorUnits({amount, currencyCode}: Money): number {
  return Math.round(amount * scaleOf(currencyCode));
}

/** Returns the number of minor units in one main unit: 100 for USD, 1 for JPY. */
export function scaleOf(currencyCode: string): number {
  const known = SCALES.get(currencyCode);
  if (known !== undefined) return known;

  const {maximumFractionDigits = 2} = new Intl.NumberFormat('en', {
    style: 'currency',
    currency: currencyCode,
  }).resolvedOptions();

  const scale = 10 ** maximumFractionDigits;

  SCALES.set(currencyCode, scale);
  return scale;
}

/** A formatter takes longer to make than an order: drawing a world asks for the scale of each amount. */
const SCALES = new Map<string, number>();
