/** The scopes of an app in a shop. */
export interface AppScopes {
  /** The scopes that the merchant granted. */
  readonly granted: readonly string[];
  /** The scopes without which the app does not run. */
  readonly required: readonly string[];
  /** The scopes that the app may ask for later. */
  readonly optional: readonly string[];
}

/** Whether scopes contain a scope. A write scope includes its read scope. */
export function covers(scopes: readonly string[], scope: string): boolean {
  return scopes.includes(scope) || scopes.includes(impliedBy(scope));
}

/** Lists the scopes without those that another one implies, each once: `read_products` goes if there is `write_products`. */
export function compact(scopes: readonly string[]): readonly string[] {
  const all = [...new Set(scopes)];
  return all.filter((scope) => impliedBy(scope) === scope || !all.includes(impliedBy(scope)));
}

/** Lists scopes with those that they imply. */
export function expand(scopes: readonly string[]): readonly string[] {
  return [...new Set(scopes.flatMap((scope) => [scope, scope.replace(/(^|_)write_/, '$1read_')]))];
}

/**
 * Reads a list of scopes as requests write it: with commas or spaces.
 *
 * @see https://shopify.dev/docs/api/usage/access-scopes
 */
export function readScopes(text: string): readonly string[] {
  return [...new Set(text.split(/[\s,]+/).filter((scope) => scope !== ''))];
}

/** Returns the scope that writes what a scope reads; others stay as they are. */
function impliedBy(scope: string): string {
  return scope.replace(/(^|_)read_/, '$1write_');
}
