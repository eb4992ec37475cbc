import type {Product} from '../../world/products.ts';
import type {Shop} from '../../world/shop.ts';
import {connection} from './graphql-connection.ts';
import type {PageOf} from './graphql-connection.ts';
import {decimal} from './money-v2.ts';

/** Resolves the fields of `Query` from the world. */
export function storefrontRoot(shop: Shop, products: readonly Product[]): object {
  const shopNode = {
    __typename: 'Shop',
    id: shop.id,
    name: shop.name,
    primaryDomain: {host: new URL(shop.storefrontUrl).host, url: shop.storefrontUrl},
    paymentSettings: {currencyCode: shop.currency, countryCode: shop.country},
  };

  const all = products.map(resolveProduct);
  const nodes = [shopNode, ...all, ...all.flatMap(({allVariants}) => allVariants)];
  const node = ({id}: {id: string}): object | null => nodes.find((found) => found.id === id) ?? null;

  return {
    shop: shopNode,
    localization: {country: {isoCode: shop.country, currency: {isoCode: shop.currency}}},
    products: ({query, ...page}: PageOf & {query?: string}) => connection(search(all, query), page),
    product: ({id, handle}: {id?: string; handle?: string}) =>
      all.find((found) => found.id === id || found.handle === handle) ?? null,
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

function resolveProduct(product: Product): ResolvedProduct {
  const prices = product.variants.map(({price}) => price).toSorted((a, b) => a.amount - b.amount);
  const [lowest, highest] = [prices[0], prices.at(-1)];

  const resolved: ResolvedProduct & Record<string, unknown> = {
    ...product,
    __typename: 'Product',
    availableForSale: true,
    featuredImage: product.image,
    priceRange: {
      minVariantPrice: lowest && decimal(lowest),
      maxVariantPrice: highest && decimal(highest),
    },
    allVariants: product.variants.map(({subtitle, price, ...variant}) => ({
      ...variant,
      __typename: 'ProductVariant',
      title: subtitle,
      availableForSale: true,
      price: decimal(price),
      product: () => resolved,
    })),
    variants: ({first = Infinity}: {first?: number}) => ({nodes: resolved.allVariants.slice(0, first)}),
  };

  return resolved;
}

/** Searches products by words of their titles. */
function search(all: readonly ResolvedProduct[], words: string | undefined): readonly ResolvedProduct[] {
  return words === undefined
    ? all
    : all.filter(({title}) => title.toLowerCase().includes(words.toLowerCase()));
}
