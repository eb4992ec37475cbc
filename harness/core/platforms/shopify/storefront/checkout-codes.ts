import type {Checkout} from '../../../../wire/checkout.ts';
import type {CartChange} from '../../../world/cart.ts';
import {discountCode} from '../../../world/checkout-offers.ts';
import type {CheckoutOffers} from '../../../world/checkout-offers.ts';
import {minorUnits} from '../../../world/money.ts';
import {UserError} from '../graphql/user-error.ts';
import {appliedGiftCardId, giftCardsChange, giftCardsRemoval} from './cart-gift-cards.ts';

/**
 * Applies a discount code to a checkout.
 *
 * @throws {UserError} for a code that does not exist, has expired or is applied already
 */
export function discountChange({discountCodes}: Checkout, code: string, offers: CheckoutOffers): CartChange {
  const refuse = (kind: string, message: string): never => {
    throw new UserError(kind, message, ['discountCode']);
  };

  const known = discountCode(offers, code);
  if (known === undefined)
    return refuse('DISCOUNT_NOT_FOUND', 'Unable to find a valid discount matching the code entered');
  if (known.expired === true) return refuse('DISCOUNT_EXPIRED', 'This discount has expired');
  if (discountCodes.includes(known.code))
    return refuse('DISCOUNT_ALREADY_APPLIED', 'This discount has already been applied');
  return {checkout: {discountCodes: [...discountCodes, known.code]}};
}

/**
 * Applies gift cards to a checkout.
 *
 * @throws {UserError} for a code that pays nothing or is applied already
 */
export function giftCardsAppended(
  {giftCards}: Checkout,
  codes: readonly string[],
  offers: CheckoutOffers,
): CartChange {
  for (const [index, code] of codes.entries()) {
    const fault = giftCardFault(code, giftCards, offers);
    if (fault !== null) throw new UserError(fault[0], fault[1], ['giftCardCodes', String(index)]);
  }

  return giftCardsChange(giftCards, codes, offers);
}

/**
 * Takes a gift card off a checkout.
 *
 * @throws {UserError} for one that is not applied
 */
export function giftCardRemoved({giftCards}: Checkout, id: string): CartChange {
  if (giftCards.some((card) => appliedGiftCardId(card) === id)) return giftCardsRemoval(giftCards, [id]);
  throw new UserError('GIFT_CARD_NOT_FOUND', 'Gift card does not exist', ['appliedGiftCardId']);
}

function giftCardFault(
  code: string,
  applied: Checkout['giftCards'],
  {giftCards}: CheckoutOffers,
): readonly [code: string, message: string] | null {
  const card = giftCards.find((issued) => issued.code.toLowerCase() === code.trim().toLowerCase());
  if (card === undefined) return ['GIFT_CARD_NOT_FOUND', 'Gift card code is invalid'];
  if (card.disabled === true) return ['GIFT_CARD_DISABLED', 'Gift card is disabled'];
  if (minorUnits(card.balance) === 0) return ['GIFT_CARD_DEPLETED', 'Gift card has no remaining balance'];

  return applied.some(({lastCharacters}) => card.code.endsWith(lastCharacters))
    ? ['GIFT_CARD_ALREADY_APPLIED', 'Gift card has already been applied']
    : null;
}
