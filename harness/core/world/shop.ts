import {SimhostError} from '../../errors.ts';
import {gid} from './gid.ts';
import {COUNTRY, CURRENCY, LANGUAGE, TIMEZONE, WEB_ADDRESS, name} from './platform-values.ts';
import {part} from './object-shapes.ts';
import {list, single} from './shape.ts';
import {shown} from '../../shown-value.ts';
import type {PartOf, Shape} from './shape.ts';

/** The shop of tokens and pages. */
export interface Shop {
  /** The global id. Default: `'gid://shopify/Shop/548380009'`. */
  readonly id: string;
  /** The name. Default: `'Acme Outfitters'`. */
  readonly name: string;
  /** The `.myshopify.com` host, without scheme. Default: `'acme.myshopify.com'`. */
  readonly domain: string;
  /** `shopify.shop.storefrontUrl`. Default: `https://` and the domain. */
  readonly storefrontUrl: string;
  /** The country, in ISO 3166-1 alpha-2. Default: `'US'`. */
  readonly country: string;
  /** The currency of all prices, in ISO 4217. Default: `'USD'`. */
  readonly currency: string;
  /** The time zone, from the IANA database. Default: `'America/New_York'`. */
  readonly timezone: string;
  /**
   * The languages that the shop publishes, in BCP 47, the primary one first. Its texts are English, with translations
   * into `fr` and `de`. Default: `['en', 'fr', 'de']`.
   */
  readonly languages: readonly string[];
}

/**
 * The options of the shop; each has a default.
 *
 * @example
 * ```ts
 * import {createSimulation} from 'simhost';
 *
 * createSimulation({shop: {domain: 'globex.myshopify.com', currency: 'EUR', country: 'DE'}});
 * ```
 */
export type ShopOptions = PartOf<Shop>;

/** The domain of a shop without the option `domain`. */
export const DEFAULT_SHOP_DOMAIN = 'acme.myshopify.com';

const DEFAULTS: Omit<Shop, 'storefrontUrl'> = {
  id: 'gid://shopify/Shop/548380009',
  name: 'Acme Outfitters',
  domain: DEFAULT_SHOP_DOMAIN,
  country: 'US',
  currency: 'USD',
  timezone: 'America/New_York',
  languages: ['en', 'fr', 'de'],
};

const SHOP: Shape<PartOf<Shop>> = part<Shop>({
  id: gid('Shop', 548380009),
  name: name('Acme Outfitters'),
  domain: single({
    expected: 'the host without scheme or path, for example "acme.myshopify.com"',
    example: DEFAULT_SHOP_DOMAIN,
    code: 'ERR_BAD_SHOP_DOMAIN',
    accepts: (given) => typeof given === 'string' && /^[a-z0-9][a-z0-9-]*\.myshopify\.com$/.test(given),
    hint: (given) => `Not a shop domain: ${shown(given)}.`,
  }),
  storefrontUrl: WEB_ADDRESS,
  country: COUNTRY,
  currency: CURRENCY,
  timezone: TIMEZONE,
  languages: list(LANGUAGE),
});

/**
 * Completes the options of the shop.
 *
 * @throws {SimhostError} `ERR_BAD_SHOP_DOMAIN`, `ERR_BAD_GID`, `ERR_BAD_OPTION`, `ERR_UNKNOWN_OPTION` with the
 *   path of the wrong value
 */
export function createShop(options: ShopOptions = {}): Shop {
  const given = SHOP.read(options, 'shop') as Partial<Shop>;
  if (given.languages?.length === 0) {
    throw new SimhostError('ERR_BAD_OPTION', 'shop.languages is empty.', {
      next: 'Give the languages that the shop publishes, the primary one first.',
    });
  }

  const shop = {...DEFAULTS, ...given};
  return {storefrontUrl: `https://${shop.domain}`, ...shop};
}
