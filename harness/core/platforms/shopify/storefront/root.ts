import {connection} from '../graphql/connection.ts';
import type {PageOf} from '../graphql/connection.ts';
import type {AnswerContext} from './localization.ts';
import {resolveLocalization} from './localization.ts';
import {cartMutations} from './cart-mutations.ts';
import {isCart, resolveCart} from './cart.ts';
import {resolveCatalogue} from './catalogue.ts';
import {resolveCustomer} from './customer.ts';
import {customerMutations} from './customer-mutations.ts';
import type {ResolvedProduct} from './product.ts';
import {searchProducts} from './product-search.ts';
import {sortProducts} from './product-sort.ts';
import {resolvePaymentSettings, resolveShop} from './shop.ts';
import type {StorefrontWorld} from './storefront-world.ts';

/** A way to name one object. */
interface Named {
  readonly id?: string | null;
  readonly handle?: string | null;
}

/** The arguments of a list that can be searched and sorted. */
interface ListOf extends PageOf {
  readonly query?: string | null;
  readonly sortKey?: string | null;
}

/**
 * Resolves the fields of `QueryRoot` and `Mutation` from the world.
 *
 * @param now returns the state at the time of the call, for mutations that follow each other
 */
export function storefrontRoot(now: () => StorefrontWorld, context: AnswerContext): object {
  const world = now();
  const {products, collections} = resolveCatalogue(world);
  const shop = resolveShop(world);
  const nodes = [shop, ...products, ...products.flatMap(({allVariants}) => allVariants), ...collections];
  const cart = ({id}: {id: string}): object | null => (isCart(id, now()) ? resolveCart(now()) : null);
  const node = ({id}: {id: string}): object | null => nodes.find((found) => found.id === id) ?? cart({id});

  return {
    shop,
    localization: resolveLocalization(context, world),
    paymentSettings: resolvePaymentSettings(world),
    cart,
    ...cartMutations(now),
    customer({customerAccessToken}: {customerAccessToken: string}) {
      const found = now().accounts.byToken(customerAccessToken);
      return found === undefined ? null : resolveCustomer(found, now());
    },
    ...customerMutations(now),
    node,
    nodes: ({ids}: {ids: readonly string[]}) => ids.map((id) => node({id})),
    ...productFields(products),
    collection: (named: Named) => find(collections, named),
    collectionByHandle: (named: Named) => find(collections, named),
    collections: ({query, ...page}: ListOf) =>
      connection(
        collections.filter(({title}) => title.toLowerCase().includes((query ?? '').toLowerCase())),
        page,
      ),
  };
}

function productFields(products: readonly ResolvedProduct[]): object {
  const listed = ({query, sortKey, ...page}: ListOf): object =>
    connection(sortProducts(searchProducts(products, query), sortKey), page);

  return {
    product: (named: Named) => find(products, named),
    productByHandle: (named: Named) => find(products, named),
    products: listed,
    productRecommendations: ({productId, productHandle}: Readonly<Record<string, string | null>>) => {
      const found = find(products, {id: productId ?? null, handle: productHandle ?? null});
      return found === null ? null : products.filter((other) => other !== found);
    },
    productTypes: ({first}: {first: number}) =>
      strings(
        products.map(({source}) => source.productType),
        first,
      ),
    productTags: ({first}: {first: number}) =>
      strings(
        products.flatMap(({source}) => source.tags),
        first,
      ),
    search: (given: ListOf) => ({...listed(given), productFilters: []}),
    predictiveSearch: ({query, limit}: {query: string; limit?: number | null}) => ({
      __typename: 'PredictiveSearchResult',
      products: searchProducts(products, query).slice(0, limit ?? undefined),
    }),
  };
}

function find<Item extends {readonly id: string; readonly handle: string}>(
  items: readonly Item[],
  {id, handle}: Named,
): Item | null {
  return items.find((item) => item.id === id || item.handle === handle) ?? null;
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
