import type {HttpHandler} from 'msw';
import type {Shop} from '../../world/shop.ts';
import {pageEndpoint} from './page-endpoint.ts';
import {sessionTokenQuery} from './session-token-query.ts';
import type {TokenDeps} from './session-token-query.ts';

/** Where the checkout page asks. The real route is private; this one and the form of its answer are an assumption. */
export function checkoutApiUrl({domain}: Pick<Shop, 'domain'>): string {
  return `https://${domain}/checkouts/unstable/graphql`;
}

/** The checkout's GraphQL API as the checkout page uses it. */
export function checkoutApi(shop: Pick<Shop, 'domain'>, host: TokenDeps): readonly HttpHandler[] {
  return pageEndpoint(checkoutApiUrl(shop), host, sessionTokenQuery('checkout', host));
}
