import {AccessDenied} from '../customer-account/access-denied.ts';
import type {AccessRule} from '../graphql/query-context.ts';

/**
 * The highest cost of a query without a token.
 *
 * @see https://shopify.dev/docs/api/storefront/latest#tokenless-access
 */
export const TOKENLESS_COST = 1000;

/** The scopes of the fields that need a token, by type and field. */
const SCOPES: Readonly<Record<string, string>> = {
  'Product.tags': 'unauthenticated_read_product_tags',
  'QueryRoot.productTags': 'unauthenticated_read_product_tags',
  'QueryRoot.menu': 'unauthenticated_read_content',
  'QueryRoot.metaobject': 'unauthenticated_read_metaobjects',
  'QueryRoot.metaobjects': 'unauthenticated_read_metaobjects',
  'QueryRoot.customer': 'unauthenticated_read_customers',
};

/** The fields that need a token on every type. */
const METAFIELDS: readonly string[] = ['metafield', 'metafields'];

/**
 * Refuses the fields that need a token: tags, metafields, metaobjects, menus and customers.
 *
 * @see https://shopify.dev/docs/api/storefront/latest#token-based-authentication
 */
export const refuseTokenless: AccessRule = (type, field) => {
  if (METAFIELDS.includes(field)) return new AccessDenied(`Access denied for ${field} field.`);

  const isOfCustomers = type === 'Mutation' && field.startsWith('customer');
  const scope = isOfCustomers ? 'unauthenticated_write_customers' : SCOPES[`${type}.${field}`];
  if (scope === undefined) return null;

  const required = `\`${scope}\` access scope.`;
  return new AccessDenied(`Access denied for ${field} field. Required access: ${required}`, required);
};
