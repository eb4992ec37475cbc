import {connection} from '../graphql/connection.ts';
import type {PageOf} from '../graphql/connection.ts';
import {resolveFilters} from './product-facets.ts';
import {filterProducts} from './product-filters.ts';
import type {ProductFilter} from './product-filters.ts';
import {searchProducts} from './product-search.ts';
import {sortProducts} from './product-sort.ts';
import type {ResolvedProduct} from './product.ts';
import type {ResolverContext} from './resolver-context.ts';

/** The arguments of the lists of products. */
export interface ProductsOf extends PageOf {
  readonly query?: string | null;
  readonly sortKey?: string | null;
  readonly filters?: readonly ProductFilter[] | null;
}

/** Resolves a `ProductConnection`: searched, filtered and sorted, with the filters that apply to it. */
export function resolveProducts(
  all: readonly ResolvedProduct[],
  {query, sortKey, filters, ...page}: ProductsOf,
  {world: {metafields}, translator}: ResolverContext,
): object {
  const products = searchProducts(all, query);
  const filtered = filterProducts(products, filters, {metafields});

  return {
    ...connection(sortProducts(filtered, sortKey), page),
    filters: () => resolveFilters({products, filters, metafields, translator}),
  };
}
