import type {Variant} from '../../../../../wire/order.ts';
import {numberOf} from '../../../../world/gid.ts';
import {stockOf} from '../../../../world/inventory.ts';
import {detailsOf, variantDetailsOf} from '../../../../world/product-defaults.ts';
import type {Product} from '../../../../world/products.ts';
import {connection} from '../../graphql/connection.ts';
import type {PageOf} from '../../graphql/connection.ts';
import type {AdminGraph, Identified} from '../model/admin-graph.ts';
import {byId, byNumber, byText, idFields} from '../model/listed.ts';
import type {ListRules} from '../model/listed.ts';
import {moneyText} from '../model/money.ts';
import type {ShopModel} from '../model/shop-model.ts';
import {resolveInventoryItem} from './inventory-resolver.ts';
import {resolveMedia, resolvePicture} from './media-resolver.ts';
import {resolveOptionValue} from './option-resolver.ts';

/** A variant with its product. */
export interface VariantOf extends Identified {
  readonly variant: Variant;
  readonly product: Product;
}

/** Lists the variants of products. */
export function variantsOf(products: readonly Product[]): readonly VariantOf[] {
  return products.flatMap((product) =>
    product.variants.map((variant) => ({id: variant.id, variant, product})),
  );
}

/** Resolves the fields of `ProductVariant`. */
export function resolveVariant({variant, product}: VariantOf, graph: AdminGraph): Identified {
  const {model} = graph.state;
  const {id, subtitle, sku, price} = variant;
  const details = variantDetailsOf(variant, product, model.seed);
  const {compareAtPrice, barcode, taxable, inventoryPolicy, createdAt, updatedAt} = details;
  const stock = stockOf(variant, product, model);

  return {
    __typename: 'ProductVariant',
    id,
    legacyResourceId: numberOf(id),
    defaultCursor: id,
    title: subtitle,
    displayName: `${product.title} - ${subtitle}`,
    sku: sku === '' ? null : sku,
    barcode,
    price: moneyText(price),
    compareAtPrice: compareAtPrice === null ? null : moneyText(compareAtPrice),
    taxable,
    position: product.variants.findIndex((each) => each.id === id) + 1,
    inventoryPolicy,
    inventoryQuantity: stock ?? 0,
    sellableOnlineQuantity: stock ?? 0,
    availableForSale: isAvailable(variant, product, model),
    inventoryItem: () => resolveInventoryItem(variant, product, graph),
    requiresComponents: false,
    createdAt,
    updatedAt,
    product: () => graph.productOf(product.id),
    ...optionFields(variant, product, model.seed),
    ...pictureFields(variant, product, model.seed),
    ...graph.metafieldsOf(id),
  } as Identified;
}

/** The search fields and sort keys of lists of variants. */
export function variantRules(model: ShopModel): ListRules<VariantOf> {
  const stock = ({variant, product}: VariantOf): number => stockOf(variant, product, model) ?? 0;

  return {
    fields: ({variant, product}) => {
      const {barcode, updatedAt} = variantDetailsOf(variant, product, model.seed);
      return {
        '': [variant.subtitle, variant.sku, product.title, barcode ?? ''],
        id: idFields(variant.id),
        title: [variant.subtitle, product.title],
        sku: [variant.sku],
        barcode: barcode === null ? [] : [barcode],
        product_id: idFields(product.id),
        product_type: [product.productType],
        product_status: [detailsOf(product, model.seed).status],
        vendor: [product.vendor],
        tag: product.tags,
        inventory_quantity: [String(stock({id: variant.id, variant, product}))],
        updated_at: [updatedAt],
      };
    },
    sorts: {
      ID: byId,
      SKU: byText(({variant}) => variant.sku),
      TITLE: byText(({variant}) => variant.subtitle),
      NAME: byText(({variant, product}) => `${product.title} - ${variant.subtitle}`),
      FULL_TITLE: byText(({variant, product}) => `${product.title} - ${variant.subtitle}`),
      INVENTORY_QUANTITY: byNumber(stock),
      INVENTORY_LEVELS_AVAILABLE: byNumber(stock),
    },
  };
}

/** Whether buyers can buy a variant of a product that they see. */
export function isAvailable({id}: Variant, product: Product, {seed, soldOut}: ShopModel): boolean {
  const {status} = detailsOf(product, seed);
  return (status === 'ACTIVE' || status === 'UNLISTED') && !soldOut.includes(id);
}

function optionFields(variant: Variant, product: Product, seed: number): object {
  const {options} = detailsOf(product, seed);

  return {
    selectedOptions: variant.selectedOptions.map(({name, value}) => {
      const found = options
        .find((option) => option.name === name)
        ?.values.find((each) => each.name === value);
      return {
        __typename: 'SelectedOption',
        name,
        value,
        optionValue: () => (found === undefined ? null : resolveOptionValue(found, product)),
      };
    }),
  };
}

function pictureFields(variant: Variant, product: Product, seed: number): object {
  const details = detailsOf(product, seed);
  const {mediaId} = variantDetailsOf(variant, product, seed);
  const found = details.media.find(({id}) => id === mediaId);

  return {
    image: found === undefined ? null : resolvePicture(found),
    media: (page: PageOf) => connection(found === undefined ? [] : [resolveMedia(found, details)], page),
  };
}
