import {matcherOf} from '../graphql/search-syntax.ts';
import {numberOf} from '../../../world/gid.ts';
import type {ResolvedProduct} from './product.ts';

/** The fields in which words are searched for, by the names of `SearchableField`. No product has an author or a barcode. */
const WORDS: Readonly<Record<string, (product: ResolvedProduct) => readonly string[]>> = {
  BODY: ({source}) => [source.description],
  PRODUCT_TYPE: ({source}) => [source.productType],
  TAG: ({source}) => source.tags,
  TITLE: ({source}) => [source.title],
  VARIANTS_SKU: ({allVariants}) => allVariants.map(({sku}) => sku),
  VARIANTS_TITLE: ({allVariants}) => allVariants.map(({title}) => title),
  VENDOR: ({source}) => [source.vendor],
};

/** The fields for words in lists of products, and in `search`. */
const LISTED: readonly string[] = ['TITLE', 'VENDOR', 'PRODUCT_TYPE', 'TAG', 'VARIANTS_SKU'];

/**
 * Finds products by the documented search syntax.
 *
 * @param searchable the fields in which words are searched for
 */
export function searchProducts(
  products: readonly ResolvedProduct[],
  query: string | null | undefined,
  searchable: readonly string[] = LISTED,
): readonly ResolvedProduct[] {
  if (query == null || query.trim() === '') return products;

  const matches = matcherOf(query);
  return products.filter((product) => {
    const words = searchable.flatMap((field) => WORDS[field]?.(product) ?? []);
    return matches({'': words, ...fieldsOf(product)});
  });
}

/** The fields that the query of `products` filters by. */
function fieldsOf({
  id,
  allVariants,
  availableForSale,
  source,
}: ResolvedProduct): Readonly<Record<string, readonly string[]>> {
  const {title, handle, vendor, productType, description, tags, isGiftCard} = source;
  return {
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
