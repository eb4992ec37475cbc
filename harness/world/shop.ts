import {SimhostError, refuseUnknownKeys} from '../errors.ts';

/** The shop that every token and page speaks of. */
export interface Shop {
  /** `gid://shopify/Shop/…` */
  readonly id: string;
  readonly name: string;
  /** Host without scheme, `….myshopify.com`. */
  readonly domain: string;
  readonly storefrontUrl: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  /** ISO 4217. */
  readonly currency: string;
  /** IANA. */
  readonly timezone: string;
}

export type ShopOptions = Partial<Shop>;

export const DEFAULT_SHOP_DOMAIN = 'acme.myshopify.com';

const DEFAULTS: Omit<Shop, 'storefrontUrl'> = {
  id: 'gid://shopify/Shop/548380009',
  name: 'Acme Outfitters',
  domain: DEFAULT_SHOP_DOMAIN,
  country: 'US',
  currency: 'USD',
  timezone: 'America/New_York',
};

export function createShop(options: ShopOptions = {}): Shop {
  refuseUnknownKeys('shop', options, [...Object.keys(DEFAULTS), 'storefrontUrl']);
  const shop = {...DEFAULTS, ...options};
  if (!/^[a-z0-9][a-z0-9-]*\.myshopify\.com$/.test(shop.domain)) {
    throw new SimhostError('ERR_BAD_SHOP_DOMAIN', `Not a shop domain: "${shop.domain}".`, {
      next: 'Give the host without scheme or path, for example "acme.myshopify.com".',
    });
  }
  if (!/^gid:\/\/shopify\/Shop\/\d+$/.test(shop.id)) {
    throw new SimhostError('ERR_BAD_GID', `Not the id of a shop: "${shop.id}".`, {next: 'Give "gid://shopify/Shop/" and a number.'});
  }
  return {storefrontUrl: `https://${shop.domain}`, ...shop};
}

/** The number at the end of a global id. */
export function numberOf(gid: string): string {
  return gid.slice(gid.lastIndexOf('/') + 1);
}
