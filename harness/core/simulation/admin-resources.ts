import type {PickedResource, ResourceQuery} from '../../wire/admin.ts';
import type {Variant} from '../../wire/order.ts';
import type {Collection} from '../world/collections.ts';
import {numberOf} from '../world/gid.ts';
import {detailsOf} from '../world/product-defaults.ts';
import type {ProductDetails} from '../world/product-details.ts';
import type {Product} from '../world/products.ts';
import {timesOf} from '../world/resource-times.ts';

/** The products and collections that a picker chooses from. */
export interface PickableResources {
  readonly seed: number;
  readonly products: readonly Product[];
  readonly collections: readonly Collection[];
}

/**
 * Lists the resources that the picker of the admin shows, with the members of `@shopify/app-bridge-types`. Drafts and
 * archived products are left out if the filter says so.
 *
 * @see https://shopify.dev/docs/api/app-home/apis/user-interface-and-interactions/resource-picker-api
 */
export function pickableResources(
  {type, filter = {}}: Pick<ResourceQuery, 'type' | 'filter'>,
  {seed, products, collections}: PickableResources,
): readonly PickedResource[] {
  if (type === 'collection') return collections.map((collection) => collectionRow(collection, seed));

  const {draft = true, archived = true, variants = true} = filter;
  const shown = products.filter((product) => {
    const {status} = detailsOf(product, seed);
    return (draft || status !== 'DRAFT') && (archived || status !== 'ARCHIVED');
  });

  const rows = shown.map((product) => productRow(product, detailsOf(product, seed)));
  if (type === 'product')
    return variants ? rows : rows.map(({variants: _all, ...row}) => row as PickedResource);
  return rows.flatMap(({title, variants: all = []}) =>
    all.map((variant) => ({...variant, title: `${title} - ${variant.title}`})),
  );
}

function productRow(product: Product, details: ProductDetails): PickedResource {
  const {id, handle, title, vendor, productType, tags, variants} = product;

  return {
    id,
    title,
    handle,
    vendor,
    productType,
    tags,
    status: details.status,
    descriptionHtml: details.descriptionHtml,
    templateSuffix: details.templateSuffix,
    createdAt: details.createdAt,
    updatedAt: details.updatedAt,
    publishedAt: details.publishedAt,
    availablePublicationCount: 1,
    hasOnlyDefaultVariant: variants.length === 1 && details.options.length === 0,
    images: details.media.map((media) => ({id: media.id, altText: media.alt, originalSrc: media.url})),
    options: details.options.map((option, index) => ({
      id: option.id,
      name: option.name,
      position: index + 1,
      values: option.values.map(({name}) => name),
    })),
    totalVariants: variants.length,
    totalInventory: variants.reduce((sum, variant) => sum + (details.variants[variant.id]?.quantity ?? 0), 0),
    tracksInventory: variants.some((variant) => details.variants[variant.id]?.tracked === true),
    variants: variants.map((variant, index) => variantRow(variant, index, product, details)),
  };
}

function variantRow(
  {id, subtitle, sku, price, image, selectedOptions, requiresShipping}: Variant,
  index: number,
  product: Product,
  details: ProductDetails,
): PickedResource {
  const own = details.variants[id];

  return {
    id,
    title: subtitle,
    displayName: `${product.title} - ${subtitle}`,
    sku,
    price: price.amount,
    compareAtPrice: own?.compareAtPrice?.amount ?? null,
    barcode: own?.barcode ?? null,
    position: index + 1,
    availableForSale: true,
    image: image.url === '' ? null : {id: own?.mediaId ?? '', altText: image.altText, originalSrc: image.url},
    inventoryItem: {id: `gid://shopify/InventoryItem/${numberOf(id)}`},
    inventoryManagement: own?.tracked === true ? 'SHOPIFY' : 'NOT_MANAGED',
    inventoryPolicy: own?.inventoryPolicy ?? 'DENY',
    inventoryQuantity: own?.quantity ?? null,
    requiresShipping,
    selectedOptions: selectedOptions.map(({value}) => ({value})),
    taxable: own?.taxable ?? true,
    weight: null,
    weightUnit: 'KILOGRAMS',
    product: {id: product.id},
    createdAt: own?.createdAt ?? details.createdAt,
    updatedAt: own?.updatedAt ?? details.updatedAt,
  };
}

function collectionRow(
  {id, handle, title, description, productIds}: Collection,
  seed: number,
): PickedResource {
  return {
    id,
    title,
    handle,
    description,
    descriptionHtml: description === '' ? '' : `<p>${description}</p>`,
    image: null,
    availablePublicationCount: 1,
    publicationCount: 1,
    productsCount: productIds.length,
    productsAutomaticallySortedCount: 0,
    productsManuallySortedCount: productIds.length,
    ruleSet: null,
    seo: {description: null, title: null},
    sortOrder: 'MANUAL',
    storefrontId: id,
    templateSuffix: null,
    updatedAt: timesOf(seed, id).updatedAt,
  };
}
