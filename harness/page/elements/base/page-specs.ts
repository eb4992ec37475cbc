import {ADMIN_ELEMENT_TABLE} from '../../../wire/admin-element-table.ts';
import {specsOf, type ElementSpec, type ElementSpecs} from '../../../wire/element-spec.ts';
import {ELEMENTS} from '../../../wire/elements.ts';

const ADMIN_ELEMENTS = specsOf(ADMIN_ELEMENT_TABLE);

/**
 * Every element that a page can show, with all that any surface types for it. The tree of an extension accepts only
 * what its own surface has.
 */
export const PAGE_SPECS: ElementSpecs = Object.fromEntries(
  [...new Set([...Object.keys(ELEMENTS), ...Object.keys(ADMIN_ELEMENTS)])].map((tag) => [
    tag,
    union(ELEMENTS[tag], ADMIN_ELEMENTS[tag]),
  ]),
);

/** Combines what two surfaces have of one element. */
function union(one: ElementSpec | undefined, other: ElementSpec | undefined): ElementSpec {
  const both = (list: keyof ElementSpec): readonly string[] => [
    ...new Set([...(one?.[list] ?? []), ...(other?.[list] ?? [])]),
  ];

  return {
    properties: both('properties'),
    booleans: both('booleans'),
    events: both('events'),
    methods: both('methods'),
  };
}
