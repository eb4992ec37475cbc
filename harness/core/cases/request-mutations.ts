import type {CaseContext, Exchange, RequestMutation} from './case.ts';
import type {NameAndValue} from './outgoing-request.ts';
import {STAFF_PROFILES} from './profile-groups.ts';
import {withHeaders} from './request-parts.ts';

/** Sends a good token with another spelling of the `Authorization` header. */
export function authorization(spell: (token: string) => string): RequestMutation {
  return async (given, {token}) => withHeaders(given, ['Authorization', spell(await token())]);
}

/** Sends a good token as usual, and further headers. */
export function alsoSending(headers: readonly NameAndValue[]): RequestMutation {
  return async (given, {token, carry}) => withHeaders(carry(given, await token()), ...headers);
}

/** The origin of extension scripts. */
export const SHOPIFYCDN = 'https://extensions.shopifycdn.com';

/** The other origin of extensions of the point of sale. */
export const POS_CDN = 'https://cdn.shopify.com';

/** An origin that no list of allowed origins has: workers may get another one at any time. */
export const NEW_ORIGIN = 'https://next-origin.example';

/**
 * Returns the origin of the pages that call a backend of this profile. Checkout and account extensions have an opaque
 * origin, staff extensions that of their script, and Minis that of their web view.
 */
export function pageOrigin({profile}: Pick<CaseContext, 'profile'>): string {
  if (profile === 'shop-minis') return 'http://localhost:5173';
  return STAFF_PROFILES.includes(profile) ? SHOPIFYCDN : 'null';
}

/** Returns all origins of the pages that call a backend of this profile. */
function pageOrigins(context: Pick<CaseContext, 'profile'>): readonly string[] {
  return context.profile === 'pos' ? [pageOrigin(context), POS_CDN] : [pageOrigin(context)];
}

/**
 * Sends the preflight of the route's request.
 *
 * @param origin default: each of the profile's own pages
 */
export function preflight(
  origin: string | null,
  {method, headers}: {method?: string; headers?: string} = {},
): Exchange {
  return (given, {context}) =>
    (origin === null ? pageOrigins(context) : [origin]).map((each) => ({
      request: {
        method: 'OPTIONS',
        query: given.query,
        headers: [
          ['Origin', each],
          ['Access-Control-Request-Method', method ?? given.method],
          ['Access-Control-Request-Headers', headers ?? 'authorization'],
        ],
        body: null,
      },
    }));
}
