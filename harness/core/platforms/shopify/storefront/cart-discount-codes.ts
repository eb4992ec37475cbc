import type {CartChange} from '../../../world/cart.ts';
import {discountCode} from '../../../world/checkout-offers.ts';
import type {CheckoutOffers} from '../../../world/checkout-offers.ts';
import type {CartWarning} from './cart-payload.ts';

/** Applies codes instead of those that were applied. Unknown and expired ones stay with the cart, and do not apply. */
export function codesChange(given: readonly string[], offers: CheckoutOffers): CartChange {
  const codes = [...new Map(given.map((code) => [code.trim().toLowerCase(), code.trim()])).values()];
  const applies = (code: string): boolean => warningOf(code, offers) === null;

  return {
    checkout: {
      discountCodes: codes.filter(applies).map((code) => discountCode(offers, code)?.code ?? code),
    },
    inapplicableCodes: codes.filter((code) => !applies(code)),
  };
}

/** Lists the warnings about the codes that do not apply. */
export function codeWarnings(codes: readonly string[], offers: CheckoutOffers): readonly CartWarning[] {
  return codes.flatMap((code) => warningOf(code, offers) ?? []);
}

function warningOf(code: string, offers: CheckoutOffers): CartWarning | null {
  const known = discountCode(offers, code);
  if (known === undefined)
    return {
      code: 'DISCOUNT_NOT_FOUND',
      message: `The discount code ${code} cannot be found.`,
      target: code,
    };

  return known.expired === true
    ? {
        code: 'DISCOUNT_CURRENTLY_INACTIVE',
        message: `The discount code ${code} is currently inactive.`,
        target: code,
      }
    : null;
}
