import type {GiftCard} from '../../../../wire/order.ts';
import type {CartChange} from '../../../world/cart.ts';
import type {CheckoutOffers} from '../../../world/checkout-offers.ts';
import {minorUnits} from '../../../world/money.ts';

/** Applies gift cards after others. A code that pays nothing is left out, as Shopify does without an error. */
export function giftCardsChange(
  applied: readonly GiftCard[],
  codes: readonly string[],
  {giftCards: issued}: CheckoutOffers,
): CartChange {
  const added = codes.flatMap((code): GiftCard[] => {
    const card = issued.find((each) => each.code.toLowerCase() === code.trim().toLowerCase());
    if (card === undefined || card.disabled === true || minorUnits(card.balance) === 0) return [];
    return [{lastCharacters: card.code.slice(-4), balance: card.balance, amountUsed: card.balance}];
  });

  const all = new Map([...applied, ...added].map((card) => [card.lastCharacters, card]));
  return {checkout: {giftCards: [...all.values()]}};
}

/** Takes gift cards off a cart, by the ids of their applications. Unknown ids are left out. */
export function giftCardsRemoval(applied: readonly GiftCard[], ids: readonly string[]): CartChange {
  return {checkout: {giftCards: applied.filter((card) => !ids.includes(appliedGiftCardId(card)))}};
}

/** Returns the id of a gift card of a cart. */
export function appliedGiftCardId({lastCharacters}: GiftCard): string {
  return `gid://shopify/AppliedGiftCard/${lastCharacters}`;
}
