import type {VtexAssumptions} from '../../world/vtex-assumptions.ts';
import type {VtexAccount} from '../../world/vtex.ts';
import {USER_TOKEN_LIFE} from './vtex-tokens.ts';
import type {VtexAudience} from './vtex-tokens.ts';

/**
 * The family name of the authentication cookies, and the header that carries a token. VTEX spells it without
 * the "h".
 */
export const AUTH_COOKIE = 'VtexIdclientAutCookie';

/** The cookie of the refresh token. */
export const REFRESH_COOKIE = 'vid_rt';

/** The cookie of a login that was started. */
export const LOGIN_COOKIE = '_vss';

/** A cookie as a browser keeps it; the names are those of Playwright's `addCookies`. */
export interface VtexCookie {
  /** The name of the cookie. */
  readonly name: string;
  /** The value of the cookie: a token, or an id. */
  readonly value: string;
  /** The host that receives the cookie. */
  readonly domain: string;
  /** The path below which the browser sends the cookie. */
  readonly path: string;
  /** Whether scripts cannot read the cookie. */
  readonly httpOnly: boolean;
  /** Whether the browser sends the cookie only over https. */
  readonly secure: boolean;
  /** The value of `SameSite`. Default: none. */
  readonly sameSite?: 'None' | 'Lax' | 'Strict';
  /** Simulated seconds since 1970. */
  readonly expires: number;
}

/** The host and the time at which a cookie is set. */
export interface CookieSite {
  /** The host that the login was made at. */
  readonly host: string;
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly assumptions: VtexAssumptions;
}

/**
 * Lists the names of the authentication cookies: an admin's has the family name alone, a shopper's end in the
 * account's name and id.
 */
export function authCookieNames(
  audience: VtexAudience,
  {name, id}: Pick<VtexAccount, 'name' | 'id'>,
): readonly string[] {
  return audience === 'admin' ? [AUTH_COOKIE] : [`${AUTH_COOKIE}_${name}`, `${AUTH_COOKIE}_${id}`];
}

/** Makes the authentication cookies; each holds the same token. */
export function authCookies(
  token: string,
  audience: VtexAudience,
  account: VtexAccount,
  site: CookieSite,
): readonly VtexCookie[] {
  return authCookieNames(audience, account).map((name) => ({
    ...cookieAt(site, USER_TOKEN_LIFE),
    name,
    value: token,
    path: '/',
  }));
}

/** Makes the cookie of a refresh token. Browsers send it to the endpoint that refreshes, and nowhere else. */
export function refreshCookie(value: string, audience: VtexAudience, site: CookieSite): VtexCookie {
  return {
    ...cookieAt(site, site.assumptions.refreshTokenDays * 86_400),
    name: REFRESH_COOKIE,
    value,
    path: `/api/vtexid/refreshtoken/${audience}`,
    sameSite: 'Strict',
  };
}

/** Makes the cookie of a login that was started. */
export function loginCookie(value: string, site: CookieSite): VtexCookie {
  return {...cookieAt(site, site.assumptions.loginSeconds), name: LOGIN_COOKIE, value, path: '/'};
}

/** Makes the cookie that removes another one from the browser. */
export function cleared(cookie: VtexCookie): VtexCookie {
  return {...cookie, value: '', expires: 0};
}

/** Adds each cookie to a response, in a separate `Set-Cookie` header. */
export function withCookies(response: Response, cookies: readonly VtexCookie[]): Response {
  for (const cookie of cookies) response.headers.append('set-cookie', setCookie(cookie));
  return response;
}

/** Writes the `Set-Cookie` header of a cookie, as VTEX spells it. */
export function setCookie({
  name,
  value,
  domain,
  path,
  httpOnly,
  secure,
  sameSite,
  expires,
}: VtexCookie): string {
  return [
    `${name}=${value}`,
    `expires=${new Date(expires * 1000).toUTCString()}`,
    `domain=${domain}`,
    `path=${path}`,
    ...(secure ? ['secure'] : []),
    ...(sameSite === undefined ? [] : [`samesite=${sameSite.toLowerCase()}`]),
    ...(httpOnly ? ['httponly'] : []),
  ].join('; ');
}

/** Writes the `Cookie` header of a request. */
export function cookieHeader(cookies: ReadonlyMap<string, string>): string {
  return [...cookies].map((pair) => pair.join('=')).join('; ');
}

/**
 * Reads the cookies of a request. Of two with one name the first counts: it has the longer path (RFC 6265,
 * section 5.4).
 */
export function cookiesOf({headers}: Pick<Request, 'headers'>): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const pair of (headers.get('cookie') ?? '').split(';')) {
    const at = pair.indexOf('=');
    const name = pair.slice(0, Math.max(at, 0)).trim();
    if (name === '' || /\s/.test(name) || found.has(name)) continue;
    found.set(name, withoutQuotes(pair.slice(at + 1).trim()));
  }

  return found;
}

function withoutQuotes(value: string): string {
  const from = value.startsWith('"') ? 1 : 0;
  const to = value.endsWith('"') && value.length > from ? value.length - 1 : value.length;
  return value.slice(from, to);
}

function cookieAt(
  {host, now, assumptions: {sameSite}}: CookieSite,
  life: number,
): Omit<VtexCookie, 'name' | 'value' | 'path'> {
  return {
    domain: host,
    httpOnly: true,
    secure: true,
    ...(sameSite === 'omitted' ? {} : {sameSite}),
    expires: Math.floor(now / 1000) + life,
  };
}
