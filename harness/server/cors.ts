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

const SIMPLE_METHODS = ['GET', 'HEAD', 'POST'];

/**
 * Why a browser refuses this answer to a preflight, or `null` where it goes on to the request itself.
 *
 * Rules: Fetch standard, "CORS-preflight fetch" and "CORS check", https://fetch.spec.whatwg.org/#cors-preflight-fetch.
 */
export function judgePreflight(intended: Intended, {status, headers}: Answer): string | null {
  if (status >= 300 && status < 400) return `OPTIONS answered ${status}, and a preflight must not be redirected`;
  if (status < 200 || status > 299) return `OPTIONS answered ${status}`;
  const unreadable = judgeResponse(intended, headers);
  if (unreadable !== null) return unreadable;
  const methods = list(headers, 'access-control-allow-methods');
  const wildcard = intended.credentials ? undefined : '*';
  if (!SIMPLE_METHODS.includes(intended.method) && !methods.some((method) => method === intended.method || method === wildcard)) {
    return `Access-Control-Allow-Methods lacks ${intended.method}`;
  }
  const allowed = list(headers, 'access-control-allow-headers').map((name) => name.toLowerCase());
  for (const name of intended.headers) {
    if (allowed.includes(name)) continue;
    if (wildcard === undefined || !allowed.includes(wildcard)) return `Access-Control-Allow-Headers lacks "${name}"`;
  }
  return null;
}

/**
 * What is wrong with an answer that Chromium accepts all the same, or `null`. In the standard, `authorization` is the
 * one name that `*` does not cover; Chromium 156 still lets it (run and seen).
 */
export function warnPreflight({headers: asked}: Intended, {headers}: Answer): string | null {
  const allowed = list(headers, 'access-control-allow-headers').map((name) => name.toLowerCase());
  if (!asked.includes('authorization') || allowed.includes('authorization') || !allowed.includes('*')) return null;
  return 'By the Fetch standard the "*" in Access-Control-Allow-Headers does not cover "authorization": name it, for browsers other than Chromium.';
}

/** Why a browser does not let a page read this answer, or `null` where it does. */
export function judgeResponse({origin, credentials}: Pick<Intended, 'origin' | 'credentials'>, headers: Headers): string | null {
  const allowed = headers.get('access-control-allow-origin');
  if (allowed === null) return 'Access-Control-Allow-Origin is missing';
  if (allowed === '*' && !credentials) return null;
  if (allowed === '*') return 'Access-Control-Allow-Origin is "*", which does not allow a request with cookies';
  if (allowed !== origin) return `Access-Control-Allow-Origin is "${allowed}", not "${origin}"`;
  if (credentials && headers.get('access-control-allow-credentials') !== 'true') {
    return 'Access-Control-Allow-Credentials is not "true" for a request with cookies';
  }
  return null;
}

/** Seconds for which the browser remembers a preflight; 5 where the answer does not say. */
export function maxAge(headers: Headers): number {
  const given = headers.get('access-control-max-age');
  return given !== null && /^\d+$/.test(given.trim()) ? Number(given) : 5;
}

/** The origin of a request made in CORS mode to another origin, else `null`. */
export function crossOrigin(headers: Headers, target: string): string | null {
  if (headers.has('upgrade')) return null;
  const origin = headers.get('origin');
  const mode = headers.get('sec-fetch-mode');
  return origin === null || origin === target || (mode !== null && mode !== 'cors') ? null : origin;
}

/** Whether a browser sends a preflight before such a request. */
export function needsPreflight(method: string, headers: Headers): boolean {
  return !SIMPLE_METHODS.includes(method) || unsafeHeaders(headers).length > 0;
}

/** The names that a preflight asks for: those that a script set, without the CORS-safelisted ones; sorted. */
export function unsafeHeaders(headers: Headers): string[] {
  return [...headers.keys()].filter((name) => !isBrowsers(name) && !isSafelisted(name, headers.get(name) ?? '')).toSorted();
}

/** The names in a preflight's `Access-Control-Request-Headers`. */
export function requestedHeaders(headers: Headers): string[] {
  return list(headers, 'access-control-request-headers').map((name) => name.toLowerCase());
}

// Names that a browser adds by itself: the forbidden ones of the Fetch standard, and those of its cache and of Chromium.
const BROWSERS = new Set(
  `accept-charset accept-encoding access-control-request-headers access-control-request-method cache-control connection
  content-length cookie date dnt expect host if-modified-since if-none-match keep-alive origin pragma priority purpose
  referer save-data te trailer transfer-encoding upgrade upgrade-insecure-requests user-agent via`.split(/\s+/),
);

function isBrowsers(name: string): boolean {
  return BROWSERS.has(name) || name.startsWith('sec-') || name.startsWith('proxy-');
}

function isSafelisted(name: string, value: string): boolean {
  if (value.length > 128) return false;
  if (name === 'accept' || name === 'accept-language' || name === 'content-language') return true;
  if (name === 'range') return /^bytes=\d+-\d*$/.test(value);
  if (name !== 'content-type') return false;
  const essence = value.split(';')[0]?.trim().toLowerCase() ?? '';
  return ['application/x-www-form-urlencoded', 'multipart/form-data', 'text/plain'].includes(essence);
}

function list(headers: Headers, name: string): string[] {
  return (headers.get(name) ?? '')
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '');
}
