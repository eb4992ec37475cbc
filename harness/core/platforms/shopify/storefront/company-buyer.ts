import type {InContext} from '../graphql/query-context.ts';
import type {StorefrontWorld} from './storefront-world.ts';

/**
 * Whether `@inContext` names a customer who buys for a branch of their company. Without the branch, or with that of
 * another company, they buy for themselves.
 *
 * @see https://shopify.dev/docs/api/storefront/latest/input-objects/BuyerInput
 */
export function isCompanyBuyer({buyer}: InContext, {accounts}: StorefrontWorld): boolean {
  if (buyer?.companyLocationId == null) return false;
  const found = accounts.byToken(buyer.customerAccessToken);
  return found?.customer.company?.location.id === buyer.companyLocationId;
}
