import {RESOURCE_TYPES} from '../../wire/admin.ts';
import type {PickedResource, ResourceQuery} from '../../wire/admin.ts';
import type {Variant} from '../../wire/order.ts';
import {collectionRules} from '../platforms/shopify/admin/collections/collection-resolver.ts';
import {searched} from '../platforms/shopify/admin/model/listed.ts';
import type {ListRules} from '../platforms/shopify/admin/model/listed.ts';
import type {ShopModel} from '../platforms/shopify/admin/model/shop-model.ts';
import {productRules, totalInventory} from '../platforms/shopify/admin/products/product-rules.ts';
import {isAvailable, variantRules, variantsOf} from '../platforms/shopify/admin/products/variant-resolver.ts';
import type {Collection} from '../world/collections.ts';
import {numberOf} from '../world/gid.ts';
import {stockOf} from '../world/inventory.ts';
import {detailsOf} from '../world/product-defaults.ts';
import type {ProductDetails} from '../world/product-details.ts';
import type {Product} from '../world/products.ts';
import {timesOf} from '../world/resource-times.ts';

/** The options of a picker that decide which resources it shows. */
export type ShownResources = Pick<ResourceQuery, 'type' | 'filter' | 'query'>;

/**
 * Lists the resources that the picker of the admin shows, with the members of `@shopify/app-bridge-types`. Both queries are in
 * the search syntax of the Admin API: the one of the filter, which the person does not see, and the one of the search field.
 *
 * @throws {TypeError} for a type that the picker does not have
 * @see https://shopify.dev/docs/api/app-home/apis/user-interface-and-interactions/resource-picker-api
 */
export function pickableResources(query: ShownResources, model: ShopModel): readonly PickedResource[] {
  const {records, seed} = model;

  switch (query.type) {
    case 'product':
      return found(productsFor(query, model), query, productRules(model)).map((product) =>
        productRow(product, model),
      );
    case 'variant':
      return found(variantsOf(publishedFor(query, model)), query, variantRules(model)).map(
        ({variant, product}) => variantRow(variant, product, model),
      );
    case 'collection':
      return found(records.collections, query, collectionRules(model)).map((collection) =>
        collectionRow(collection, seed),
      );
    default:
      throw new TypeError(
        `The resource picker has no type ${JSON.stringify(query.type)}. Its types: ${RESOURCE_TYPES.join(', ')}.`,
      );
  }
}

function found<Item>(
  items: readonly Item[],
  {filter = {}, query}: ShownResources,
  rules: ListRules<Item>,
): readonly Item[] {
  return searched(searched(items, filter.query, rules), query, rules);
}

/** Returns the products that the filter leaves. Drafts and archived products are left out of products alone. */
function productsFor(query: ShownResources, model: ShopModel): readonly Product[] {
  const {draft = true, archived = true} = query.filter ?? {};
  return publishedFor(query, model).filter((product) => {
    const {status} = detailsOf(product, model.seed);
    return (draft || status !== 'DRAFT') && (archived || status !== 'ARCHIVED');
  });
}

/** Returns all products, or with `hidden: false` those that a sales channel has. */
function publishedFor({filter = {}}: ShownResources, {records, seed}: ShopModel): readonly Product[] {
  const {hidden = true} = filter;
  return hidden
    ? records.products
    : records.products.filter((product) => detailsOf(product, seed).publishedAt !== null);
}

function productRow(product: Product, model: ShopModel): PickedResource {
  const {id, handle, title, vendor, productType, tags, variants} = product;
  const details = detailsOf(product, model.seed);

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
    totalInventory: totalInventory(product, model),
    tracksInventory: variants.some((variant) => details.variants[variant.id]?.tracked === true),
    variants: variants.map((variant) => variantRow(variant, product, model)),
  };
}

function variantRow(variant: Variant, product: Product, model: ShopModel): PickedResource {
  const {id, subtitle, sku, price, image, selectedOptions, requiresShipping} = variant;
  const details: ProductDetails = detailsOf(product, model.seed);
  const own = details.variants[id];

  return {
    id,
    title: subtitle,
    displayName: `${product.title} - ${subtitle}`,
    sku,
    price: price.amount,
    compareAtPrice: own?.compareAtPrice?.amount ?? null,
    barcode: own?.barcode ?? null,
    position: product.variants.findIndex((each) => each.id === id) + 1,
    availableForSale: isAvailable(variant, product, model),
    image: image.url === '' ? null : {id: own?.mediaId ?? '', altText: image.altText, originalSrc: image.url},
    inventoryItem: {id: `gid://shopify/InventoryItem/${numberOf(id)}`},
    inventoryManagement: own?.tracked === true ? 'SHOPIFY' : 'NOT_MANAGED',
    inventoryPolicy: own?.inventoryPolicy ?? 'DENY',
    inventoryQuantity: stockOf(variant, product, model),
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
