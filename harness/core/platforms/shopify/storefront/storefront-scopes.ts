import {isGranted} from '../../../world/api-scopes.ts';
import {AccessDenied} from '../customer-account/access-denied.ts';
import type {AccessRule} from '../graphql/query-context.ts';

const LISTINGS = 'unauthenticated_read_product_listings';
const INVENTORY = 'unauthenticated_read_product_inventory';
const PICKUP = 'unauthenticated_read_product_pickup_locations';
const SELLING_PLANS = 'unauthenticated_read_selling_plans';

/**
 * The scopes that the documentation names for fields. A field that is not here is open to all, as are carts and blogs,
 * which need not even a token.
 */
const SCOPES: Readonly<Record<string, string>> = {
  'Customer.tags': 'unauthenticated_read_customer_tags',
  'Product.sellingPlanGroups': SELLING_PLANS,
  'Product.tags': 'unauthenticated_read_product_tags',
  'Product.totalInventory': INVENTORY,
  'ProductVariant.quantityAvailable': INVENTORY,
  'ProductVariant.sellingPlanAllocations': SELLING_PLANS,
  'ProductVariant.storeAvailability': PICKUP,
  'QueryRoot.collection': LISTINGS,
  'QueryRoot.collectionByHandle': LISTINGS,
  'QueryRoot.collections': LISTINGS,
  'QueryRoot.customer': 'unauthenticated_read_customers',
  'QueryRoot.locations': PICKUP,
  'QueryRoot.menu': 'unauthenticated_read_content',
  'QueryRoot.metaobject': 'unauthenticated_read_metaobjects',
  'QueryRoot.metaobjects': 'unauthenticated_read_metaobjects',
  'QueryRoot.product': LISTINGS,
  'QueryRoot.productByHandle': LISTINGS,
  'QueryRoot.productRecommendations': LISTINGS,
  'QueryRoot.productTags': 'unauthenticated_read_product_tags',
  'QueryRoot.products': LISTINGS,
};

/**
 * Makes the rule by which the scopes of a token open the fields of the Storefront API. The words are those of
 * Shopify/ui-extensions #934.
 *
 * @see https://shopify.dev/docs/api/usage/access-scopes#unauthenticated-access-scopes
 */
export function storefrontScopes(scopes: readonly string[]): AccessRule {
  return (type, field) => {
    const isOfCustomers = type === 'Mutation' && field.startsWith('customer');
    const scope = isOfCustomers ? 'unauthenticated_write_customers' : SCOPES[`${type}.${field}`];
    if (scope === undefined || isGranted(scopes, scope)) return null;

    const required = `\`${scope}\` access scope.`;
    return new AccessDenied(`Access denied for ${field} field. Required access: ${required}`, required);
  };
}
