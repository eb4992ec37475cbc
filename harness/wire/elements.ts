import type {ElementSpec} from './element-spec.ts';
import {CHECKOUT_TAGS, ELEMENT_TABLE} from './element-table.ts';

/** The detail of every event that a page element sends. */
export interface ElementEventDetail {
  /** To copy onto the remote element before its listeners hear the event. */
  readonly state?: Readonly<Record<string, unknown>>;
  /** To copy onto the event itself: `newState` of `toggle`, `location` of a click on a map. */
  readonly event?: Readonly<Record<string, unknown>>;
  /** The event's own detail. */
  readonly detail?: unknown;
}

/** The attributes that set a property: `readOnly` is set by `readonly` and by `read-only`. */
export function attributeNames(property: string): readonly string[] {
  const lowerCase = property.toLowerCase();
  const kebabCase = property.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  return lowerCase === kebabCase ? [lowerCase] : [lowerCase, kebabCase];
}

/** Every element by tag, as `@shopify/ui-extensions` types it in any version; the two surfaces type each element alike. */
export const ELEMENTS: Readonly<Record<string, ElementSpec>> = ELEMENT_TABLE;

/** The elements that each surface has. */
export const SURFACE_TAGS: Readonly<Record<'checkout' | 'customer-account', readonly string[]>> = {
  checkout: CHECKOUT_TAGS,
  'customer-account': Object.keys(ELEMENT_TABLE),
};
