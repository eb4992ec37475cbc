import type {Variant} from '../../../../../wire/order.ts';
import {detailsOf} from '../../../../world/product-defaults.ts';
import type {ProductDetails, ProductMedia, VariantDetails} from '../../../../world/product-details.ts';
import {NO_IMAGE} from '../../../../world/products.ts';
import type {Product} from '../../../../world/products.ts';
import type {AdminState} from '../admin-state.ts';

/** A product that a mutation makes or changes. Nothing is kept before the whole change is right. */
export interface ProductDraft {
  readonly product: Product;
  readonly details: ProductDetails;
}

/** A variant that a mutation makes or changes. */
export interface VariantDraft {
  readonly variant: Variant;
  readonly details: VariantDetails;
}

/** Returns the draft of a product. */
export function draftOf(product: Product, {model}: Pick<AdminState, 'model'>): ProductDraft {
  return {product, details: detailsOf(product, model.seed)};
}

/** Replaces the variants of a draft. */
export function withVariants(
  {product, details}: ProductDraft,
  variants: readonly VariantDraft[],
): ProductDraft {
  return {
    product: {...product, variants: variants.map(({variant}) => variant)},
    details: {
      ...details,
      variants: Object.fromEntries(variants.map((each) => [each.variant.id, each.details])),
    },
  };
}

/** Lists the variants of a draft. */
export function variantsIn({product, details}: ProductDraft): readonly VariantDraft[] {
  return product.variants.flatMap((variant) => {
    const own = details.variants[variant.id];
    return own === undefined ? [] : [{variant, details: own}];
  });
}

/** Keeps a draft in the shop: instead of the product with its id, or as a new one. */
export function keepProduct(draft: ProductDraft, {model, now}: AdminState): Product {
  const {records} = model;
  const product = finished(draft, new Date(now()).toISOString());
  const isKnown = records.products.some(({id}) => id === product.id);

  records.products = isKnown
    ? records.products.map((each) => (each.id === product.id ? product : each))
    : [...records.products, product];
  return product;
}

/** Makes everything that follows from a draft: the texts, pictures and prices that variants repeat. */
function finished({product, details}: ProductDraft, updatedAt: string): Product {
  const {id, title, vendor, productType} = product;
  const [featured] = details.media;
  const image = featured === undefined ? NO_IMAGE : imageOf(featured);

  const variants = product.variants.map((variant) => {
    const own = details.media.find((media) => media.id === details.variants[variant.id]?.mediaId);
    return {
      ...variant,
      title,
      subtitle: variant.selectedOptions.map(({value}) => value).join(' / '),
      image: own === undefined ? image : imageOf(own),
      product: {id, vendor, productType},
    };
  });

  const [first] = variants;
  const compareAtPrice = first === undefined ? null : (details.variants[first.id]?.compareAtPrice ?? null);
  return {...product, image, variants, compareAtPrice, details: {...details, updatedAt}};
}

function imageOf({url, alt}: ProductMedia): Product['image'] {
  return {url, altText: alt};
}
