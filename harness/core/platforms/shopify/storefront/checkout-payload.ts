import type {Cart} from '../../../world/cart.ts';
import {UserError} from '../graphql/user-error.ts';
import {resolveCheckout} from './checkout-resolver.ts';
import type {StorefrontWorld} from './storefront-world.ts';

/**
 * Resolves the payload of a mutation of a checkout. Errors are listed twice, with and without their codes.
 *
 * @param more the other fields of the payload
 */
export function checkoutPayload(
  cart: Cart | undefined,
  world: StorefrontWorld,
  {errors = [], ...more}: {readonly errors?: readonly UserError[]} & Readonly<Record<string, unknown>> = {},
): object {
  const resolved = errors.map(({code, message, field}) => ({code, message, field}));
  return {
    checkout: cart === undefined ? null : resolveCheckout(cart, world),
    checkoutUserErrors: resolved,
    userErrors: resolved,
    ...more,
  };
}

/** Returns the error of an id that no checkout has. */
export function unknownCheckout(): UserError {
  return new UserError('INVALID', 'Checkout does not exist', ['checkoutId']);
}
