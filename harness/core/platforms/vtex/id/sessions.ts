import type {VtexAccount} from '../../../world/vtex.ts';
import {jsonOf} from '../request-fields.ts';
import {
  REFRESH_COOKIE,
  authCookieNames,
  authCookies,
  cleared,
  cookiesOf,
  refreshCookie,
} from '../vtex-cookies.ts';
import type {CookieSite, VtexCookie} from '../vtex-cookies.ts';
import {isOwnOrigin} from '../vtex-hosts.ts';
import type {VtexParts} from '../vtex-context.ts';
import {routesOf} from '../route.ts';
import type {AnyAccountCall, VtexRoute} from '../route.ts';
import type {VtexAudience} from '../vtex-tokens.ts';
import {withCookies} from './login.ts';

const {only, anyAccount} = routesOf('vtex-id');

/**
 * Refresh, logout, and the list of sessions.
 *
 * @see https://developers.vtex.com/docs/guides/refresh-token-flow-for-headless-implementations
 */
export function sessionRoutes(parts: VtexParts): readonly VtexRoute[] {
  const {vtex, host, sessions, callers} = parts;
  const site = ({hostname}: URL): CookieSite => ({
    host: hostname,
    now: host.now(),
    assumptions: vtex.assumptions,
  });

  const refreshed = async (
    {request, url, account}: AnyAccountCall,
    audience: VtexAudience,
  ): Promise<Response> => {
    const {fingerprint} = await jsonOf(request);
    const cookies = cookiesOf(request);

    const made =
      account === null
        ? 'InvalidScope'
        : await sessions.refresh(cookies.get(REFRESH_COOKIE) ?? '', {
            audience,
            account: account.name,
            fingerprint: typeof fingerprint === 'string' ? fingerprint : null,
            host: url.hostname,
            beside: neededBeside(audience, account).map((name) => cookies.get(name) ?? ''),
          });

    if (typeof made === 'string') return Response.json({status: made, userId: null, refreshAfter: null});

    const told =
      audience === 'webstore'
        ? {userId: made.session.userId, refreshAfter: refreshAfter()}
        : {userId: null, refreshAfter: null};

    return withCookies(Response.json({status: 'Success', ...told}), made.cookies);
  };

  const neededBeside = (audience: VtexAudience, account: VtexAccount): readonly string[] =>
    audience === 'webstore' && vtex.assumptions.refreshShows === 'all-cookies'
      ? authCookieNames(audience, account)
      : [];

  const refreshAfter = (): string => {
    const at = host.now() + vtex.assumptions.refreshAfterSeconds * 1000;
    return new Date(at).toISOString().replace(/\.\d+Z$/, '+00:00');
  };

  const out = async ({request, url, account}: AnyAccountCall): Promise<Response> => {
    const scope = url.searchParams.get('scope') ?? '';
    const audience: VtexAudience = scope === '' ? 'admin' : 'webstore';
    const of = Object.hasOwn(vtex.accounts, scope) ? (vtex.accounts[scope] ?? null) : account;
    const claims = await callers.signedIn(request, of, audience);
    if (typeof claims?.['sess'] === 'string') sessions.revoke(claims['sess']);

    const returnUrl = url.searchParams.get('returnUrl');
    const location = returnUrl === null ? null : ownUrl(returnUrl, url, of);
    const response =
      location === null
        ? new Response(null, {status: vtex.assumptions.logoutStatus})
        : new Response(null, {status: 302, headers: {location}});

    return withCookies(response, of === null ? [] : goodbye(audience, of, site(url)));
  };

  return [
    anyAccount('POST /api/vtexid/refreshtoken/webstore', (call) => refreshed(call, 'webstore')),
    anyAccount('POST /api/vtexid/refreshtoken/admin', (call) => refreshed(call, 'admin')),
    anyAccount('GET /api/vtexid/pub/logout', out),
    anyAccount('GET /api/vtexid/pub/single-sign-out', out),
    only({shopper: true, admin: 'any-role', tokenOnly: true}, 'GET /api/vtexid/sessions', (_, caller) => {
      const claims = caller.claims;
      const mine = claims === null ? [] : sessions.of(claims.sub, claims.account);
      return Response.json({
        currentSessionId: claims?.['sess'] ?? null,
        sessions: mine.map(({sess, createdAt}) => ({
          id: sess,
          firstAccess: iso(createdAt),
          lastAccess: iso(createdAt),
        })),
      });
    }),
    only(
      {shopper: true, admin: 'any-role', tokenOnly: true},
      'POST /api/vtexid/sessions/:id/revoke',
      ({params}, {claims}) => {
        const own = claims === null ? [] : sessions.of(claims.sub, claims.account);
        const session = own.find(({sess}) => sess === params['id']);
        const isOwn = session !== undefined || (claims !== null && claims['sess'] === params['id']);
        if (!isOwn || params['id'] === undefined) return new Response(null, {status: 404});
        sessions.revoke(params['id']);
        return new Response(null, {status: 204});
      },
    ),
  ];
}

function goodbye(audience: VtexAudience, account: VtexAccount, site: CookieSite): readonly VtexCookie[] {
  return [...authCookies('', audience, account, site), refreshCookie('', audience, site)].map(cleared);
}

/** A way back within the store; anywhere else would make the logout a redirect for anybody. */
function ownUrl(returnUrl: string, url: URL, account: VtexAccount | null): string | null {
  if (!URL.canParse(returnUrl, url.href)) return null;
  const target = new URL(returnUrl, url);
  const isOwn = target.origin === url.origin || (account !== null && isOwnOrigin(target.origin, account));
  return isOwn ? (returnUrl.startsWith('/') ? returnUrl : target.href) : null;
}

function iso(at: number): string {
  return new Date(at).toISOString();
}
