import type {HttpHandler} from 'msw';
import type {World} from '../../world/world.ts';
import {disposable} from '../disposable.ts';
import type {Platform} from '../platform.ts';
import {checkoutApi} from './checkout-api.ts';
import {customerAccountApi} from './customer-account-api.ts';
import {extensionAssets} from './extension-assets.ts';
import {ownRequests} from './own-requests.ts';
import type {ShopifyDeps} from './shopify-deps.ts';
import {shopifyHosts} from './shopify-hosts.ts';
import {storefrontApi} from './storefront-api.ts';

/** Makes the simulated Shopify, as far as pages with extensions reach it. */
export function shopify(world: World, deps: ShopifyDeps): Platform {
  const hosts = shopifyHosts(world.shop);
  const publicApis = [extensionAssets((url) => deps.codeAt(url)), ...storefrontApi(world.shop, deps)];

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
  };
}
