import type {VtexAccount} from '../../../world/vtex.ts';
import {routesOf} from '../route.ts';
import type {AnyAccountCall, VtexRoute} from '../route.ts';
import type {VtexContext} from '../vtex-context.ts';
import {authCookies, cleared, refreshCookie, withCookies} from '../vtex-cookies.ts';
import type {CookieSite, VtexCookie} from '../vtex-cookies.ts';
import {isOwnOrigin} from '../vtex-hosts.ts';
import type {VtexAudience} from '../vtex-tokens.ts';

const {anyAccount} = routesOf('vtex-id');

/** The logout of a shopper, whose account `scope` names; without `scope`, that of an admin. */
export function logout(context: VtexContext): readonly VtexRoute[] {
  return [
    anyAccount('GET /api/vtexid/pub/logout', (call) => answer(call, context)),
    anyAccount('GET /api/vtexid/pub/single-sign-out', (call) => answer(call, context)),
  ];
}

async function answer(
  {request, url, account: addressed}: AnyAccountCall,
  {vtex, deps, sessions, callers}: VtexContext,
): Promise<Response> {
  const scope = url.searchParams.get('scope') ?? '';
  const audience: VtexAudience = scope === '' ? 'admin' : 'webstore';
  const account = Object.hasOwn(vtex.accounts, scope) ? (vtex.accounts[scope] ?? null) : addressed;

  const claims = await callers.signedIn(request, account, audience);
  if (typeof claims?.['sess'] === 'string') sessions.revoke(claims['sess']);

  const location = returnUrlOf(url, account);
  const response =
    location === null
      ? new Response(null, {status: vtex.assumptions.logoutStatus})
      : new Response(null, {status: 302, headers: {location}});

  if (account === null) return response;

  const site = {host: url.hostname, now: deps.now(), assumptions: vtex.assumptions};
  return withCookies(response, removedCookies(audience, account, site));
}

function removedCookies(
  audience: VtexAudience,
  account: VtexAccount,
  site: CookieSite,
): readonly VtexCookie[] {
  return [...authCookies('', audience, account, site), refreshCookie('', audience, site)].map(cleared);
}

/** Reads the `returnUrl`, if it leads to the store: any other URL would make the logout an open redirect. */
function returnUrlOf(url: URL, account: VtexAccount | null): string | null {
  const returnUrl = url.searchParams.get('returnUrl');
  if (returnUrl === null || !URL.canParse(returnUrl, url.href)) return null;

  const target = new URL(returnUrl, url);
  const isOwn = target.origin === url.origin || (account !== null && isOwnOrigin(target.origin, account));
  if (!isOwn) return null;

  return returnUrl.startsWith('/') ? returnUrl : target.href;
}
