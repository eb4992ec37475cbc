import type {Variant} from '../../../../wire/order.ts';
import {variantDetailsOf} from '../../../world/product-defaults.ts';
import {pricePerKilogram, stockOf, weightOf} from '../../../world/inventory.ts';
import {LOCATIONS} from '../../../world/locations.ts';
import {translateContent} from '../../../world/translations/translated-content.ts';
import type {Product} from '../../../world/products.ts';
import {sellingPlanGroupsOf} from '../../../world/selling-plans.ts';
import {ANY_QUANTITY, COMPANY_QUANTITY, priceBreaksOf} from '../../../world/wholesale.ts';
import {connection} from '../graphql/connection.ts';
import type {PageOf} from '../graphql/connection.ts';
import {resolveMoney} from '../money-v2.ts';
import {resolveImage} from './image.ts';
import {resolveMetafields} from './metafields.ts';
import type {SelectedOption} from './product-options.ts';
import type {ResolverContext} from './resolver-context.ts';
import {resolveAllocations} from './selling-plan.ts';

/** A variant as the Storefront API has it. */
export interface ResolvedVariant {
  readonly id: string;
  readonly sku: string;
  readonly title: string;
  readonly availableForSale: boolean;
  readonly price: {readonly amount: number};
  readonly selectedOptions: readonly SelectedOption[];
}

/** Resolves the fields of `ProductVariant`. */
export function resolveVariant(
  variant: Variant,
  source: Product,
  {product, context}: {product: () => object; context: ResolverContext},
): ResolvedVariant {
  const {id, subtitle, sku, selectedOptions, requiresShipping} = variant;
  const {compareAtPrice, barcode, taxable} = variantDetailsOf(variant, source, context.world.seed);
  const price = resolveMoney(variant.price);
  const compareAt = compareAtPrice === null ? null : resolveMoney(compareAtPrice);

  const resolved: ResolvedVariant & Record<string, unknown> = {
    __typename: 'ProductVariant',
    id,
    title: subtitle,
    sku,
    barcode,
    price,
    priceV2: price,
    compareAtPrice: compareAt,
    compareAtPriceV2: compareAt,
    ...resolveUnitPrice(variant),
    ...resolveStock(variant, source, context),
    ...resolveQuantities(variant, context),
    requiresShipping,
    taxable,
    image: pictureOf(variant, source),
    selectedOptions: selectedOptions.map((option) => ({__typename: 'SelectedOption', ...option})),
    product,
    // The shop sells no bundles, and takes no instalments.
    requiresComponents: false,
    components: (page: PageOf) => connection([], page),
    groupedBy: (page: PageOf) => connection([], page),
    shopPayInstallmentsPricing: null,
    sellingPlanAllocations: resolveAllocations(
      translateContent(sellingPlanGroupsOf(source), context.translator),
      {
        price: variant.price,
        unitPrice: pricePerKilogram(variant),
      },
    ),
    ...resolveMetafields(context, id, () => resolved),
  };

  return resolved;
}

/** Resolves the picture of a variant; null for one without. */
function pictureOf({id, image}: Variant, source: Product): object | null {
  if (image.url === '') return null;
  const {mediaId} = source.details?.variants[id] ?? {};
  return resolveImage(image, mediaId ?? source.id);
}

function resolveUnitPrice(variant: Variant): object {
  const unitPrice = pricePerKilogram(variant);
  if (unitPrice === null) return {unitPrice: null, unitPriceMeasurement: null};

  return {
    unitPrice: resolveMoney(unitPrice),
    unitPriceMeasurement: {
      __typename: 'UnitPriceMeasurement',
      measuredType: 'WEIGHT',
      quantityUnit: 'G',
      quantityValue: 500,
      referenceUnit: 'KG',
      referenceValue: 1,
    },
  };
}

/** Resolves availability, stock and weight. All of the stock is at the only location. */
function resolveStock(
  variant: Variant,
  source: Product,
  {world, find}: ResolverContext,
): {readonly availableForSale: boolean} {
  const stock = stockOf(variant, source, world);
  const available = !world.soldOut.includes(variant.id);

  const resolved = {
    availableForSale: available,
    currentlyNotInStock: available && stock !== null && stock <= 0,
    quantityAvailable: stock,
    weight: weightOf(variant, source, world.seed),
    weightUnit: 'GRAMS',
    storeAvailability: (page: PageOf) =>
      connection(
        (variant.requiresShipping ? LOCATIONS : []).map(({id, pickUpTime}) => ({
          __typename: 'StoreAvailability',
          id,
          available,
          pickUpTime,
          quantityAvailable: stock ?? 0,
          location: () => find(id),
        })),
        page,
      ),
  };

  return resolved;
}

/** Resolves the rules for quantities, which buyers of companies have. */
function resolveQuantities({price}: Variant, {isWholesale}: ResolverContext): object {
  const breaks = isWholesale ? priceBreaksOf(price) : [];

  return {
    quantityRule: {__typename: 'QuantityRule', ...(isWholesale ? COMPANY_QUANTITY : ANY_QUANTITY)},
    quantityPriceBreaks: (page: PageOf) =>
      connection(
        breaks.map((each) => ({
          __typename: 'QuantityPriceBreak',
          id: String(each.minimumQuantity),
          minimumQuantity: each.minimumQuantity,
          price: resolveMoney(each.price),
        })),
        page,
      ),
  };
}
