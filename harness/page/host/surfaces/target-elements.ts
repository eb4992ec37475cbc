import {adminElements, adminElementSet, ALL_VERSIONS} from '../../../wire/admin-elements.ts';
import {adminPlaceOf} from '../../../wire/admin-targets.ts';
import type {Mount} from '../../../wire/control.ts';
import type {ElementSpec, ElementSpecs} from '../../../wire/element-spec.ts';
import {ELEMENTS, tagsOf} from '../../../wire/elements.ts';
import {surfaceOf} from '../../../wire/surfaces.ts';

/**
 * Returns the elements that a target has. In the admin they depend on the API version and on the group of the
 * target. The components of the React generations become elements of any version.
 */
export function elementsOf({
  target,
  apiVersion,
  wire,
}: Pick<Mount, 'target' | 'apiVersion' | 'wire'>): ElementSpecs {
  const admin = adminPlaceOf(target);
  if (admin !== undefined) {
    if (wire === 'remote-ui') return adminElements(ALL_VERSIONS);
    return admin.components === 'none' ? {} : adminElementSet(admin.components, apiVersion);
  }

  const surface = surfaceOf(target);
  if (surface !== 'checkout' && surface !== 'customer-account') return {};
  return Object.fromEntries(tagsOf(surface).map((tag) => [tag, ELEMENTS[tag] as ElementSpec]));
}
