import {ADMIN_ELEMENT_TABLE, ADMIN_ELEMENTS_SINCE} from './admin-element-table.ts';
import {specsOf, type ElementSpecs} from './element-spec.ts';

/** The version that has every element of the admin. */
export const ALL_VERSIONS = '9999-12';

/** The elements that a group of targets has, by the names of the published types. */
export type AdminElementSet =
  | 'standard'
  | 'block'
  | 'action'
  | 'print'
  | 'form'
  | 'function-settings'
  | 'app-home';

/** The elements of each set that are not standard. */
const ADDED: Readonly<Record<AdminElementSet, readonly string[]>> = {
  standard: [],
  block: ['s-admin-block', 's-form'],
  action: ['s-admin-action'],
  print: ['s-admin-print-action'],
  form: ['s-form'],
  'function-settings': ['s-form', 's-function-settings'],
  'app-home': ['s-app-nav', 's-form', 's-modal', 's-page'],
};

const NOT_STANDARD: ReadonlySet<string> = new Set(Object.values(ADDED).flat());

/**
 * Returns the elements of the admin for an API version. A version that the table does not have gets those of the
 * nearest one.
 */
export function adminElements(apiVersion: string): ElementSpecs {
  const has = (name: string): boolean => apiVersion >= (ADMIN_ELEMENTS_SINCE[name] ?? '');

  return Object.fromEntries(
    Object.entries(specsOf(ADMIN_ELEMENT_TABLE))
      .filter(([tag]) => has(tag))
      .map(([tag, spec]) => [
        tag,
        {
          ...spec,
          properties: spec.properties.filter((name) => has(`${tag} ${name}`)),
          events: spec.events.filter((type) => has(`${tag} on${type}`)),
        },
      ]),
  );
}

/** Returns the elements of one set for an API version. */
export function adminElementSet(set: AdminElementSet, apiVersion: string): ElementSpecs {
  return Object.fromEntries(
    Object.entries(adminElements(apiVersion)).filter(
      ([tag]) => !NOT_STANDARD.has(tag) || ADDED[set].includes(tag),
    ),
  );
}
