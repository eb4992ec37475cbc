/** The parameters of a request for a code or for tokens. */
export interface OAuthParameters {
  readonly values: URLSearchParams;
  /** The first parameter that comes more than once, which makes the request invalid; null without one. */
  readonly repeated: string | null;
}

/**
 * Reads the parameters of a request. One without a value counts as left out.
 *
 * @see https://datatracker.ietf.org/doc/html/rfc6749#section-3.1
 */
export function readOAuthParameters(given: URLSearchParams): OAuthParameters {
  const values = new URLSearchParams([...given].filter(([, value]) => value !== ''));
  const repeated = [...given.keys()].find((name) => given.getAll(name).length > 1);
  return {values, repeated: repeated ?? null};
}
