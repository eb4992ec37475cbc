import type {PageState} from '../../wire/control.ts';
import {EXTENSION_STOREFRONT_TOKEN} from '../world/api-scopes.ts';
import {adminApiBase} from '../platforms/shopify/admin/admin-api.ts';
import {checkoutApiUrl} from '../platforms/shopify/checkout-api.ts';
import {customerAccountApiBase} from '../platforms/shopify/customer-account-api.ts';
import {storefrontApiBase} from '../platforms/shopify/storefront-api.ts';
import {numberOf} from '../world/gid.ts';
import type {World} from '../world/world.ts';

/** Returns the addresses of the platform's APIs, and the token with which pages ask the Storefront API. */
export function pageEndpoints({shop}: Pick<World, 'shop'>): PageState['endpoints'] {
  return {
    customerAccountApi: customerAccountApiBase(numberOf(shop.id)),
    checkoutApi: checkoutApiUrl(shop),
    storefrontApi: storefrontApiBase(shop),
    adminApi: adminApiBase(shop),
    storefrontToken: EXTENSION_STOREFRONT_TOKEN,
  };
}
