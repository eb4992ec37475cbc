import type {VtexAssumptions} from '../../world/vtex-assumptions.ts';
import type {VtexAccount} from '../../world/vtex.ts';
import {USER_TOKEN_LIFE} from './vtex-tokens.ts';
import type {VtexAudience} from './vtex-tokens.ts';

/** The family name of the authentication cookies, and the header that carries a token. It is spelt so. */
export const AUTH_COOKIE = 'VtexIdclientAutCookie';

/** The cookie of the refresh token. */
export const REFRESH_COOKIE = 'vid_rt';

/** The cookie of a login that has begun. */
export const LOGIN_COOKIE = '_vss';

/** A cookie as a browser keeps it; the names are those of Playwright's `addCookies`. */
export interface VtexCookie {
  readonly name: string;
  readonly value: string;
  readonly domain: string;
  readonly path: string;
  readonly httpOnly: boolean;
  readonly secure: boolean;
  readonly sameSite?: 'None' | 'Lax' | 'Strict';
  /** Simulated seconds since 1970. */
  readonly expires: number;
}

/** Where and when a cookie is set. */
export interface CookieSite {
  /** The host that the login was made at. */
  readonly host: string;
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly assumptions: VtexAssumptions;
}

/** An admin's cookie has the bare name; a shopper's come under the account's name and under its id. */
export function authCookieNames(
  audience: VtexAudience,
  {name, id}: Pick<VtexAccount, 'name' | 'id'>,
): readonly string[] {
  return audience === 'admin' ? [AUTH_COOKIE] : [`${AUTH_COOKIE}_${name}`, `${AUTH_COOKIE}_${id}`];
}

/** Each with the same token. */
export function authCookies(
  token: string,
  audience: VtexAudience,
  account: VtexAccount,
  site: CookieSite,
): readonly VtexCookie[] {
  const {sameSite} = site.assumptions;
  return authCookieNames(audience, account).map((name) => ({
    name,
    value: token,
    domain: site.host,
    path: '/',
    httpOnly: true,
    secure: true,
    ...(sameSite === 'omitted' ? {} : {sameSite}),
    expires: secondsAfter(site.now, USER_TOKEN_LIFE),
  }));
}

/** It goes to the endpoint that refreshes, and nowhere else. */
export function refreshCookie(
  value: string,
  audience: VtexAudience,
  {host, now, assumptions}: CookieSite,
): VtexCookie {
  return {
    name: REFRESH_COOKIE,
    value,
    domain: host,
    path: `/api/vtexid/refreshtoken/${audience}`,
    httpOnly: true,
    secure: true,
    sameSite: 'Strict',
    expires: secondsAfter(now, assumptions.refreshTokenDays * 86_400),
  };
}

export function loginCookie(value: string, {host, now, assumptions}: CookieSite): VtexCookie {
  const {loginSeconds, sameSite} = assumptions;
  return {
    name: LOGIN_COOKIE,
    value,
    domain: host,
    path: '/',
    httpOnly: true,
    secure: true,
    ...(sameSite === 'omitted' ? {} : {sameSite}),
    expires: secondsAfter(now, loginSeconds),
  };
}

/** The same cookie, as a platform takes it away. */
export function cleared(cookie: VtexCookie): VtexCookie {
  return {...cookie, value: '', expires: 0};
}

/** The value of a `Set-Cookie` header. */
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

/** The cookies that a request carries, by exact name; of two with one name the first counts, as it has the longer path. */
export function cookiesOf({headers}: Pick<Request, 'headers'>): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const pair of (headers.get('cookie') ?? '').split(';')) {
    const [, name, value] = /^\s*([^=\s]+)\s*=\s*"?(.*?)"?\s*$/.exec(pair) ?? [];
    if (name !== undefined && value !== undefined && !found.has(name)) found.set(name, value);
  }
  return found;
}

function secondsAfter(now: number, seconds: number): number {
  return Math.floor(now / 1000) + seconds;
}
