import type {HttpHandler} from 'msw';
import type {World} from '../../world/world.ts';
import {disposable} from '../disposable.ts';
import type {Platform} from '../platform.ts';
import {checkoutApi} from './checkout-api.ts';
import {customerAccountApi} from './customer-account-api.ts';
import type {CustomerAccountDeps} from './customer-account-api.ts';
import {extensionAssets} from './extension-assets.ts';
import {shopifyHosts} from './shopify-hosts.ts';
import {storefrontApi} from './storefront-api.ts';

/** What Shopify's endpoints need of the simulation. */
export interface ShopifyDeps extends CustomerAccountDeps {
  /** The script that is published at a URL. */
  codeAt(url: string): string | undefined;
}

/** Shopify, as far as pages with extensions reach it. */
export function shopify(world: World, host: ShopifyDeps): Platform {
  const hosts = shopifyHosts(world.shop);
  const open = [extensionAssets((url) => host.codeAt(url)), ...storefrontApi(world)];
  const toAnybody = {...host, knowsPage: () => true, knowsActivation: () => true};
  const pageApis = (asked: CustomerAccountDeps): readonly HttpHandler[] => [
    ...customerAccountApi(asked),
    ...checkoutApi(world.shop, asked),
  ];

  return {
    hosts,
    handlesHost: (name) => hosts.includes(name),
    handlers: [...pageApis(host), ...open].map(disposable),
    openHandlers: [...pageApis(toAnybody), ...open].map(disposable),
  };
}
