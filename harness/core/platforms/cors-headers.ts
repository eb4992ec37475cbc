/** The things that a CORS answer allows, in addition to reading it. */
export interface CorsAllowance {
  /** Lets the page send cookies, and read answers to requests with cookies. Default `false`. */
  readonly credentials?: boolean;
  /** The value of `Access-Control-Allow-Methods`. */
  readonly methods?: string | null;
  /** The value of `Access-Control-Allow-Headers`. */
  readonly headers?: string | null;
}

/**
 * Builds the headers by which pages of an origin may read an answer, or send the request that a preflight
 * announces. `*` allows every origin.
 *
 * @see https://fetch.spec.whatwg.org/#http-cors-protocol
 */
export function corsHeaders(
  origin: string,
  {credentials = false, methods = null, headers = null}: CorsAllowance = {},
): Record<string, string> {
  return {
    'access-control-allow-origin': origin,
    ...(credentials ? {'access-control-allow-credentials': 'true'} : {}),
    ...(methods === null ? {} : {'access-control-allow-methods': methods}),
    ...(headers === null ? {} : {'access-control-allow-headers': headers}),
    ...(origin === '*' ? {} : {vary: 'Origin'}),
  };
}

/** Whether this is the `OPTIONS` request that a browser sends before another one. */
export function isPreflight(method: string, headers: Headers): boolean {
  return method === 'OPTIONS' && headers.has('origin') && headers.has('access-control-request-method');
}
