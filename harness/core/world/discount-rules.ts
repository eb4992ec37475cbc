import type {Checkout, CheckoutLine} from '../../wire/checkout.ts';
import {discountCode} from './checkout-offers.ts';
import type {CheckoutOffers, DiscountCode} from './checkout-offers.ts';
import {minorUnits} from './money.ts';
import {unitPriceOf} from './selling-plans.ts';

/** Returns the codes of a checkout that take something off: known, in their time, and with their minimum reached. */
export function applyingCodes(
  {discountCodes, lines}: Pick<Checkout, 'discountCodes' | 'lines'>,
  offers: CheckoutOffers,
): readonly DiscountCode[] {
  return discountCodes
    .flatMap((code) => discountCode(offers, code) ?? [])
    .filter((known) => known.expired !== true && isReached(known, lines));
}

/** Whether a code is for a line. */
export function isFor({onlyFor}: DiscountCode, {merchandise}: Pick<CheckoutLine, 'merchandise'>): boolean {
  return (
    onlyFor === undefined || onlyFor.includes(merchandise.id) || onlyFor.includes(merchandise.product.id)
  );
}

/** Whether the lines that a code is for reach its minimum. */
function isReached(code: DiscountCode, lines: readonly CheckoutLine[]): boolean {
  const {minimum} = code;
  if (minimum === undefined) return true;

  const counted = lines.filter((line) => isFor(code, line));
  if ('quantity' in minimum) return sumOf(counted, ({quantity}) => quantity) >= minimum.quantity;
  return (
    sumOf(counted, (line) => minorUnits(unitPriceOf(line)) * line.quantity) >= minorUnits(minimum.subtotal)
  );
}

function sumOf(lines: readonly CheckoutLine[], count: (line: CheckoutLine) => number): number {
  return lines.reduce((sum, line) => sum + count(line), 0);
}
