import {ADMIN_HOST} from '../../../wire/admin.ts';
import type {Shop} from '../../world/shop.ts';

/** The host that serves extension bundles to the sandbox. */
export const EXTENSIONS_HOST = 'extensions.shopifycdn.com';

/** The host of customer accounts. Their paths begin with the shop's number. */
export const ACCOUNTS_HOST = 'shopify.com';

/** Lists the hosts of Shopify that the pages of this shop reach. */
export function shopifyHosts(shop: Shop): readonly string[] {
  return [ACCOUNTS_HOST, EXTENSIONS_HOST, ADMIN_HOST, shop.domain];
}
