import type {ShopCustomer} from '../../../world/shop-customers.ts';
import {UserError} from '../graphql/user-error.ts';
import type {StorefrontWorld} from './storefront-world.ts';

/**
 * Finds the customer of an access token.
 *
 * @throws {UserError} for an unknown, revoked or expired token
 */
export function ownerOf(accessToken: string, {accounts}: Pick<StorefrontWorld, 'accounts'>): ShopCustomer {
  const found = accounts.byToken(accessToken);
  if (found !== undefined) return found;
  throw new UserError('TOKEN_INVALID', 'Customer access token is invalid', ['customerAccessToken']);
}
