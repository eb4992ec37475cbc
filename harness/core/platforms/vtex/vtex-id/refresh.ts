import type {VtexAccount} from '../../../world/vtex.ts';
import {jsonOf, stringOf} from '../request-fields.ts';
import {routesOf} from '../route.ts';
import type {AnyAccountCall, VtexRoute} from '../route.ts';
import type {VtexContext} from '../vtex-context.ts';
import {REFRESH_COOKIE, authCookieNames, cookiesOf, withCookies} from '../vtex-cookies.ts';
import type {VtexLogin, RefreshFailure} from '../vtex-sessions.ts';
import type {VtexAudience} from '../vtex-tokens.ts';

const {anyAccount} = routesOf('vtex-id');

/**
 * The refresh of a token by the cookie `vid_rt`.
 *
 * @see https://developers.vtex.com/docs/guides/refresh-token-flow-for-headless-implementations
 */
export function refresh(context: VtexContext): readonly VtexRoute[] {
  return [
    anyAccount('POST /api/vtexid/refreshtoken/webstore', (call) => answer(call, 'webstore', context)),
    anyAccount('POST /api/vtexid/refreshtoken/admin', (call) => answer(call, 'admin', context)),
  ];
}

async function answer(call: AnyAccountCall, audience: VtexAudience, context: VtexContext): Promise<Response> {
  const login = await refreshed(call, audience, context);
  if (typeof login === 'string') return Response.json({status: login, userId: null, refreshAfter: null});

  // An admin's answer names neither the user nor the time.
  const json =
    audience === 'webstore'
      ? {userId: login.session.userId, refreshAfter: refreshAfter(context)}
      : {userId: null, refreshAfter: null};

  return withCookies(Response.json({status: 'Success', ...json}), login.cookies);
}

async function refreshed(
  {request, url, account}: AnyAccountCall,
  audience: VtexAudience,
  {sessions, vtex}: VtexContext,
): Promise<VtexLogin | RefreshFailure> {
  const {fingerprint} = await jsonOf(request);
  if (account === null) return 'InvalidScope';

  const cookies = cookiesOf(request);
  const isAccompanied = audience === 'webstore' && vtex.assumptions.refreshShows === 'all-cookies';

  return sessions.refresh(cookies.get(REFRESH_COOKIE) ?? '', {
    audience,
    account: account.name,
    fingerprint: stringOf(fingerprint) ?? null,
    host: url.hostname,
    accompanyingTokens: isAccompanied ? shopperTokens(cookies, account) : [],
  });
}

/** The tokens of both authentication cookies; a missing one is an empty string. */
function shopperTokens(cookies: ReadonlyMap<string, string>, account: VtexAccount): readonly string[] {
  return authCookieNames('webstore', account).map((name) => cookies.get(name) ?? '');
}

/** The time after which a page is to refresh again, in ISO 8601 with an offset and no milliseconds. */
function refreshAfter({deps, vtex}: VtexContext): string {
  const at = deps.now() + vtex.assumptions.refreshAfterSeconds * 1000;
  return new Date(at).toISOString().replace(/\.\d+Z$/, '+00:00');
}
