import {numberOf} from '../../../world/gid.ts';

/** The fields of a variant that sort it. */
interface SortedVariant {
  readonly id: string;
  readonly sku: string;
  readonly title: string;
}

/** The keys of `ProductVariantSortKeys` that differ from `POSITION`. */
const VARIANT_SORTS: Readonly<Record<string, (a: SortedVariant, b: SortedVariant) => number>> = {
  ID: (a, b) => Number(numberOf(a.id)) - Number(numberOf(b.id)),
  SKU: (a, b) => a.sku.localeCompare(b.sku, 'en'),
  TITLE: (a, b) => a.title.localeCompare(b.title, 'en'),
};

/** Sorts the variants of a product. `POSITION` and `RELEVANCE` keep the merchant's order. */
export function sortVariants<Variant extends SortedVariant>(
  variants: readonly Variant[],
  key: string | null | undefined,
): readonly Variant[] {
  const compare = VARIANT_SORTS[key ?? ''];
  return compare === undefined ? variants : variants.toSorted(compare);
}
