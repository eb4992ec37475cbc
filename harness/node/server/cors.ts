import {SIMPLE_METHODS, listed} from '../../core/verdicts/cors-protocol.ts';

/** Reads the seconds for which the browser remembers a preflight. Default: 5. */
export function maxAge(headers: Headers): number {
  const given = headers.get('access-control-max-age');
  return given !== null && /^\d+$/.test(given.trim()) ? Number(given) : 5;
}

/** Returns the origin of a request made in CORS mode to another origin, else `null`. */
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

/** Lists the headers that a preflight asks for: those of the script, without the CORS-safelisted ones; sorted. */
export function unsafeHeaders(headers: Headers): string[] {
  return [...headers.keys()]
    .filter((name) => !isBrowsers(name) && !isSafelisted(name, headers.get(name) ?? ''))
    .toSorted();
}

/** Reads the names in a preflight's `Access-Control-Request-Headers`. */
export function requestedHeaders(headers: Headers): string[] {
  return listed(headers, 'access-control-request-headers').map((name) => name.toLowerCase());
}

// Names that a browser adds by itself: the forbidden ones of the Fetch standard, and those of its cache and
// of Chromium.
const BROWSERS = new Set(
  `accept-charset accept-encoding access-control-request-headers access-control-request-method cache-control connection
  content-length cookie date dnt expect host if-modified-since if-none-match keep-alive origin pragma priority purpose
  referer save-data te trailer transfer-encoding upgrade upgrade-insecure-requests user-agent via`.split(
    /\s+/,
  ),
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
