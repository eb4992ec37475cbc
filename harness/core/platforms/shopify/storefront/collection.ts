import type {Collection} from '../../../world/collections.ts';
import {connection} from '../graphql/connection.ts';
import type {PageOf} from '../graphql/connection.ts';
import {resolveImage} from './image.ts';
import {sortProducts} from './product-sort.ts';
import type {ResolvedProduct} from './product.ts';

/** A collection as the Storefront API has it. */
export interface ResolvedCollection {
  readonly id: string;
  readonly handle: string;
  readonly title: string;
}

/** The arguments of `Collection.products`. */
interface ProductsOf extends PageOf {
  readonly sortKey?: string | null;
}

/** Resolves the fields of `Collection`. */
export function resolveCollection(
  {id, handle, title, description}: Collection,
  {products, storefrontUrl}: {products: readonly ResolvedProduct[]; storefrontUrl: string},
): ResolvedCollection {
  const [first] = products;

  const resolved = {
    __typename: 'Collection',
    id,
    handle,
    title,
    description,
    descriptionHtml: `<p>${description}</p>`,
    image: first === undefined ? null : resolveImage(first.source.image, first.id),
    onlineStoreUrl: `${storefrontUrl}/collections/${handle}`,
    trackingParameters: null,
    seo: {__typename: 'SEO', title: null, description: null},
    metafield: null,
    metafields: ({identifiers}: {identifiers: readonly unknown[]}) => identifiers.map(() => null),
    products: ({sortKey, ...page}: ProductsOf) => connection(sortProducts(products, sortKey), page),
  };

  return resolved;
}
