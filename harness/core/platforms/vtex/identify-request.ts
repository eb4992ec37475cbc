import type {Claims} from '../../tokens/jws.ts';
import {decodeClaims} from '../../tokens/jws.ts';
import type {Vtex} from '../../world/vtex.ts';
import type {Identification, ShownRequest} from '../platform.ts';
import {AUTH_COOKIE, cookiesOf} from './vtex-cookies.ts';

/** The user tokens that a request carries, whatever the account: headers first, then cookies. Nothing is verified. */
export function shownTokens(headers: Headers): readonly string[] {
  const prefix = AUTH_COOKIE.toLowerCase();
  const inHeaders = [...headers].filter(([name]) => name.startsWith(prefix)).map(([, value]) => value);
  const inCookies = [...cookiesOf({headers})]
    .filter(([name]) => name.startsWith(AUTH_COOKIE))
    .map(([, value]) => value);
  return [...inHeaders, ...inCookies].filter((token) => token !== '');
}

/** What shows that a backend's request is meant for one simulation: a token that it gave out, or one of its keys. */
export function recognise(
  {headers, body}: ShownRequest,
  {appKeys}: Vtex,
  gave: (claims: Claims) => boolean,
): Identification | null {
  const {token, appkey} = fieldsOf(body);
  const tokens = [...shownTokens(headers), ...(typeof token === 'string' ? [token] : [])];
  if (tokens.some((each) => gave(decodeClaims(each) ?? {}))) return 'token';
  const key = headers.get('x-vtex-api-appkey') ?? appkey;
  return Object.values(appKeys).some((each) => each.key === key) ? 'key' : null;
}

function fieldsOf(body: string): Readonly<Record<string, unknown>> {
  try {
    const fields: unknown = JSON.parse(body);
    return typeof fields === 'object' && fields !== null ? {...fields} : {};
  } catch {
    return Object.fromEntries(new URLSearchParams(body));
  }
}
