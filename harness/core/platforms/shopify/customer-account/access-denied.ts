/**
 * A field that may not be read: its error as seen in Shopify/subscriptions-reference-app #13, which makes the field
 * `null`, and whatever may not be without it.
 */
export class AccessDenied extends Error {
  readonly extensions = {code: 'ACCESS_DENIED', documentation: 'https://shopify.dev/api/usage/access-scopes'};
}

/** The object with each of these fields denied. */
export function denying<Resolved extends object>(object: Resolved, fields: readonly string[]): Resolved {
  const denied = fields.map((field): [string, () => never] => [
    field,
    () => {
      throw new AccessDenied(`Access denied for ${field} field.`);
    },
  ]);

  return {...object, ...Object.fromEntries(denied)};
}
