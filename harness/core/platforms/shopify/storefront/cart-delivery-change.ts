import type {Checkout} from '../../../../wire/checkout.ts';
import type {CartChange} from '../../../world/cart.ts';
import type {DeliveryOptionInput} from './cart-input.ts';
import {UserError} from '../graphql/user-error.ts';

/**
 * Chooses the ways to deliver groups of a cart.
 *
 * @throws {UserError} for an unknown group or option
 */
export function deliveryChange(
  {deliveryGroups: groups, reached}: Checkout,
  chosen: readonly DeliveryOptionInput[],
): CartChange {
  for (const {deliveryGroupId, deliveryOptionHandle: handle} of chosen) {
    const group = groups.find(({id}) => id === deliveryGroupId);
    if (group?.options.some((option) => option.handle === handle) !== true)
      throw new UserError(
        'INVALID_DELIVERY_OPTION',
        `The delivery option with handle ${handle} is not valid.`,
        ['selectedDeliveryOptions'],
      );
  }

  const deliveryGroups = groups.map((group) => {
    const choice = chosen.findLast(({deliveryGroupId}) => deliveryGroupId === group.id);
    return choice === undefined ? group : {...group, selected: choice.deliveryOptionHandle};
  });

  return {checkout: {deliveryGroups, reached: withDelivery(reached)}};
}

/** Returns the furthest step of a cart whose delivery is chosen, so that its price counts. */
export function withDelivery(reached: Checkout['reached']): Checkout['reached'] {
  return reached === 'information' ? 'shipping' : reached;
}
