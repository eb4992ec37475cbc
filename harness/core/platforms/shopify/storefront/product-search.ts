import {matcherOf} from '../graphql/search-syntax.ts';
import {numberOf} from '../../../world/gid.ts';
import type {ResolvedProduct} from './product.ts';

/** Finds products by the documented search syntax. */
export function searchProducts(
  products: readonly ResolvedProduct[],
  query: string | null | undefined,
): readonly ResolvedProduct[] {
  if (query == null || query.trim() === '') return products;
  const matches = matcherOf(query);
  return products.filter((product) => matches(fieldsOf(product)));
}

/** The fields that the query of `products` filters by; the empty name is what words without a field search in. */
function fieldsOf({
  id,
  allVariants,
  availableForSale,
  source,
}: ResolvedProduct): Readonly<Record<string, readonly string[]>> {
  const {title, handle, vendor, productType, description, tags, isGiftCard} = source;
  return {
    '': [title, vendor, productType, ...tags, ...allVariants.map(({sku}) => sku)],
    id: [numberOf(id), id],
    title: [title],
    handle: [handle],
    vendor: [vendor],
    product_type: [productType],
    tag: tags,
    body: [description],
    gift_card: [String(isGiftCard)],
    available_for_sale: [String(availableForSale)],
    sku: allVariants.map(({sku}) => sku),
    'variants.price': allVariants.map(({price}) => String(price.amount)),
  };
}
