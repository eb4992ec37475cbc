import type {Variant} from '../../wire/order.ts';
import {numberOf} from './gid.ts';
import type {ProductDetails, ProductOption, VariantDetails} from './product-details.ts';
import type {Product} from './products.ts';
import {timesOf} from './resource-times.ts';

/** Returns the details of a product: its own, or those that follow from a product of the start. */
export function detailsOf(product: Product, seed: number): ProductDetails {
  if (product.details !== undefined) return product.details;

  const {id, image, description, variants} = product;
  const times = timesOf(seed, id);
  return {
    status: 'ACTIVE',
    publishedAt: times.createdAt,
    descriptionHtml: `<p>${description}</p>`,
    templateSuffix: null,
    seo: {title: null, description: null},
    category: null,
    requiresSellingPlan: false,
    options: optionsOf(product),
    media: [{id: `gid://shopify/MediaImage/${numberOf(id)}`, url: image.url, alt: image.altText}],
    ...times,
    variants: Object.fromEntries(
      variants.map((variant) => [variant.id, variantDefaults(variant, product, times)]),
    ),
  };
}

/** Returns the details of a variant of a product. */
export function variantDetailsOf({id}: Pick<Variant, 'id'>, product: Product, seed: number): VariantDetails {
  const found = detailsOf(product, seed).variants[id];
  if (found === undefined) throw new Error(`${id} is not a variant of ${product.id}.`);
  return found;
}

/** Lists the options of a product by its variants: each once, its values in the order of the variants. */
export function optionsOf({id, variants}: Pick<Product, 'id' | 'variants'>): readonly ProductOption[] {
  const values = new Map<string, Set<string>>();
  for (const {name, value} of variants.flatMap(({selectedOptions}) => selectedOptions))
    values.set(name, (values.get(name) ?? new Set()).add(value));

  const number = numberOf(id);
  return [...values].map(([name, names], index) => ({
    id: `gid://shopify/ProductOption/${number}${index + 1}`,
    name,
    values: [...names].map((value, position) => ({
      id: `gid://shopify/ProductOptionValue/${number}${index + 1}${position + 1}`,
      name: value,
    })),
  }));
}

function variantDefaults(
  {product: {id}}: Variant,
  {compareAtPrice, isGiftCard}: Product,
  times: Pick<VariantDetails, 'createdAt' | 'updatedAt'>,
): VariantDetails {
  return {
    barcode: null,
    compareAtPrice,
    unitCost: null,
    taxable: !isGiftCard,
    inventoryPolicy: 'DENY',
    tracked: !isGiftCard,
    quantity: null,
    weight: null,
    mediaId: `gid://shopify/MediaImage/${numberOf(id)}`,
    ...times,
  };
}
