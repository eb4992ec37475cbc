import {detailsOf} from '../../../../world/product-defaults.ts';
import type {Product} from '../../../../world/products.ts';
import {connection} from '../../graphql/connection.ts';
import type {PageOf} from '../../graphql/connection.ts';
import type {Identified} from '../model/admin-graph.ts';

/** The only publication of the shop: what the online store, storefronts and checkouts sell. */
export const ONLINE_STORE = 'gid://shopify/Publication/6001';

/** Resolves the publications of the shop. */
export function resolvePublication(id: string): Identified | null {
  if (id !== ONLINE_STORE) return null;
  const resolved = {
    __typename: 'Publication',
    id,
    name: 'Online Store',
    autoPublish: true,
    supportsFuturePublishing: true,
  };

  return resolved;
}

/** Resolves the fields of `Publishable` for a product. */
export function publishedFields(product: Product, seed: number, publishable: () => object): object {
  const {publishedAt} = detailsOf(product, seed);
  return fieldsOfPublished(publishedAt, product.id, publishable);
}

/** Resolves the fields of `Publishable`. */
export function fieldsOfPublished(publishedAt: string | null, id: string, publishable: () => object): object {
  const isPublished = publishedAt !== null;
  const publications = isPublished
    ? [
        {
          __typename: 'ResourcePublicationV2',
          id,
          isPublished,
          publishDate: publishedAt,
          publication: resolvePublication(ONLINE_STORE),
          publishable,
        },
      ]
    : [];

  return {
    availablePublicationsCount: {count: publications.length, precision: 'EXACT'},
    publishedOnCurrentPublication: isPublished,
    publishedOnPublication: ({publicationId}: {publicationId: string}) =>
      isPublished && publicationId === ONLINE_STORE,
    resourcePublicationsCount: {count: publications.length, precision: 'EXACT'},
    resourcePublicationsV2: (page: PageOf) => connection(publications, page),
  };
}
