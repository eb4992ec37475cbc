/** What a page asked for, as its preflight states it. */
export interface Intended {
  /** The serialized origin, `null` for an opaque one. */
  readonly origin: string;
  readonly method: string;
  /** The names that `Access-Control-Request-Headers` lists, lower case. */
  readonly headers: readonly string[];
  /** Whether cookies would go along. */
  readonly credentials: boolean;
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
}

/**
 * Why a browser refuses this answer to a preflight, or `null` where it goes on to the request itself.
 *
 * Rules: Fetch standard, "CORS-preflight fetch" and "CORS check", https://fetch.spec.whatwg.org/#cors-preflight-fetch.
 */
export function judgePreflight(intended: Intended, {status, headers}: Answer): string | null {
  if (status >= 300 && status < 400)
    return `OPTIONS answered ${status}, and a preflight must not be redirected`;
  if (status < 200 || status > 299) return `OPTIONS answered ${status}`;

  const unreadable = judgeResponse(intended, headers);
  if (unreadable !== null) return unreadable;

  const methods = listed(headers, 'access-control-allow-methods');
  const wildcard = intended.credentials ? undefined : '*';

  if (
    !SIMPLE_METHODS.includes(intended.method) &&
    !methods.some((method) => method === intended.method || method === wildcard)
  ) {
    return `Access-Control-Allow-Methods lacks ${intended.method}`;
  }

  const allowed = listed(headers, 'access-control-allow-headers').map((name) => name.toLowerCase());
  for (const name of intended.headers) {
    if (allowed.includes(name)) continue;
    if (wildcard === undefined || !allowed.includes(wildcard))
      return `Access-Control-Allow-Headers lacks "${name}"`;
  }

  return null;
}

/**
 * What is wrong with an answer that Chromium accepts all the same, or `null`. In the standard, `authorization` is the
 * one name that `*` does not cover; Chromium 156 still lets it (run and seen).
 */
export function warnPreflight({headers: asked}: Intended, {headers}: Answer): string | null {
  const allowed = listed(headers, 'access-control-allow-headers').map((name) => name.toLowerCase());
  if (!asked.includes('authorization') || allowed.includes('authorization') || !allowed.includes('*'))
    return null;
  return 'By the Fetch standard the "*" in Access-Control-Allow-Headers does not cover "authorization": name it, for browsers other than Chromium.';
}

/** Why a browser does not let a page read this answer, or `null` where it does. */
export function judgeResponse(
  {origin, credentials}: Pick<Intended, 'origin' | 'credentials'>,
  headers: Headers,
): string | null {
  const allowed = headers.get('access-control-allow-origin');
  if (allowed === null) return 'Access-Control-Allow-Origin is missing';
  if (allowed === '*' && !credentials) return null;
  if (allowed === '*')
    return 'Access-Control-Allow-Origin is "*", which does not allow a request with cookies';
  if (allowed !== origin) return `Access-Control-Allow-Origin is "${allowed}", not "${origin}"`;
  if (credentials && headers.get('access-control-allow-credentials') !== 'true') {
    return 'Access-Control-Allow-Credentials is not "true" for a request with cookies';
  }

  return null;
}

/** Methods that need not be allowed. */
export const SIMPLE_METHODS: readonly string[] = ['GET', 'HEAD', 'POST'];

/** The parts of a header that is a list. */
export function listed(headers: Headers, name: string): string[] {
  return (headers.get(name) ?? '')
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '');
}
