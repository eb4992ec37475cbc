import type {HttpHandler} from 'msw';
import {authorizeEndpoint} from './authorize-endpoint.ts';
import {logoutEndpoint} from './logout-endpoint.ts';
import {openIdConfiguration} from './openid-configuration.ts';
import {signInUrls} from './sign-in-deps.ts';
import type {SignInDeps} from './sign-in-deps.ts';
import {tokenEndpoint} from './token-endpoint.ts';

/**
 * The sign-in of customers for the Customer Account API: OAuth 2.0 with OpenID Connect, as headless storefronts use it.
 *
 * @see https://shopify.dev/docs/api/customer/latest#authentication
 */
export function customerSignIn(deps: SignInDeps): readonly HttpHandler[] {
  const urls = signInUrls(deps.shop);
  return [
    ...openIdConfiguration(urls),
    ...authorizeEndpoint(urls.authorize, deps),
    ...tokenEndpoint(urls, deps),
    logoutEndpoint(urls.logout, deps),
  ];
}
