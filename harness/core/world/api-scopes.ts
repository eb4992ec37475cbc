/**
 * The scopes of the Customer Account API.
 *
 * @see https://shopify.dev/docs/api/usage/access-scopes#customer-access-scopes
 */
export const CUSTOMER_SCOPES = [
  'customer_read_companies',
  'customer_read_customers',
  'customer_read_draft_orders',
  'customer_read_locations',
  'customer_read_markets',
  'customer_read_metaobjects',
  'customer_read_orders',
  'customer_read_own_subscription_contracts',
  'customer_read_store_credit_accounts',
  'customer_write_companies',
  'customer_write_customers',
  'customer_write_locations',
  'customer_write_orders',
  'customer_write_own_subscription_contracts',
] as const;

/**
 * The scopes of the Storefront API.
 *
 * @see https://shopify.dev/docs/api/usage/access-scopes#unauthenticated-access-scopes
 */
export const STOREFRONT_SCOPES = [
  'unauthenticated_read_checkouts',
  'unauthenticated_read_content',
  'unauthenticated_read_customer_tags',
  'unauthenticated_read_customers',
  'unauthenticated_read_metaobjects',
  'unauthenticated_read_product_inventory',
  'unauthenticated_read_product_listings',
  'unauthenticated_read_product_pickup_locations',
  'unauthenticated_read_product_tags',
  'unauthenticated_read_selling_plans',
  'unauthenticated_write_checkouts',
  'unauthenticated_write_customers',
] as const;

/**
 * The scopes with which extensions ask the Storefront API, not those of the app (Shopify/ui-extensions #934).
 *
 * @see https://shopify.dev/docs/apps/build/checkout/capabilities#storefront-api-access
 */
export const EXTENSION_STOREFRONT_SCOPES: readonly string[] = [
  'unauthenticated_read_collection_listings',
  'unauthenticated_read_collection_publications',
  'unauthenticated_read_metaobjects',
  'unauthenticated_read_product_listings',
  'unauthenticated_read_product_publications',
  'unauthenticated_read_product_tags',
  'unauthenticated_read_selling_plans',
];

/** The token with which a page asks the Storefront API for extensions. */
export const EXTENSION_STOREFRONT_TOKEN = '51mh057e87e4510570ce4ab1e0f5ca1a';

/** Whether scopes contain a scope. One that writes lets an app read too. */
export function isGranted(scopes: readonly string[], scope: string): boolean {
  return scopes.includes(scope) || scopes.includes(scope.replace('_read_', '_write_'));
}
