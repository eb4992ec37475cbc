import {collectionsOf} from '../../../world/collections.ts';
import {resolveCollection} from './collection.ts';
import type {ResolvedCollection} from './collection.ts';
import {resolveProduct} from './product.ts';
import type {ResolvedProduct} from './product.ts';
import type {StorefrontWorld} from './storefront-world.ts';

/** The products and collections of the shop as the Storefront API has them. */
export interface Catalogue {
  readonly products: readonly ResolvedProduct[];
  readonly collections: readonly ResolvedCollection[];
}

/** Resolves products and collections, which refer to each other. */
export function resolveCatalogue(world: StorefrontWorld): Catalogue {
  const known = collectionsOf(world.products);
  const products = world.products.map((product) =>
    resolveProduct(product, world, () =>
      collections.filter((_, index) => known[index]?.productIds.includes(product.id)),
    ),
  );

  const collections: readonly ResolvedCollection[] = known.map((collection) =>
    resolveCollection(collection, {
      products: products.filter(({id}) => collection.productIds.includes(id)),
      storefrontUrl: world.shop.storefrontUrl,
    }),
  );

  return {products, collections};
}
