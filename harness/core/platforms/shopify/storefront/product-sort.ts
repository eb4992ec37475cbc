import {numberOf} from '../../../world/gid.ts';
import type {ResolvedProduct} from './product.ts';

type Compare = (a: ResolvedProduct, b: ResolvedProduct) => number;

const byText =
  (read: (product: ResolvedProduct) => string): Compare =>
  (a, b) =>
    read(a).localeCompare(read(b), 'en');

const byNumber: Compare = (a, b) => Number(numberOf(a.id)) - Number(numberOf(b.id));

const byPrice: Compare = (a, b) =>
  (a.allVariants[0]?.price.amount ?? 0) - (b.allVariants[0]?.price.amount ?? 0);

/** The keys of both enums, `ProductSortKeys` and `ProductCollectionSortKeys`, that say more than the own order. */
const SORTS: Readonly<Record<string, Compare>> = {
  ID: byNumber,
  CREATED: byNumber,
  CREATED_AT: byNumber,
  UPDATED_AT: byNumber,
  PRICE: byPrice,
  PRODUCT_TYPE: byText(({source}) => source.productType),
  TITLE: byText(({source}) => source.title),
  VENDOR: byText(({source}) => source.vendor),
};

/** Sorts products. `BEST_SELLING`, `MANUAL`, `RELEVANCE` and the like keep the order of the world. */
export function sortProducts(
  products: readonly ResolvedProduct[],
  key: string | null | undefined,
): readonly ResolvedProduct[] {
  const compare = SORTS[key ?? ''];
  return compare === undefined ? products : products.toSorted(compare);
}
