import type {HttpHandler} from 'msw';
import type {Shop} from '../../world/shop.ts';
import {pageEndpoint} from './page-endpoint.ts';
import {sessionTokenQuery} from './session-token-query.ts';
import type {ShopifyDeps} from './shopify-deps.ts';

/**
 * Returns the URL at which the checkout page asks for session tokens. The real route is private: this one,
 * and the form of its answer, are assumptions.
 */
export function checkoutApiUrl({domain}: Pick<Shop, 'domain'>): string {
  return `https://${domain}/checkouts/unstable/graphql`;
}

/** The checkout's GraphQL API, as the checkout page uses it. */
export function checkoutApi(shop: Pick<Shop, 'domain'>, deps: ShopifyDeps): readonly HttpHandler[] {
  return pageEndpoint(checkoutApiUrl(shop), deps, sessionTokenQuery('checkout', deps));
}
