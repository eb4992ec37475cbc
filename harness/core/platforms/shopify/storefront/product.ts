import {stockOf} from '../../../world/inventory.ts';
import type {StockSource} from '../../../world/inventory.ts';
import {detailsOf} from '../../../world/product-defaults.ts';
import {sellingPlanGroupsOf} from '../../../world/selling-plans.ts';
import type {Product} from '../../../world/products.ts';
import {connection} from '../graphql/connection.ts';
import type {PageOf} from '../graphql/connection.ts';
import {encodedVariants} from './encoded-variants.ts';
import {picturesOf, resolveImage, resolveMedia} from './image.ts';
import {resolveMetafields} from './metafields.ts';
import {resolvePriceRange} from './money-range.ts';
import {hasOptions, resolveOptions} from './product-options.ts';
import type {ResolvedOption, SelectedOption} from './product-options.ts';
import {resolveVariant} from './product-variant.ts';
import type {ResolvedVariant} from './product-variant.ts';
import type {ResolverContext} from './resolver-context.ts';
import {resolveSellingPlanGroups} from './selling-plan.ts';
import {sortVariants} from './variant-sort.ts';
import {htmlOf, truncated} from './text.ts';

/** A product as the Storefront API has it, with what other resolvers need of it. */
export interface ResolvedProduct {
  readonly id: string;
  readonly handle: string;
  readonly availableForSale: boolean;
  readonly allOptions: readonly ResolvedOption[];
  readonly allVariants: readonly ResolvedVariant[];
  /** The product of the world. */
  readonly source: Product;
}

/** Resolves the fields of `Product`. */
export function resolveProduct(
  product: Product,
  context: ResolverContext,
  collections: () => readonly {readonly id: string}[],
): ResolvedProduct {
  const {id, handle, title, description} = product;
  const {seed, shop} = context.world;
  const {createdAt, updatedAt, publishedAt, seo, requiresSellingPlan} = detailsOf(product, seed);
  const allVariants = product.variants.map((variant) =>
    resolveVariant(variant, product, {product: () => resolved, context}),
  );

  const resolved: ResolvedProduct & Record<string, unknown> = {
    __typename: 'Product',
    source: product,
    id,
    handle,
    title,
    description: (args: {truncateAt?: number | null}) => truncated(description, args),
    descriptionHtml: product.details?.descriptionHtml ?? htmlOf(description),
    vendor: product.vendor,
    productType: product.productType,
    tags: product.tags,
    createdAt,
    updatedAt,
    publishedAt,
    isGiftCard: product.isGiftCard,
    requiresSellingPlan,
    sellingPlanGroups: resolveSellingPlanGroups(sellingPlanGroupsOf(product), context.translator),
    onlineStoreUrl: `${shop.storefrontUrl}/products/${handle}`,
    trackingParameters: null,
    seo: {__typename: 'SEO', ...seo},
    category: null,
    ...resolvePictures(product),
    ...priceRanges(product, context.world),
    collections: (page: PageOf) => connection(collections(), page),
    allVariants,
    ...availability(product, allVariants, context.world),
    ...variantFields(product, allVariants),
    ...resolveMetafields(context, id, () => resolved),
  };

  return resolved;
}

function resolvePictures(product: Product): object {
  const pictures = picturesOf(product);
  const images = pictures.map(({image, id}) => resolveImage(image, id));

  return {
    featuredImage: images[0] ?? null,
    images: (page: PageOf) => connection(images, page),
    media: (page: PageOf) =>
      connection(
        pictures.map(({image, id}) => resolveMedia(image, id)),
        page,
      ),
  };
}

function priceRanges(product: Product, {seed, shop: {currency}}: ResolverContext['world']): object {
  const {variants} = product;
  const details = detailsOf(product, seed).variants;
  const before = variants.flatMap(({id}) => details[id]?.compareAtPrice ?? []);

  return {
    priceRange: resolvePriceRange(
      variants.map(({price}) => price),
      currency,
    ),
    compareAtPriceRange: resolvePriceRange(before, currency),
  };
}

function availability(
  product: Product,
  allVariants: readonly ResolvedVariant[],
  world: StockSource,
): {readonly availableForSale: boolean} {
  const stocks = product.variants.map((variant) => stockOf(variant, product, world));
  const resolved = {
    availableForSale: allVariants.some(({availableForSale}) => availableForSale),
    totalInventory: stocks.reduce<number>((sum, stock) => sum + (stock ?? 0), 0),
  };

  return resolved;
}

/** The fields by which a query reads options and variants. */
function variantFields(
  product: Product,
  allVariants: readonly ResolvedVariant[],
): Pick<ResolvedProduct, 'allOptions'> {
  const allOptions = resolveOptions(product, () => allVariants);
  const matching = (selected: readonly SelectedOption[]): readonly ResolvedVariant[] =>
    allVariants.filter((variant) => hasOptions(variant, selected));
  const firstOf = (selected: readonly SelectedOption[]): ResolvedVariant | null =>
    matching(selected)[0] ?? firstAvailable(allVariants);

  const resolved = {
    allOptions,
    options: ({first}: {first?: number | null}) => allOptions.slice(0, first ?? undefined),
    variants: ({sortKey, ...page}: PageOf & {sortKey?: string | null}) =>
      connection(sortVariants(allVariants, sortKey), page),
    variantsCount: {__typename: 'Count', count: allVariants.length, precision: 'EXACT'},
    encodedVariantExistence: encodedVariants(allOptions, allVariants),
    encodedVariantAvailability: encodedVariants(
      allOptions,
      allVariants.filter(({availableForSale}) => availableForSale),
    ),
    variantBySelectedOptions: ({selectedOptions}: {selectedOptions: readonly SelectedOption[]}) =>
      matching(selectedOptions)[0] ?? null,
    selectedOrFirstAvailableVariant: ({
      selectedOptions,
    }: {
      selectedOptions?: readonly SelectedOption[] | null;
    }) => (selectedOptions == null ? firstAvailable(allVariants) : firstOf(selectedOptions)),
    adjacentVariants: ({selectedOptions}: {selectedOptions?: readonly SelectedOption[] | null}) =>
      allVariants.filter((variant) => variant !== firstOf(selectedOptions ?? [])),
  };

  return resolved;
}

function firstAvailable(variants: readonly ResolvedVariant[]): ResolvedVariant | null {
  return variants.find(({availableForSale}) => availableForSale) ?? variants[0] ?? null;
}
