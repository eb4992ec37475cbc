import {isRecord} from '../../../records.ts';
import {decodeClaims} from '../../tokens/jws.ts';
import type {Claims} from '../../tokens/jws.ts';
import type {Vtex} from '../../world/vtex.ts';
import type {Identification, ShownRequest} from '../platform.ts';
import {AUTH_COOKIE, cookiesOf} from './vtex-cookies.ts';

/**
 * Lists the user tokens that a request carries, for any account: headers first, then cookies. Verifies none
 * of them.
 */
export function carriedTokens(headers: Headers): readonly string[] {
  return [...tokensInHeaders(headers), ...tokensInCookies(headers)];
}

/** Whether a header and a cookie both carry a user token, of any account. */
export function hasHeaderAndCookie(headers: Headers): boolean {
  return tokensInHeaders(headers).length > 0 && tokensInCookies(headers).length > 0;
}

function tokensInHeaders(headers: Headers): readonly string[] {
  const prefix = AUTH_COOKIE.toLowerCase();
  const found = [...headers].filter(([name]) => name.startsWith(prefix));
  return found.map(([, token]) => token).filter((token) => token !== '');
}

function tokensInCookies(headers: Headers): readonly string[] {
  const found = [...cookiesOf({headers})].filter(([name]) => name.startsWith(AUTH_COOKIE));
  return found.map(([, token]) => token).filter((token) => token !== '');
}

/**
 * Identifies a backend's request to VTEX: by a token that the simulation issued, or by an app key of its
 * world.
 */
export function identifyRequest(
  {headers, body}: ShownRequest,
  {appKeys}: Vtex,
  hasIssued: (claims: Claims) => boolean,
): Identification | null {
  const {token, appkey} = fieldsOf(body);
  const tokens = [...carriedTokens(headers), ...(typeof token === 'string' ? [token] : [])];
  if (tokens.some((carried) => hasIssued(decodeClaims(carried) ?? {}))) return 'token';

  const key = headers.get('x-vtex-api-appkey') ?? appkey;
  return Object.values(appKeys).some((known) => known.key === key) ? 'key' : null;
}

function fieldsOf(body: string): Readonly<Record<string, unknown>> {
  try {
    const fields: unknown = JSON.parse(body);
    return isRecord(fields) ? fields : {};
  } catch {
    return Object.fromEntries(new URLSearchParams(body));
  }
}
