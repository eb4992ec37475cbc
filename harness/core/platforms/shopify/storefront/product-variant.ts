import type {Variant} from '../../../../wire/order.ts';
import type {Product} from '../../../world/products.ts';
import {resolveMoney} from '../money-v2.ts';
import {resolveImage} from './image.ts';
import {resolveMetafields} from './metafields.ts';
import type {SelectedOption} from './product-options.ts';
import type {StorefrontWorld} from './storefront-world.ts';

/** A variant as the Storefront API has it. */
export interface ResolvedVariant {
  readonly id: string;
  readonly sku: string;
  readonly price: {readonly amount: number};
  readonly selectedOptions: readonly SelectedOption[];
}

/** Resolves the fields of `ProductVariant`. */
export function resolveVariant(
  variant: Variant,
  {compareAtPrice}: Pick<Product, 'compareAtPrice'>,
  {product, metafields}: {product: () => object} & Pick<StorefrontWorld, 'metafields'>,
): ResolvedVariant {
  const {id, subtitle, sku, selectedOptions, requiresShipping} = variant;
  const price = resolveMoney(variant.price);
  const compareAt = compareAtPrice === null ? null : resolveMoney(compareAtPrice);

  const resolved: ResolvedVariant & Record<string, unknown> = {
    __typename: 'ProductVariant',
    id,
    title: subtitle,
    sku,
    barcode: null,
    availableForSale: true,
    currentlyNotInStock: false,
    price,
    priceV2: price,
    compareAtPrice: compareAt,
    compareAtPriceV2: compareAt,
    unitPrice: null,
    unitPriceMeasurement: null,
    requiresShipping,
    requiresComponents: false,
    taxable: true,
    image: resolveImage(variant.image, variant.product.id),
    selectedOptions: selectedOptions.map((option) => ({__typename: 'SelectedOption', ...option})),
    product,
    ...resolveMetafields(metafields, id, () => resolved),
  };

  return resolved;
}
