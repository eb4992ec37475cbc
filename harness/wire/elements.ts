import {CUSTOMER_ACCOUNT_ONLY, ELEMENT_TABLE} from './element-table.ts';
import {specsOf, type ElementSpecs} from './element-spec.ts';

/**
 * The elements of checkout and customer account by tag, as any version of `@shopify/ui-extensions` types them.
 * Both surfaces type each element alike. `adminElements` has those of the admin.
 */
export const ELEMENTS: ElementSpecs = specsOf(ELEMENT_TABLE);

/** Lists the elements that a surface has. */
export function tagsOf(surface: 'checkout' | 'customer-account'): readonly string[] {
  const tags = Object.keys(ELEMENT_TABLE);
  return surface === 'checkout' ? tags.filter((tag) => !CUSTOMER_ACCOUNT_ONLY.includes(tag)) : tags;
}
