import type {Shop} from '../../world/shop.ts';

/** The host that serves extension bundles to the sandbox. */
export const EXTENSIONS_HOST = 'extensions.shopifycdn.com';

/** Where customer accounts live, under the shop's number. */
export const ACCOUNTS_HOST = 'shopify.com';

/** The hosts that Shopify itself answers for, as far as this shop's pages reach them. */
export function shopifyHosts(shop: Shop): readonly string[] {
  return [ACCOUNTS_HOST, EXTENSIONS_HOST, shop.domain];
}
