/**
 * Whether a value is a global id, as each argument of the type `ID` takes one.
 *
 * @see https://shopify.dev/docs/api/usage/gids
 */
export function isGlobalId(value: unknown): boolean {
  return typeof value === 'string' && /^gid:\/\/[\w-]+\/\w+\/./.test(value);
}

/** Words the fault of a value that is not a global id, as in Shopify/ui-extensions #1797. */
export function invalidGlobalId(value: unknown): string {
  return `Invalid global id '${String(value)}'`;
}
