/** The request that a preflight announces. */
export interface Intended {
  /** The serialized origin; the string `null` for an opaque one. */
  readonly origin: string;
  readonly method: string;
  /** The names that `Access-Control-Request-Headers` lists, lower case. */
  readonly headers: readonly string[];
  /** Whether the browser would send cookies with it. */
  readonly credentials: boolean;
}

/** The part of an answer that the CORS protocol looks at. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
}

/**
 * Judges the answer to a preflight. Returns the reason why a browser refuses it, or `null` if the browser sends the
 * request.
 *
 * @see https://fetch.spec.whatwg.org/#cors-preflight-fetch
 */
export function judgePreflight(intended: Intended, {status, headers}: Answer): string | null {
  if (status >= 300 && status < 400)
    return `OPTIONS answered ${status}, and a preflight must not be redirected`;
  if (status < 200 || status > 299) return `OPTIONS answered ${status}`;

  const unreadable = judgeResponse(intended, headers);
  if (unreadable !== null) return unreadable;

  const methods = listed(headers, 'access-control-allow-methods');
  const wildcard = intended.credentials ? undefined : '*';
  const isMethodAllowed = [...SIMPLE_METHODS, ...methods].some(
    (method) => method === intended.method || (method === '*' && wildcard === '*'),
  );

  if (!isMethodAllowed) {
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
 * Returns the fault of an answer that Chromium accepts all the same, or `null`. In the standard, `*` covers every name
 * but `authorization`; Chromium 156 lets it cover that one too (tried).
 */
export function warnPreflight({headers: asked}: Intended, {headers}: Answer): string | null {
  const allowed = listed(headers, 'access-control-allow-headers').map((name) => name.toLowerCase());
  if (!asked.includes('authorization') || allowed.includes('authorization') || !allowed.includes('*'))
    return null;
  return 'By the Fetch standard the "*" in Access-Control-Allow-Headers does not cover "authorization": name it, for browsers other than Chromium.';
}

/**
 * Returns the reason why a browser does not let a page read this answer, or `null` if it does.
 *
 * @see https://fetch.spec.whatwg.org/#cors-check
 */
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

/** Methods that a preflight need not allow. */
export const SIMPLE_METHODS: readonly string[] = ['GET', 'HEAD', 'POST'];

/** Reads the request that a preflight announces from the preflight's headers. */
export function intendedBy(headers: Headers): Intended {
  return {
    origin: headers.get('origin') ?? 'null',
    method: headers.get('access-control-request-method') ?? 'GET',
    headers: listed(headers, 'access-control-request-headers').map((name) => name.toLowerCase()),
    // A preflight does not say whether cookies would follow.
    credentials: false,
  };
}

/** Splits a header that is a list. */
export function listed(headers: Headers, name: string): string[] {
  return (headers.get(name) ?? '')
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '');
}
