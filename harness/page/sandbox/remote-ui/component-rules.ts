import {adminElements, ALL_VERSIONS} from '../../../wire/admin-elements.ts';
import type {ElementSpecs} from '../../../wire/element-spec.ts';
import {ELEMENTS} from '../../../wire/elements.ts';
import {ADMIN_COMPONENTS} from './admin-components.ts';
import type {ComponentRules} from './component-spec.ts';
import {COMPONENTS} from './components.ts';

/** Returns the rules of the components that an extension may use, and the elements that they become. */
export function rulesOf(target: string): SurfaceRules {
  return target.startsWith('admin.')
    ? {components: ADMIN_COMPONENTS, elements: adminElements(ALL_VERSIONS)}
    : {components: COMPONENTS, elements: ELEMENTS};
}

interface SurfaceRules {
  readonly components: ComponentRules;
  readonly elements: ElementSpecs;
}
