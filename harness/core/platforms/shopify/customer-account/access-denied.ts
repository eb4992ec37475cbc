/**
 * The error of a field that the app may not read, as seen in Shopify/subscriptions-reference-app #13. The
 * field is `null` then, and so is every parent that cannot be without it.
 */
export class AccessDenied extends Error {
  readonly extensions: Readonly<Record<string, string>>;

  /** @param requiredAccess the scope that is missing, as Shopify writes it. Default: none is named */
  constructor(message: string, requiredAccess?: string) {
    super(message);
    this.extensions = {
      code: 'ACCESS_DENIED',
      documentation: 'https://shopify.dev/api/usage/access-scopes',
      ...(requiredAccess === undefined ? {} : {requiredAccess}),
    };
  }
}

/** Copies an object, with an error in the place of each of these fields. */
export function denying<Resolved extends object>(object: Resolved, fields: readonly string[]): Resolved {
  const denied = fields.map((field): [string, () => never] => [
    field,
    () => {
      throw new AccessDenied(`Access denied for ${field} field.`);
    },
  ]);

  return {...object, ...Object.fromEntries(denied)};
}
