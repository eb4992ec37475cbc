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
  const prefix = AUTH_COOKIE.toLowerCase();
  const inHeaders = [...headers].filter(([name]) => name.startsWith(prefix));
  const inCookies = [...cookiesOf({headers})].filter(([name]) => name.startsWith(AUTH_COOKIE));

  return [...inHeaders, ...inCookies].map(([, token]) => token).filter((token) => token !== '');
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
