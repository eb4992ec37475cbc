import {covers} from '../app-authorization/access-scopes.ts';
import {AccessDenied} from '../customer-account/access-denied.ts';
import type {AccessRule} from '../graphql/query-context.ts';

/** The scopes of fields, by `Type.field` or by the type that a field returns. */
export type ScopesOfFields = Readonly<Record<string, string>>;

/**
 * Makes the rule by which scopes open fields of the Admin API.
 *
 * @param denied is called with each scope that a query needs and does not have
 * @see https://community.shopify.com/t/pricerules-graphql-getting-access-denied/118350
 */
export function scopeRule(
  scopesOf: ScopesOfFields,
  granted: readonly string[],
  denied: (scope: string) => void,
): AccessRule {
  return (type, field, returns) => {
    const scope = scopesOf[`${type}.${field}`] ?? scopeOfObject(scopesOf, type, returns);
    if (scope === undefined || covers(granted, scope)) return null;

    denied(scope);
    const required = `\`${scope}\` access scope.`;
    return new AccessDenied(`Access denied for ${field} field. Required access: ${required}`, required);
  };
}

/** A payload and a page repeat what the field before them has allowed. */
function scopeOfObject(scopesOf: ScopesOfFields, type: string, returns: string): string | undefined {
  const isRepeated = /(?:Payload|Connection|Edge)$/.test(type);
  return isRepeated ? undefined : scopesOf[returns.replace(/Connection$/, '')];
}
