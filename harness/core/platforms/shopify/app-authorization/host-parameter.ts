import type {Shop} from '../../../world/shop.ts';
import {ADMIN_HOST} from '../../../../wire/admin.ts';

/** Returns the handle of a shop in addresses of the admin: `acme` for `acme.myshopify.com`. */
export function storeHandle({domain}: Pick<Shop, 'domain'>): string {
  return domain.replace(/\.myshopify\.com$/, '');
}

/**
 * Returns the parameter `host` of an app's URL: the address of the shop's admin in Base64, without padding.
 *
 * @see https://shopify.dev/docs/api/app-bridge-library
 */
export function hostParameter(shop: Pick<Shop, 'domain'>): string {
  return btoa(`${ADMIN_HOST}/store/${storeHandle(shop)}`).replace(/=+$/, '');
}
