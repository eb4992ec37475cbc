import type {StorefrontWorld} from '../platforms/shopify/storefront/storefront-world.ts';
import type {Live} from '../world/live-changes.ts';
import type {ShopRecords} from '../world/shop-records.ts';
import type {World} from '../world/world.ts';

/** The members of the storefront that the simulation adds. */
type StorefrontSetter = 'carts' | 'accounts' | 'changeCustomer';

/** The data of the Storefront API. */
export type StorefrontData = Omit<StorefrontWorld, StorefrontSetter>;

/** The parts of a live world that the Storefront API answers from. */
type StorefrontParts = Pick<StorefrontData, 'checkout' | 'orders' | 'soldOut'> & {
  readonly live: Live;
  readonly records: ShopRecords;
};

/** Returns the data of the Storefront API. */
export function storefrontData(
  {seed, shop, products, offers}: World,
  {
    live: {metafields, localization, catalogue},
    records: {collections, otherMetafields},
    ...parts
  }: StorefrontParts,
): StorefrontData {
  return {
    seed,
    shop,
    products,
    collections,
    ...catalogue,
    ...parts,
    metafields: [...metafields, ...otherMetafields],
    language: localization.language,
    market: localization.market,
    offers,
  };
}
