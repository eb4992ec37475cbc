import {http, HttpResponse} from 'msw';
import type {HttpHandler} from 'msw';
import type {Product} from '../../world/products.ts';
import type {Shop} from '../../world/shop.ts';
import {connection} from './graphql-connection.ts';
import type {PageOf} from './graphql-connection.ts';
import {BAD_BODY, executor, readGraphQL} from '../graphql.ts';
import type {GraphQLBody} from '../graphql.ts';
import {decimal} from './money-v2.ts';

/** What stands before `<version>/graphql.json`. */
export function storefrontApiBase(shop: Shop): string {
  return `https://${shop.domain}/api/`;
}

/** Whether this is the address of the Storefront API, which answers pages of every origin. */
export function isStorefrontApi({pathname}: URL): boolean {
  return /^\/api\/[\w-]+\/graphql\.json$/.test(pathname);
}

/**
 * A small Storefront API over the world: shop, localization and products. A field that it does not have fails as in GraphQL;
 * a test puts handlers of its own in front of it (`simulation.use`).
 *
 * @see https://shopify.dev/docs/api/storefront
 */
export function storefrontApi({
  shop,
  products,
}: {
  shop: Shop;
  products: readonly Product[];
}): readonly HttpHandler[] {
  const url = `${storefrontApiBase(shop)}:version/graphql.json`;
  return [
    http.options(url, () => new HttpResponse(null, {status: 204, headers: OPEN})),
    http.post(url, async ({request}) => {
      const body = await readGraphQL(request);
      if (body === null) return HttpResponse.json(BAD_BODY, {status: 400, headers: OPEN});
      return HttpResponse.json(await answer(body, rootOf(shop, products)), {headers: OPEN});
    }),
  ];
}

const OPEN = {
  'access-control-allow-origin': '*',
  'access-control-allow-headers':
    'accept, content-type, x-shopify-storefront-access-token, shopify-storefront-private-token',
  'access-control-allow-methods': 'POST',
};

const execute = executor(/* GraphQL */ `
  scalar Decimal
  scalar URL

  type Query {
    shop: Shop!
    localization: Localization!
    products(first: Int, after: String, query: String): ProductConnection!
    product(id: ID, handle: String): Product
    node(id: ID!): Node
    nodes(ids: [ID!]!): [Node]!
  }

  interface Node {
    id: ID!
  }

  type Shop implements Node {
    id: ID!
    name: String!
    primaryDomain: Domain!
    paymentSettings: PaymentSettings!
  }

  type Domain {
    host: String!
    url: URL!
  }

  type PaymentSettings {
    currencyCode: String!
    countryCode: String!
  }

  type Localization {
    country: Country!
  }

  type Country {
    isoCode: String!
    currency: Currency!
  }

  type Currency {
    isoCode: String!
  }

  type ProductConnection {
    edges: [ProductEdge!]!
    nodes: [Product!]!
    pageInfo: PageInfo!
  }

  type ProductEdge {
    cursor: String!
    node: Product!
  }

  type PageInfo {
    hasNextPage: Boolean!
    hasPreviousPage: Boolean!
    startCursor: String
    endCursor: String
  }

  type Product implements Node {
    id: ID!
    handle: String!
    title: String!
    description: String!
    vendor: String!
    productType: String!
    availableForSale: Boolean!
    featuredImage: Image
    priceRange: PriceRange!
    variants(first: Int): VariantConnection!
  }

  type Image {
    url: URL!
    altText: String
  }

  type PriceRange {
    minVariantPrice: Money!
    maxVariantPrice: Money!
  }

  type Money {
    amount: Decimal!
    currencyCode: String!
  }

  type VariantConnection {
    nodes: [ProductVariant!]!
  }

  type ProductVariant implements Node {
    id: ID!
    title: String!
    sku: String
    availableForSale: Boolean!
    price: Money!
    image: Image
    selectedOptions: [SelectedOption!]!
    product: Product!
  }

  type SelectedOption {
    name: String!
    value: String!
  }
`);

async function answer(body: GraphQLBody, rootValue: object): Promise<object> {
  const {data, errors} = await execute(body, rootValue);
  return {
    ...(data === undefined ? {} : {data}),
    ...(errors === undefined
      ? {}
      : {
          errors: errors.map((error) => ({
            ...error.toJSON(),
            extensions: {code: 'undefinedField', requestId: 'simhost', ...error.extensions},
          })),
        }),
  };
}

function rootOf(shop: Shop, products: readonly Product[]): object {
  const theShop = {
    __typename: 'Shop',
    id: shop.id,
    name: shop.name,
    primaryDomain: {host: new URL(shop.storefrontUrl).host, url: shop.storefrontUrl},
    paymentSettings: {currencyCode: shop.currency, countryCode: shop.country},
  };

  const all = products.map((product) => resolved(product));
  const nodes = [theShop, ...all, ...all.flatMap(({allVariants}) => allVariants)];
  const node = ({id}: {id: string}): object | null => nodes.find((each) => each.id === id) ?? null;

  return {
    shop: theShop,
    localization: {country: {isoCode: shop.country, currency: {isoCode: shop.currency}}},
    products: ({query, ...page}: PageOf & {query?: string}) => connection(search(all, query), page),
    product: ({id, handle}: {id?: string; handle?: string}) =>
      all.find((each) => each.id === id || each.handle === handle) ?? null,
    node,
    nodes: ({ids}: {ids: readonly string[]}) => ids.map((id) => node({id})),
  };
}

interface ResolvedProduct {
  readonly id: string;
  readonly handle: string;
  readonly title: string;
  readonly allVariants: readonly {readonly id: string}[];
}

function resolved(product: Product): ResolvedProduct {
  const prices = product.variants.map(({price}) => price);
  const money = (price = prices[0]): object | undefined => price && decimal(price);

  const made: ResolvedProduct & Record<string, unknown> = {
    ...product,
    __typename: 'Product',
    availableForSale: true,
    featuredImage: product.image,
    priceRange: {
      minVariantPrice: money(prices.toSorted((a, b) => a.amount - b.amount)[0]),
      maxVariantPrice: money(prices.toSorted((a, b) => b.amount - a.amount)[0]),
    },
    allVariants: product.variants.map(({subtitle, price, ...variant}) => ({
      ...variant,
      __typename: 'ProductVariant',
      title: subtitle,
      availableForSale: true,
      price: decimal(price),
      product: () => made,
    })),
    variants: ({first = Infinity}: {first?: number}) => ({nodes: made.allVariants.slice(0, first)}),
  };

  return made;
}

/** A search by words looks at titles. */
function search(all: readonly ResolvedProduct[], words: string | undefined): readonly ResolvedProduct[] {
  return words === undefined
    ? all
    : all.filter(({title}) => title.toLowerCase().includes(words.toLowerCase()));
}
