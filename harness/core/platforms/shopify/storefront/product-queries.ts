import type {Catalogue} from './catalogue.ts';
import {connection} from '../graphql/connection.ts';
import {find} from './named.ts';
import type {Named} from './named.ts';
import {resolveProducts} from './product-connection.ts';
import type {ProductsOf} from './product-connection.ts';
import type {ResolvedProduct} from './product.ts';
import {predictiveSearch, search} from './search.ts';

/** The most products that are recommended. */
const RECOMMENDED = 10;

/** The arguments of `productRecommendations`. */
interface RecommendationsOf {
  readonly productId?: string | null;
  readonly productHandle?: string | null;
  readonly intent?: 'RELATED' | 'COMPLEMENTARY' | null;
}

/** Resolves the fields of `QueryRoot` about products. A query without products does not resolve them. */
export function productQueries(catalogue: Catalogue): object {
  return {
    product: (named: Named) => find(catalogue.products, named),
    productByHandle: (named: Named) => find(catalogue.products, named),
    products: (given: ProductsOf) => resolveProducts(catalogue.products, given, catalogue),
    productRecommendations({productId, productHandle, intent}: RecommendationsOf) {
      const {products} = catalogue;

      const found = find(products, {id: productId ?? null, handle: productHandle ?? null});
      return found === null ? null : recommended(found, products, intent ?? 'RELATED');
    },
    productTypes: ({first}: {first: number}) =>
      strings(
        catalogue.products.map(({source}) => source.productType),
        first,
      ),
    productTags: ({first}: {first: number}) =>
      strings(
        catalogue.products.flatMap(({source}) => source.tags),
        first,
      ),
    search: (given: Parameters<typeof search>[0]) => search(given, catalogue),
    predictiveSearch: (given: Parameters<typeof predictiveSearch>[0]) => predictiveSearch(given, catalogue),
  };
}

/**
 * Recommends products. Related are all others. A merchant chooses complementary ones: here the next two of the
 * catalogue.
 */
function recommended(
  product: ResolvedProduct,
  products: readonly ResolvedProduct[],
  intent: 'RELATED' | 'COMPLEMENTARY',
): readonly ResolvedProduct[] {
  if (intent === 'RELATED') return products.filter((other) => other !== product).slice(0, RECOMMENDED);

  const delivered = products.filter(({source}) => !source.isGiftCard);
  const from = products.indexOf(product) + 1;
  return [...delivered, ...delivered].slice(from, from + 2);
}

/** Resolves a `StringConnection` of different values, in alphabetical order. */
function strings(values: readonly string[], first: number): object {
  const sorted = [...new Set(values)].toSorted((a, b) => a.localeCompare(b, 'en'));
  const listed = connection(
    sorted.map((id) => ({id})),
    {first},
  ) as {nodes: {id: string}[]; pageInfo: object};

  return {
    pageInfo: listed.pageInfo,
    edges: listed.nodes.map(({id}) => ({cursor: id, node: id})),
    nodes: listed.nodes.map(({id}) => id),
  };
}
