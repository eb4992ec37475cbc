import type {HttpHandler} from 'msw';
import {refuseSecretInBrowser} from '../../tokens/secret.ts';
import {PUBLISHED_PRIVATE_STOREFRONT_TOKEN} from '../../world/app.ts';
import type {App} from '../../world/app.ts';
import type {World} from '../../world/world.ts';
import {disposable} from '../disposable.ts';
import type {Identification, Platform} from '../platform.ts';
import {checkoutApi} from './checkout-api.ts';
import {accessTokenIn} from './customer-account/access-tokens.ts';
import {customerAccountApi, customerAccountDiscovery} from './customer-account-api.ts';
import {extensionAssets} from './extension-assets.ts';
import {ownRequests} from './own-requests.ts';
import type {ShopifyDeps} from './shopify-deps.ts';
import {shopifyHosts} from './shopify-hosts.ts';
import {carriesStorefrontToken} from './storefront/storefront-access.ts';
import {storefrontApi} from './storefront-api.ts';

/** Makes the simulated Shopify, as far as pages with extensions reach it. */
export function shopify(world: World, deps: ShopifyDeps): Platform {
  refuseSecretInBrowser(world.app.privateStorefrontToken, {
    published: [PUBLISHED_PRIVATE_STOREFRONT_TOKEN],
    option: 'app.privateStorefrontToken',
  });

  const hosts = shopifyHosts(world.shop);
  const publicApis = [
    extensionAssets((url) => deps.codeAt(url)),
    ...storefrontApi(world.shop, deps),
    customerAccountDiscovery(world.shop),
  ];

  const openDeps = {...deps, knowsPage: () => true, knowsActivation: () => true};
  const pageApis = (given: ShopifyDeps): readonly HttpHandler[] => [
    ...customerAccountApi(given),
    ...checkoutApi(world.shop, given),
  ];

  const handlers = [...pageApis(deps), ...publicApis].map(disposable);
  return {
    hosts,
    handlesHost: (host) => hosts.includes(host),
    handlers,
    ownHandlers: [disposable(ownRequests(deps, handlers))],
    openHandlers: [...pageApis(openDeps), ...publicApis].map(disposable),
    environment: tokensOf(world.app),
    get secrets() {
      return deps.accessTokens.issued;
    },
    identify: async ({headers}) => identifyBackend(headers, deps),
  };
}

/** Returns the tokens of a backend's Storefront API, under the names that Hydrogen reads. */
function tokensOf({publicStorefrontToken, privateStorefrontToken}: App): Readonly<Record<string, string>> {
  return {
    PUBLIC_STOREFRONT_API_TOKEN: publicStorefrontToken,
    PRIVATE_STOREFRONT_API_TOKEN: privateStorefrontToken,
  };
}

function identifyBackend(
  headers: Headers,
  {accessTokens, storefrontTokens}: Pick<ShopifyDeps, 'accessTokens' | 'storefrontTokens'>,
): Identification | null {
  if (accessTokens.knows(accessTokenIn(headers) ?? '')) return 'token';
  return carriesStorefrontToken(headers, storefrontTokens) ? 'key' : null;
}
