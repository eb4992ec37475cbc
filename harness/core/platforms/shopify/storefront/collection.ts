import type {Collection} from '../../../world/collections.ts';
import {timesOf} from '../../../world/resource-times.ts';
import {picturesOf, resolveImage} from './image.ts';
import {resolveMetafields} from './metafields.ts';
import {resolveProducts} from './product-connection.ts';
import type {ProductsOf} from './product-connection.ts';
import type {ResolvedProduct} from './product.ts';
import type {ResolverContext} from './resolver-context.ts';
import {NO_SEO, htmlOf, truncated} from './text.ts';

/** A collection as the Storefront API has it. */
export interface ResolvedCollection {
  readonly id: string;
  readonly handle: string;
  readonly title: string;
  /** The ids of its products. */
  readonly productIds: readonly string[];
}

/** Resolves the fields of `Collection`. */
export function resolveCollection(
  {id, handle, title, description, productIds, details}: Collection,
  context: ResolverContext,
  products: () => readonly ResolvedProduct[],
): ResolvedCollection {
  const {seed, shop} = context.world;

  const resolved: ResolvedCollection & Record<string, unknown> = {
    __typename: 'Collection',
    productIds,
    id,
    handle,
    title,
    description: (args: {truncateAt?: number | null}) => truncated(description, args),
    descriptionHtml: details?.descriptionHtml ?? htmlOf(description),
    updatedAt: details?.updatedAt ?? timesOf(seed, id).updatedAt,
    image: () => {
      if (details?.image != null) return resolveImage(details.image, id);
      const [first] = products().flatMap(({source}) => picturesOf(source));
      return first === undefined ? null : resolveImage(first.image, first.id);
    },
    onlineStoreUrl: `${shop.storefrontUrl}/collections/${handle}`,
    trackingParameters: null,
    seo: details === undefined ? NO_SEO : {__typename: 'SEO', ...details.seo},
    ...resolveMetafields(context, id, () => resolved),
    products: (given: ProductsOf) => resolveProducts(products(), given, context),
  };

  return resolved;
}
