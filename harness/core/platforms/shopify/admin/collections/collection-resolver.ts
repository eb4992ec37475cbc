import type {Collection, CollectionDetails} from '../../../../world/collections.ts';
import {numberOf} from '../../../../world/gid.ts';
import {detailsOf} from '../../../../world/product-defaults.ts';
import type {Product} from '../../../../world/products.ts';
import {timesOf} from '../../../../world/resource-times.ts';
import {resolveImage} from '../../storefront/image.ts';
import {htmlOf, truncated} from '../../storefront/text.ts';
import type {AdminGraph, Identified} from '../model/admin-graph.ts';
import {byId, byNumber, byText, idFields, listed} from '../model/listed.ts';
import type {ListOf, ListRules} from '../model/listed.ts';
import type {ShopModel} from '../model/shop-model.ts';
import {fieldsOfPublished} from '../products/publication.ts';
import {productRules} from '../products/product-rules.ts';

/** Returns the details of a collection: its own, or those of a collection of the start. */
export function collectionDetails({id, description, details}: Collection, seed: number): CollectionDetails {
  return (
    details ?? {
      descriptionHtml: htmlOf(description),
      sortOrder: 'MANUAL',
      seo: {title: null, description: null},
      templateSuffix: null,
      image: null,
      updatedAt: timesOf(seed, id).updatedAt,
    }
  );
}

/** Resolves the fields of `Collection`. */
export function resolveCollection(collection: Collection, graph: AdminGraph): Identified {
  const {model} = graph.state;
  const {id, title, handle, description, productIds} = collection;
  const {image, seo, ...details} = collectionDetails(collection, model.seed);
  const products = productIds.flatMap((productId) =>
    model.records.products.filter((product) => product.id === productId),
  );

  const resolved: Identified & Record<string, unknown> = {
    __typename: 'Collection',
    id,
    legacyResourceId: numberOf(id),
    title,
    handle,
    description: (args: {truncateAt?: number | null}) => truncated(description, args),
    ...details,
    seo: {__typename: 'SEO', ...seo},
    image: image === null ? null : resolveImage(image, id),
    ruleSet: null,
    products: (args: ListOf) =>
      listed(products, args, collectedRules(model), (product) => graph.product(product)),
    productsCount: {count: products.length, precision: 'EXACT'},
    hasProduct: ({id: productId}: {id: string}) => productIds.includes(productId),
    ...fieldsOfPublished(timesOf(model.seed, id).createdAt, id, () => resolved),
    ...graph.metafieldsOf(id),
  };

  return resolved;
}

/** The search fields and sort keys of lists of collections. */
export function collectionRules({seed}: ShopModel): ListRules<Collection> {
  return {
    fields: (collection) => ({
      '': [collection.title],
      id: idFields(collection.id),
      title: [collection.title],
      handle: [collection.handle],
      collection_type: ['custom'],
      product_id: collection.productIds.flatMap(idFields),
      updated_at: [collectionDetails(collection, seed).updatedAt],
    }),
    sorts: {
      ID: byId,
      TITLE: byText(({title}) => title),
      UPDATED_AT: byText((collection) => collectionDetails(collection, seed).updatedAt),
    },
  };
}

/** The keys of `ProductCollectionSortKeys`. */
function collectedRules(model: ShopModel): ListRules<Product> {
  return {
    fields: productRules(model).fields,
    sorts: {
      ID: byId,
      TITLE: byText(({title}) => title),
      CREATED: byText((product) => detailsOf(product, model.seed).createdAt),
      PRICE: byNumber(({variants}) => variants[0]?.price.amount ?? 0),
    },
  };
}
