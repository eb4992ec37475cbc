import type {Product} from '../../../world/products.ts';
import {connection} from '../graphql/connection.ts';
import type {PageOf} from '../graphql/connection.ts';
import {resolveImage, resolveMedia} from './image.ts';
import {resolveMetafields} from './metafields.ts';
import {resolvePriceRange} from './money-range.ts';
import {hasOptions, resolveOptions} from './product-options.ts';
import type {SelectedOption} from './product-options.ts';
import {resolveVariant} from './product-variant.ts';
import type {ResolvedVariant} from './product-variant.ts';
import type {StorefrontWorld} from './storefront-world.ts';

/** A product as the Storefront API has it, with what other resolvers need of it. */
export interface ResolvedProduct {
  readonly id: string;
  readonly handle: string;
  readonly allVariants: readonly ResolvedVariant[];
  /** The product of the world. */
  readonly source: Product;
}

/** Resolves the fields of `Product`. */
export function resolveProduct(
  product: Product,
  {shop, metafields}: Pick<StorefrontWorld, 'shop' | 'metafields'>,
  collections: () => readonly {readonly id: string}[],
): ResolvedProduct {
  const {id, handle, title, description, image} = product;

  const resolved: ResolvedProduct & Record<string, unknown> = {
    __typename: 'Product',
    source: product,
    id,
    handle,
    title,
    description: ({truncateAt}: {truncateAt?: number | null}) => truncate(description, truncateAt),
    descriptionHtml: `<p>${description}</p>`,
    vendor: product.vendor,
    productType: product.productType,
    tags: product.tags,
    availableForSale: true,
    isGiftCard: false,
    requiresSellingPlan: false,
    onlineStoreUrl: `${shop.storefrontUrl}/products/${handle}`,
    trackingParameters: null,
    seo: {__typename: 'SEO', title: null, description: null},
    category: null,
    featuredImage: resolveImage(image, id),
    images: (page: PageOf) => connection([resolveImage(image, id)], page),
    media: (page: PageOf) => connection([resolveMedia(image, id)], page),
    ...priceRanges(product, shop.currency),
    collections: (page: PageOf) => connection(collections(), page),
    ...variantFields(product, () => resolved),
    allVariants: product.variants.map((variant) =>
      resolveVariant(variant, product, {product: () => resolved, metafields}),
    ),
    ...resolveMetafields(metafields, id, () => resolved),
  };

  return resolved;
}

function priceRanges({variants, compareAtPrice}: Product, currency: string): object {
  return {
    priceRange: resolvePriceRange(
      variants.map(({price}) => price),
      currency,
    ),
    compareAtPriceRange: resolvePriceRange(compareAtPrice === null ? [] : [compareAtPrice], currency),
  };
}

/** The fields by which a query reads options and variants. */
function variantFields(product: Product, self: () => ResolvedProduct): object {
  const matching = (selected: readonly SelectedOption[]): readonly ResolvedVariant[] =>
    self().allVariants.filter((variant) => hasOptions(variant, selected));
  const firstOf = (selected: readonly SelectedOption[] = []): ResolvedVariant | null =>
    matching(selected)[0] ?? self().allVariants[0] ?? null;

  return {
    options: ({first}: {first?: number | null}) => resolveOptions(product).slice(0, first ?? undefined),
    variants: (page: PageOf) => connection(self().allVariants, page),
    variantsCount: {__typename: 'Count', count: product.variants.length, precision: 'EXACT'},
    variantBySelectedOptions: ({selectedOptions}: {selectedOptions: readonly SelectedOption[]}) =>
      matching(selectedOptions)[0] ?? null,
    selectedOrFirstAvailableVariant: ({selectedOptions}: {selectedOptions?: readonly SelectedOption[]}) =>
      firstOf(selectedOptions ?? []),
    adjacentVariants: ({selectedOptions}: {selectedOptions?: readonly SelectedOption[] | null}) =>
      self().allVariants.filter((variant) => variant !== firstOf(selectedOptions ?? [])),
  };
}

function truncate(text: string, length: number | null | undefined): string {
  return length == null || text.length <= length ? text : `${text.slice(0, Math.max(0, length - 3))}...`;
}
