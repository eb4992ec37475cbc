import {connection} from '../graphql/connection.ts';
import type {ResolvedArticle} from './blog.ts';
import type {Catalogue} from './catalogue.ts';
import {contentSearch} from './content-list.ts';
import type {ListOf} from './content-list.ts';
import type {ResolvedPage} from './online-store-page.ts';
import {resolveFilters} from './product-facets.ts';
import {filterProducts} from './product-filters.ts';
import type {ProductFilter} from './product-filters.ts';
import {searchProducts} from './product-search.ts';
import {sortProducts} from './product-sort.ts';
import type {ResolvedProduct} from './product.ts';

/** The place of products that are sold out in the results. */
type UnavailableProducts = 'SHOW' | 'HIDE' | 'LAST';

/** The arguments of `search`. */
interface SearchOf extends ListOf {
  readonly query: string;
  readonly prefix?: 'LAST' | 'NONE' | null;
  readonly types?: readonly ('PRODUCT' | 'PAGE' | 'ARTICLE')[] | null;
  readonly productFilters?: readonly ProductFilter[] | null;
  readonly unavailableProducts?: UnavailableProducts | null;
}

/**
 * Resolves `search`: products, then pages and articles.
 *
 * @see https://shopify.dev/docs/api/storefront/latest/queries/search
 */
export function search({query, types, sortKey, ...given}: SearchOf, catalogue: Catalogue): object {
  const {prefix, productFilters: filters, unavailableProducts, ...page} = given;
  const {translator, world} = catalogue;
  const {metafields} = world;
  const wants = (type: 'PRODUCT' | 'PAGE' | 'ARTICLE'): boolean => types == null || types.includes(type);
  const words = prefix === 'LAST' ? `${query.trimEnd()}*` : query;

  const products = wants('PRODUCT') ? searchProducts(catalogue.products, words) : [];
  const sorted = sortProducts(filterProducts(products, filters, {metafields}), sortKey);
  const found: readonly (ResolvedProduct | ResolvedPage | ResolvedArticle)[] = [
    ...withUnavailable(sorted, unavailableProducts),
    ...(wants('PAGE') ? contentSearch(catalogue.pages, words) : []),
    ...(wants('ARTICLE') ? contentSearch(catalogue.articles, words) : []),
  ];

  return {
    ...connection(found, page),
    productFilters: () => resolveFilters({products, filters, metafields, translator}),
  };
}

/** The kinds of results of `predictiveSearch`. */
type PredictiveType = 'PRODUCT' | 'COLLECTION' | 'PAGE' | 'ARTICLE' | 'QUERY';

/** The arguments of `predictiveSearch`. */
interface PredictiveSearchOf {
  readonly query: string;
  readonly limit?: number | null;
  readonly limitScope?: 'ALL' | 'EACH' | null;
  readonly types?: readonly PredictiveType[] | null;
  readonly searchableFields?: readonly string[] | null;
  readonly unavailableProducts?: UnavailableProducts | null;
}

/** The fields of products in which `predictiveSearch` looks for words, unless the query says otherwise. */
const PREDICTIVE_FIELDS: readonly string[] = ['TITLE', 'PRODUCT_TYPE', 'VARIANTS_TITLE', 'VENDOR'];

/** The most results that `predictiveSearch` gives. */
const LONGEST = 10;

/**
 * Resolves `predictiveSearch`. The limit counts for all kinds together, unless the query wants it for each kind.
 *
 * @see https://shopify.dev/docs/api/storefront/latest/queries/predictiveSearch
 */
export function predictiveSearch(given: PredictiveSearchOf, catalogue: Catalogue): object {
  const {query, types, limitScope, unavailableProducts} = given;
  const searchableFields = given.searchableFields ?? PREDICTIVE_FIELDS;
  const limit = Math.min(given.limit ?? LONGEST, LONGEST);
  const words = `${query.trimEnd()}*`;
  let left = limit;

  const take = <Item>(type: PredictiveType, found: () => readonly Item[]): readonly Item[] => {
    if (types != null && types.length > 0 && !types.includes(type)) return [];
    const taken = found().slice(0, limitScope === 'EACH' ? limit : left);
    left -= taken.length;
    return taken;
  };

  return {
    __typename: 'PredictiveSearchResult',
    queries: take('QUERY', () => suggestions(query, catalogue)),
    products: take('PRODUCT', () =>
      withUnavailable(searchProducts(catalogue.products, words, searchableFields), unavailableProducts),
    ),
    collections: take('COLLECTION', () => contentSearch(catalogue.collections, words)),
    pages: take('PAGE', () => contentSearch(catalogue.pages, words)),
    articles: take('ARTICLE', () => contentSearch(catalogue.articles, words)),
  };
}

/**
 * Puts products that are sold out last, unless the query says otherwise.
 *
 * @see https://shopify.dev/docs/api/storefront/latest/enums/SearchUnavailableProductsType
 */
function withUnavailable(
  products: readonly ResolvedProduct[],
  unavailable: UnavailableProducts | null | undefined,
): readonly ResolvedProduct[] {
  const available = products.filter(({availableForSale}) => availableForSale);
  if (unavailable === 'SHOW') return products;
  if (unavailable === 'HIDE') return available;
  return [...available, ...products.filter((each) => !each.availableForSale)];
}

/** Suggests words of product titles that begin as the query does. The typed part is marked. */
function suggestions(query: string, {products}: Catalogue): readonly object[] {
  const typed = query.trim().toLowerCase();
  if (typed === '') return [];

  const words = products.flatMap(({source}) => source.title.toLowerCase().split(/[^\p{L}\p{N}.'’-]+/u));
  const matching = [...new Set(words)].filter((word) => word.startsWith(typed));
  return matching
    .toSorted((a, b) => a.localeCompare(b, 'en'))
    .map((text) => ({
      __typename: 'SearchQuerySuggestion',
      text,
      styledText: `<mark>${typed}</mark><span>${text.slice(typed.length)}</span>`,
      trackingParameters: null,
    }));
}
