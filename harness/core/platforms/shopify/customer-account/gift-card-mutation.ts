import {UserError, withUserErrors} from '../graphql/user-error.ts';
import type {CustomerAccount} from './account-state.ts';

/**
 * Resolves `resendGiftCard`. No order of the world contains a gift card, so each order is refused.
 *
 * @see https://shopify.dev/docs/api/customer/latest/mutations/resendGiftCard
 */
export function giftCardMutation(account: () => CustomerAccount): object {
  return {
    resendGiftCard: ({orderId}: {orderId: string}) =>
      withUserErrors(() => refuse(account(), orderId), {orderId: null}),
  };
}

function refuse({order, orders}: CustomerAccount, id: string): never {
  const isKnown = [order, ...orders].some((known) => known.id === id);
  throw isKnown
    ? new UserError('GIFT_CARD_NOT_FOUND_FOR_ORDER', 'The order contains no gift card.', ['orderId'])
    : new UserError('ORDER_NOT_FOUND', 'Order does not exist.', ['orderId']);
}
