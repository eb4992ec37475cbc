import {CUSTOMER_ACCOUNT_ONLY, ELEMENT_TABLE} from './element-table.ts';
import type {ElementSpec} from './element-spec.ts';

/** The detail of every event that a page element sends. */
export interface ElementEventDetail {
  /** To copy onto the remote element before its listeners hear the event. */
  readonly state?: Readonly<Record<string, unknown>>;
  /** To copy onto the event itself: `newState` of `toggle`, `location` of a click on a map. */
  readonly event?: Readonly<Record<string, unknown>>;
  /** The event's own detail. */
  readonly detail?: unknown;
}

/** Returns the attributes that set a property: `readOnly` is set by `readonly` and by `read-only`. */
export function attributeNames(property: string): readonly string[] {
  const lowerCase = property.toLowerCase();
  const kebabCase = property.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  return lowerCase === kebabCase ? [lowerCase] : [lowerCase, kebabCase];
}

/**
 * Every element by tag, as any version of `@shopify/ui-extensions` types it. Both surfaces type each element
 * alike.
 */
export const ELEMENTS: Readonly<Record<string, ElementSpec>> = Object.fromEntries(
  Object.entries(ELEMENT_TABLE).map(([tag, row]) => [
    tag,
    {events: [], ...row, properties: [...row.properties, 'slot']},
  ]),
);

/** Lists the elements that a surface has. */
export function tagsOf(surface: 'checkout' | 'customer-account'): readonly string[] {
  const tags = Object.keys(ELEMENT_TABLE);
  return surface === 'checkout' ? tags.filter((tag) => !CUSTOMER_ACCOUNT_ONLY.includes(tag)) : tags;
}
