import type {World} from '../../world/world.ts';
import {disposable} from '../disposable.ts';
import type {Platform} from '../platform.ts';
import {customerAccountApi, type CustomerAccountHost} from './customer-account-api.ts';
import {extensionAssets} from './extension-assets.ts';
import {shopifyHosts} from './hosts.ts';
import {storefrontApi} from './storefront-api.ts';

/** What Shopify's endpoints need of the simulation. */
export interface ShopifyHost extends CustomerAccountHost {
  /** The script that is published at a URL. */
  codeAt(url: string): string | undefined;
}

/** Shopify, as far as pages with extensions reach it. */
export function shopify(world: World, host: ShopifyHost): Platform {
  const hosts = shopifyHosts(world.shop);
  const open = [extensionAssets((url) => host.codeAt(url)), ...storefrontApi(world)];
  const toAnybody = {...host, knowsPage: () => true, knowsActivation: () => true};
  return {
    hosts,
    answers: (name) => hosts.includes(name),
    handlers: [customerAccountApi(host), ...open].map(disposable),
    openHandlers: [customerAccountApi(toAnybody), ...open].map(disposable),
  };
}
