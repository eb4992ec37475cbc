/** What a host page needs of a surface: the API of its targets, its elements, and its part of the page. */
import type {Mount, PageState} from '../../../wire/control.ts';
import type {ElementSpec} from '../../../wire/element-spec.ts';
import {ELEMENTS, SURFACE_TAGS} from '../../../wire/elements.ts';
import type {ApiTree} from '../../../wire/sandbox.ts';
import {surfaceOf, type SurfaceName} from '../../../wire/surfaces.ts';
import {checkoutApi} from './checkout-api.ts';
import {accountApi} from './account-api.ts';

/** The tree of a target's API as the state has it now; empty for a target that no surface has. */
export function apiOf(mount: Mount, state: PageState): ApiTree {
  const surface = surfaceOf(mount.target);
  return surface === undefined ? {} : APIS[surface](mount, state);
}

/** The elements that the surface of a target has. */
export function elementsOf(target: string): Readonly<Record<string, ElementSpec>> {
  const surface = surfaceOf(target);
  return surface === undefined
    ? {}
    : Object.fromEntries(SURFACE_TAGS[surface].map((tag) => [tag, ELEMENTS[tag] as ElementSpec]));
}

const APIS: Readonly<Record<SurfaceName, (mount: Mount, state: PageState) => ApiTree>> = {
  checkout: checkoutApi,
  'customer-account': accountApi,
};
