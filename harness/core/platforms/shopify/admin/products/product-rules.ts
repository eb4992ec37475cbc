import {stockOf} from '../../../../world/inventory.ts';
import {detailsOf} from '../../../../world/product-defaults.ts';
import type {ProductDetails} from '../../../../world/product-details.ts';
import type {Product} from '../../../../world/products.ts';
import type {SearchFields} from '../../graphql/search-syntax.ts';
import {byId, byNumber, byText, idFields} from '../model/listed.ts';
import type {ListRules} from '../model/listed.ts';
import type {ShopModel} from '../model/shop-model.ts';

/** The search fields and sort keys of lists of products. */
export function productRules(model: ShopModel): ListRules<Product> {
  const of = (product: Product): ProductDetails => detailsOf(product, model.seed);

  return {
    fields: (product) => ({...ownFields(product), ...stateFields(product, model)}),
    sorts: {
      ID: byId,
      TITLE: byText(({title}) => title),
      VENDOR: byText(({vendor}) => vendor),
      PRODUCT_TYPE: byText(({productType}) => productType),
      INVENTORY_TOTAL: byNumber((product) => totalInventory(product, model)),
      CREATED_AT: byText((product) => of(product).createdAt),
      UPDATED_AT: byText((product) => of(product).updatedAt),
      PUBLISHED_AT: byText((product) => of(product).publishedAt ?? ''),
    },
  };
}

/** Returns the number of items of a product that are left. */
export function totalInventory(product: Product, model: ShopModel): number {
  return product.variants.reduce((sum, variant) => sum + (stockOf(variant, product, model) ?? 0), 0);
}

function ownFields({
  id,
  title,
  handle,
  vendor,
  productType,
  tags,
  variants,
  ...product
}: Product): SearchFields {
  const skus = variants.map(({sku}) => sku);
  return {
    '': [title, vendor, productType, ...tags, ...skus],
    id: idFields(id),
    title: [title],
    handle: [handle],
    vendor: [vendor],
    product_type: [productType],
    tag: tags,
    body: [product.description],
    gift_card: [String(product.isGiftCard)],
    sku: skus,
    price: variants.map(({price}) => String(price.amount)),
    variant_id: variants.flatMap((variant) => idFields(variant.id)),
  };
}

function stateFields(product: Product, model: ShopModel): SearchFields {
  const {status, publishedAt, category, createdAt, updatedAt, variants} = detailsOf(product, model.seed);
  const collections = model.records.collections.filter(({productIds}) => productIds.includes(product.id));

  return {
    status: [status],
    published_status: [publishedAt === null ? 'unpublished' : 'published', 'any'],
    barcode: Object.values(variants).flatMap(({barcode}) => barcode ?? []),
    category_id: category === null ? [] : idFields(category),
    collection_id: collections.flatMap(({id}) => idFields(id)),
    inventory_total: [String(totalInventory(product, model))],
    created_at: [createdAt],
    updated_at: [updatedAt],
    published_at: publishedAt === null ? [] : [publishedAt],
  };
}
