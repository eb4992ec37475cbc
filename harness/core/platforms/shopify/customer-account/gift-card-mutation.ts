import {isGiftCard} from '../../../world/products.ts';
import {NotSimulated} from '../graphql/not-simulated.ts';
import {UserError, withUserErrors} from '../graphql/user-error.ts';
import {findOrder} from './account-orders.ts';
import type {CustomerAccount} from './account-state.ts';

/**
 * Resolves `resendGiftCard` for orders without a gift card. simhost sends no emails with gift cards.
 *
 * @see https://shopify.dev/docs/api/customer/latest/mutations/resendGiftCard
 */
export function giftCardMutation(account: () => CustomerAccount): object {
  return {
    resendGiftCard: ({orderId}: {orderId: string}) =>
      withUserErrors(() => refuse(account(), orderId), {orderId: null}),
  };
}

function refuse(account: CustomerAccount, id: string): never {
  const order = findOrder(account, id);
  if (order === undefined) throw new UserError('ORDER_NOT_FOUND', 'Order does not exist.', ['orderId']);
  if (order.lines.some((line) => isGiftCard(line, account.products)))
    throw new NotSimulated('The simulated platform cannot send the gift cards of an order again.');

  throw new UserError('GIFT_CARD_NOT_FOUND_FOR_ORDER', 'The order contains no gift card.', ['orderId']);
}
