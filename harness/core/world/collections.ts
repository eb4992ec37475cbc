import type {Image} from '../../wire/order.ts';
import type {Product} from './products.ts';

/** A collection of the shop. */
export interface Collection {
  /** `gid://shopify/Collection/…` */
  readonly id: string;
  /** The part of its URL that names it, for example `featured`. */
  readonly handle: string;
  /** The title. */
  readonly title: string;
  /** The description, as plain text. */
  readonly description: string;
  /** The ids of its products, in the order that the merchant chose. */
  readonly productIds: readonly string[];
  /** The details that the Admin API has set; left out for a collection that it has not changed. */
  readonly details?: CollectionDetails;
}

/** The part of a collection that the Admin API has beyond the Storefront API's. */
export interface CollectionDetails {
  readonly descriptionHtml: string;
  readonly sortOrder: string;
  readonly seo: {readonly title: string | null; readonly description: string | null};
  readonly templateSuffix: string | null;
  /** The picture; null for a collection without its own. */
  readonly image: Image | null;
  /** In ISO 8601. */
  readonly updatedAt: string;
}

/** Returns the collections of the shop: the first three products, and those on sale. */
export function collectionsOf(products: readonly Product[]): readonly Collection[] {
  const ids = (chosen: readonly Product[]): readonly string[] => chosen.map(({id}) => id);

  return [
    {
      id: 'gid://shopify/Collection/5001',
      handle: 'featured',
      title: 'Featured',
      description: 'What we like best.',
      productIds: ids(products.slice(0, 3)),
    },
    {
      id: 'gid://shopify/Collection/5002',
      handle: 'sale',
      title: 'Sale',
      description: 'All that costs less than before.',
      productIds: ids(products.filter(({compareAtPrice}) => compareAtPrice !== null)),
    },
  ];
}
