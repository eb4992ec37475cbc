import type {Metafield, MetafieldOwner} from '../../../wire/account.ts';
import type {Mount, PageState} from '../../../wire/control.ts';

/** The metafields that the extension's TOML asks for and its app may see. */
export function visibleMetafields({metafields: wanted, apiVersion}: Mount, {metafields, app}: PageState): readonly Metafield[] {
  return metafields.filter(({target, metafield}) => {
    if (!app.protectedCustomerData && PROTECTED.includes(target.type)) return false;
    if (target.type === 'order' && apiVersion < '2026-04') return false;
    return wanted.some(({namespace, key}) => namespace === metafield.namespace && key === metafield.key);
  });
}

const PROTECTED: readonly MetafieldOwner[] = ['customer', 'company', 'companyLocation'];
