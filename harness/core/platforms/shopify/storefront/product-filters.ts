import type {ShopMetafield} from '../../../world/shop-metafield.ts';
import type {ResolvedProduct} from './product.ts';
import {hasOptions} from './product-options.ts';
import type {ResolvedVariant} from './product-variant.ts';

/** A metafield that a product or a variant must have. */
interface MetafieldFilter {
  readonly namespace: string;
  readonly key: string;
  readonly value: string;
}

/** A filter of products, as a query gives it. */
export interface ProductFilter {
  readonly available?: boolean | null;
  readonly price?: {readonly min?: number | null; readonly max?: number | null} | null;
  readonly productType?: string | null;
  readonly productVendor?: string | null;
  readonly tag?: string | null;
  readonly variantOption?: {readonly name: string; readonly value: string} | null;
  readonly productMetafield?: MetafieldFilter | null;
  readonly variantMetafield?: MetafieldFilter | null;
  readonly category?: {readonly id: string} | null;
  readonly taxonomyMetafield?: MetafieldFilter | null;
}

/** A condition of a filter. Conditions of the same kind are alternatives. */
interface Condition {
  readonly kind: string;
  matches(product: ResolvedProduct, variant: ResolvedVariant): boolean;
}

/** A filter that replaces the conditions of one kind. */
interface Replacement {
  readonly kind: string;
  readonly filter: ProductFilter;
}

/**
 * Filters products. Conditions of different kinds apply together, and those of one kind are alternatives. One variant
 * must meet all conditions for variants.
 *
 * @param instead a kind of conditions that do not count, and the filter that applies in their place
 * @see https://shopify.dev/docs/storefronts/themes/navigation-search/filtering/storefront-filtering
 */
export function filterProducts(
  products: readonly ResolvedProduct[],
  filters: readonly ProductFilter[] | null | undefined,
  {metafields, instead}: {metafields: readonly ShopMetafield[]; instead?: Replacement},
): readonly ResolvedProduct[] {
  const given = (filters ?? []).flatMap((filter) => conditionsOf(filter, metafields));
  const kept = given.filter(({kind}) => kind !== instead?.kind);
  const conditions = [...kept, ...(instead === undefined ? [] : conditionsOf(instead.filter, metafields))];
  if (conditions.length === 0) return products;

  const kinds = new Set(conditions.map(({kind}) => kind));
  return products.filter((product) =>
    product.allVariants.some((variant) =>
      [...kinds].every((kind) =>
        conditions.some((condition) => condition.kind === kind && condition.matches(product, variant)),
      ),
    ),
  );
}

/** Returns the kind of the conditions for an option of variants. */
export function optionKind(name: string): string {
  return `option ${name.toLowerCase()}`;
}

function conditionsOf(filter: ProductFilter, metafields: readonly ShopMetafield[]): readonly Condition[] {
  const {available, price, productType, productVendor, tag, variantOption} = filter;
  const conditions: Condition[] = [];

  if (available != null)
    conditions.push({kind: 'available', matches: (_, variant) => variant.availableForSale === available});
  if (price != null) {
    const {min, max} = price;
    conditions.push({
      kind: 'price',
      matches: (_, variant) =>
        variant.price.amount >= (min ?? 0) && variant.price.amount <= (max ?? Infinity),
    });
  }
  if (productType != null)
    conditions.push({kind: 'productType', matches: ({source}) => isSame(source.productType, productType)});
  if (productVendor != null)
    conditions.push({kind: 'productVendor', matches: ({source}) => isSame(source.vendor, productVendor)});
  if (tag != null)
    conditions.push({kind: 'tag', matches: ({source}) => source.tags.some((each) => isSame(each, tag))});
  if (variantOption != null) {
    conditions.push({
      kind: optionKind(variantOption.name),
      matches: (_, variant) => hasOptions(variant, [variantOption]),
    });
  }

  return [...conditions, ...metafieldConditions(filter, metafields)];
}

/** The shop has no categories, so no product passes a filter for one. */
function metafieldConditions(
  {productMetafield, variantMetafield, category, taxonomyMetafield}: ProductFilter,
  metafields: readonly ShopMetafield[],
): readonly Condition[] {
  const has = (ownerId: string, {namespace, key, value}: MetafieldFilter): boolean =>
    metafields.some(
      ({target, metafield}) =>
        target.id === ownerId &&
        metafield.namespace === namespace &&
        metafield.key === key &&
        String(metafield.value) === value,
    );

  const conditions: Condition[] = [];
  if (productMetafield != null) {
    const kind = `productMetafield ${productMetafield.namespace}.${productMetafield.key}`;
    conditions.push({kind, matches: ({id}) => has(id, productMetafield)});
  }
  if (variantMetafield != null) {
    const kind = `variantMetafield ${variantMetafield.namespace}.${variantMetafield.key}`;
    conditions.push({kind, matches: (_, {id}) => has(id, variantMetafield)});
  }
  if (category != null || taxonomyMetafield != null)
    conditions.push({kind: 'category', matches: () => false});

  return conditions;
}

function isSame(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}
