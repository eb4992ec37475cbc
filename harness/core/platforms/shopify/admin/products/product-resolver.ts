import {numberOf} from '../../../../world/gid.ts';
import {moneyOf} from '../../../../world/money.ts';
import type {Money} from '../../../../world/money.ts';
import {detailsOf} from '../../../../world/product-defaults.ts';
import type {ProductDetails} from '../../../../world/product-details.ts';
import type {Product} from '../../../../world/products.ts';
import {connection} from '../../graphql/connection.ts';
import type {PageOf} from '../../graphql/connection.ts';
import {resolveMoney} from '../../money-v2.ts';
import {truncated} from '../../storefront/text.ts';
import type {AdminGraph, Identified} from '../model/admin-graph.ts';
import {listed} from '../model/listed.ts';
import type {ListOf} from '../model/listed.ts';
import type {ShopModel} from '../model/shop-model.ts';
import {resolveMedia, resolvePicture} from './media-resolver.ts';
import {resolveOption} from './option-resolver.ts';
import {totalInventory} from './product-rules.ts';
import {publishedFields} from './publication.ts';
import {isAvailable, resolveVariant, variantRules, variantsOf} from './variant-resolver.ts';

/** The title of the only variant of a product without options. */
export const DEFAULT_TITLE = 'Default Title';

/** Resolves the fields of `Product`. */
export function resolveProduct(product: Product, graph: AdminGraph): Identified {
  const {model, shop} = graph.state;
  const {id, title, handle, description, vendor, productType, tags, isGiftCard} = product;
  const details = detailsOf(product, model.seed);
  const onlineStoreUrl = `${shop.storefrontUrl}/products/${handle}`;

  const resolved: Identified & Record<string, unknown> = {
    __typename: 'Product',
    id,
    legacyResourceId: numberOf(id),
    defaultCursor: id,
    title,
    handle,
    description: (args: {truncateAt?: number | null}) => truncated(description, args),
    descriptionHtml: details.descriptionHtml,
    bodyHtml: details.descriptionHtml,
    vendor,
    productType,
    tags: tags.toSorted(),
    isGiftCard,
    giftCardTemplateSuffix: null,
    ...ownFields(details),
    onlineStoreUrl: details.publishedAt === null || details.status !== 'ACTIVE' ? null : onlineStoreUrl,
    onlineStorePreviewUrl: onlineStoreUrl,
    ...variantFields(product, graph),
    ...mediaFields(details),
    ...priceFields(product, model, shop.currency),
    ...collectionFields(product, graph),
    ...publishedFields(product, model.seed, () => resolved),
    ...graph.metafieldsOf(id),
  };

  return resolved;
}

function ownFields(details: ProductDetails): object {
  const {status, templateSuffix, createdAt, updatedAt, publishedAt, seo, category} = details;
  return {
    status,
    templateSuffix,
    createdAt,
    updatedAt,
    publishedAt,
    seo: {__typename: 'SEO', ...seo},
    category: category === null ? null : {__typename: 'TaxonomyCategory', id: category},
    requiresSellingPlan: details.requiresSellingPlan,
  };
}

function variantFields(product: Product, graph: AdminGraph): object {
  const {model} = graph.state;
  const variants = variantsOf([product]);
  const {options, variants: details} = detailsOf(product, model.seed);

  return {
    options: ({first}: {first?: number | null}) =>
      options.slice(0, first ?? undefined).map((option, index) => resolveOption(option, index + 1, product)),
    variants: (args: ListOf) =>
      listed(variants, args, variantRules(model), (variant) => resolveVariant(variant, graph)),
    variantsCount: {count: variants.length, precision: 'EXACT'},
    totalVariants: variants.length,
    hasOnlyDefaultVariant: variants.length === 1 && product.variants[0]?.subtitle === DEFAULT_TITLE,
    hasOutOfStockVariants: product.variants.some((variant) => !isAvailable(variant, product, model)),
    hasVariantsThatRequiresComponents: false,
    tracksInventory: Object.values(details).some(({tracked}) => tracked),
    totalInventory: totalInventory(product, model),
  };
}

function mediaFields(details: ProductDetails): object {
  const {media} = details;
  const [first] = media;

  return {
    featuredImage: first === undefined ? null : resolvePicture(first),
    featuredMedia: first === undefined ? null : resolveMedia(first, details),
    images: (page: PageOf) => connection(media.map(resolvePicture), page),
    media: (page: PageOf) =>
      connection(
        media.map((each) => resolveMedia(each, details)),
        page,
      ),
    mediaCount: {count: media.length, precision: 'EXACT'},
  };
}

function priceFields(product: Product, {seed}: ShopModel, currency: string): object {
  const {variants} = product;
  const details = detailsOf(product, seed).variants;
  const before = variants.flatMap(({id}) => details[id]?.compareAtPrice ?? []);
  const [lowest, highest] = rangeOf(
    variants.map(({price}) => price),
    currency,
  );
  const [lowestBefore, highestBefore] = rangeOf(before, currency);
  const range = {minVariantPrice: lowest, maxVariantPrice: highest};

  return {
    priceRange: range,
    priceRangeV2: range,
    compareAtPriceRange:
      before.length === 0
        ? null
        : {minVariantCompareAtPrice: lowestBefore, maxVariantCompareAtPrice: highestBefore},
  };
}

function rangeOf(prices: readonly Money[], currency: string): readonly [object, object] {
  const [lowest = moneyOf(0, currency), ...others] = prices.toSorted((a, b) => a.amount - b.amount);
  return [resolveMoney(lowest), resolveMoney(others.at(-1) ?? lowest)];
}

function collectionFields({id}: Product, graph: AdminGraph): object {
  const {collections} = graph.state.model.records;
  const own = collections.filter(({productIds}) => productIds.includes(id));

  return {
    collections: (page: PageOf) =>
      connection(
        own.map((each) => graph.collection(each)),
        page,
      ),
    inCollection: ({id: wanted}: {id: string}) => own.some((each) => each.id === wanted),
  };
}
