import {isGranted} from '../../../world/api-scopes.ts';
import type {AccessRule} from '../graphql/query-context.ts';
import {AccessDenied} from './access-denied.ts';

/** The scopes that the documentation names for objects. An object that is not here is open to all. */
const SCOPES_OF_OBJECTS: Readonly<Record<string, string>> = {
  Company: 'customer_read_companies',
  CompanyLocation: 'customer_read_locations',
  Customer: 'customer_read_customers',
  DraftOrder: 'customer_read_draft_orders',
  Market: 'customer_read_markets',
  Metaobject: 'customer_read_metaobjects',
  Order: 'customer_read_orders',
  StoreCreditAccount: 'customer_read_store_credit_accounts',
  SubscriptionContract: 'customer_read_own_subscription_contracts',
};

/** The scopes of mutations, by the start of their names. */
const SCOPES_OF_MUTATIONS: readonly (readonly [start: string, scope: string])[] = [
  ['companyLocation', 'customer_write_locations'],
  ['customer', 'customer_write_customers'],
  ['orderRequestReturn', 'customer_write_orders'],
  ['subscription', 'customer_write_own_subscription_contracts'],
];

/**
 * Makes the rule by which the scopes of an app open the objects of the Customer Account API. The error names the field,
 * and not the scope, as in Shopify/subscriptions-reference-app #13.
 *
 * @see https://shopify.dev/docs/api/usage/access-scopes#customer-access-scopes
 */
export function accountAccess(scopes: readonly string[]): AccessRule {
  return (type, field, returns) => {
    const scope =
      type === 'Mutation'
        ? SCOPES_OF_MUTATIONS.find(([start]) => field.startsWith(start))?.[1]
        : SCOPES_OF_OBJECTS[returns.replace(/Connection$/, '')];

    // A payload and a page repeat what the field before them has allowed.
    const isRepeated = /(?:Payload|Connection|Edge)$/.test(type);
    if (scope === undefined || isRepeated || isGranted(scopes, scope)) return null;
    return new AccessDenied(`Access denied for ${field} field.`);
  };
}
