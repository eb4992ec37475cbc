import {adminPlaceOf} from '../../wire/admin-targets.ts';
import type {
  AdminData,
  ProductConfigurationData,
  VariantConfigurationData,
} from '../../wire/admin-subject.ts';
import type {SelectedResource} from '../../wire/admin-subject.ts';
import type {App} from '../world/app.ts';
import {detailsOf} from '../world/product-defaults.ts';
import type {ShopMetafield} from '../world/shop-metafield.ts';
import type {ShopRecords} from '../world/shop-records.ts';
import {shownMetafields} from './admin-metafields.ts';

/** The parts of the world that `shopify.data` is made of. */
export interface AdminDataParts {
  readonly app: Pick<App, 'url'>;
  readonly seed: number;
  readonly records: Pick<ShopRecords, 'products' | 'otherMetafields'>;
}

const FUNCTION_ID = 'gid://shopify/ShopifyFunction/0199c0de-0000-7000-8000-000000000001';

/** Returns the resource whose metafields the settings of a Function change; null for another target. */
export function settingsOwnerOf(
  target: string,
  [selected]: readonly SelectedResource[],
): ShopMetafield['target'] | null {
  const group = adminPlaceOf(target)?.group;
  if (group === 'discount-settings') return {type: 'discount', id: selected?.id ?? ''};
  if (group === 'validation') return {type: 'validation', id: 'gid://shopify/Validation/1'};
  if (group === 'order-routing')
    return {type: 'orderRoutingRule', id: 'gid://shopify/OrderRoutingLocationRule/1'};
  return null;
}

/** Returns the value of `shopify.data` of a target. */
export function adminDataOf(
  target: string,
  selected: readonly SelectedResource[],
  parts: AdminDataParts,
): AdminData {
  const owner = settingsOwnerOf(target, selected);
  if (owner !== null) return settingsData(owner, parts);

  const group = adminPlaceOf(target)?.group;
  const app = appData(parts);
  const product = group === 'product-configuration' ? productData(selected, parts) : undefined;
  const variant = group === 'variant-configuration' ? variantData(selected, parts) : undefined;
  if (product !== undefined) return {selected, product, app};
  return variant === undefined ? {selected} : {selected, variant, app};
}

function settingsData(owner: ShopMetafield['target'], {records}: AdminDataParts): AdminData {
  const {id, type} = owner;
  const metafields = shownMetafields(owner, records);
  if (type === 'discount') return {id, metafields};
  if (type === 'validation') return {validation: {id, metafields}, shopifyFunction: {id: FUNCTION_ID}};
  return {rule: {label: 'Rule', description: 'A rule of the app', id, priority: 1, metafields}};
}

function appData({app}: AdminDataParts): ProductConfigurationData['app'] {
  const applicationUrl = app.url ?? '';
  return {launchUrl: applicationUrl, applicationUrl};
}

function productData(
  [selected]: readonly SelectedResource[],
  {seed, records}: AdminDataParts,
): ProductConfigurationData['product'] | undefined {
  const product = records.products.find(({id}) => id === selected?.id);
  if (product === undefined) return undefined;

  const {id, title, handle, productType, variants} = product;
  const details = detailsOf(product, seed);
  return {
    id,
    title,
    handle,
    // The published types have no unlisted products. Buyers with the address can buy them.
    status: details.status === 'UNLISTED' ? 'ACTIVE' : details.status,
    totalVariants: variants.length,
    totalInventory: variants.reduce(
      (sum, {id: variant}) => sum + (details.variants[variant]?.quantity ?? 0),
      0,
    ),
    hasOnlyDefaultVariant: variants.length === 1 && details.options.length === 0,
    options: details.options.map((option, index) => ({
      id: option.id,
      name: option.name,
      position: index + 1,
      values: option.values.map(({name}) => name),
    })),
    productType,
    productComponents: [],
  };
}

function variantData(
  [selected]: readonly SelectedResource[],
  {seed, records}: AdminDataParts,
): VariantConfigurationData['variant'] | undefined {
  const product = records.products.find(({variants}) => variants.some(({id}) => id === selected?.id));
  const variant = product?.variants.find(({id}) => id === selected?.id);
  if (product === undefined || variant === undefined) return undefined;

  const own = detailsOf(product, seed).variants[variant.id];
  return {
    id: variant.id,
    sku: variant.sku ?? '',
    barcode: own?.barcode ?? '',
    title: variant.subtitle ?? '',
    displayName: `${product.title} - ${variant.subtitle ?? ''}`,
    price: String(variant.price.amount),
    compareAtPrice: own?.compareAtPrice == null ? '' : String(own.compareAtPrice.amount),
    taxable: own?.taxable ?? true,
    taxCode: '',
    weight: 0,
    selectedOptions: variant.selectedOptions,
    productVariantComponents: [],
  };
}
