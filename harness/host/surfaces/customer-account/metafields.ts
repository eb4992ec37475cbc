import type {Metafield, MetafieldOwner} from '../../../wire/account.ts';
import type {Mount, PageState} from '../../../wire/control.ts';
import type {Variant} from '../../../wire/order.ts';

/** The metafields that the extension's TOML asks for and its app may see. */
export function visibleMetafields(mount: Mount, state: PageState): readonly Metafield[] {
  return knownMetafields(
    mount,
    state,
    state.order.lines.map(({merchandise}) => merchandise),
  ).filter(({target}) => target.type !== 'order' || mount.apiVersion >= '2026-04');
}

/** Those of somebody who buys these variants; of products and variants no others. */
export function knownMetafields(
  {metafields: wanted}: Mount,
  {metafields, app}: PageState,
  bought: readonly Variant[],
): readonly Metafield[] {
  const ids = new Set(bought.flatMap(({id, product}) => [id, product.id]));
  return metafields.filter(({target, metafield}) => {
    if (!app.protectedCustomerData && PROTECTED.includes(target.type)) return false;
    if (BOUGHT.includes(target.type) && !ids.has(target.id)) return false;
    return wanted.some(({namespace, key}) => namespace === metafield.namespace && key === metafield.key);
  });
}

const PROTECTED: readonly MetafieldOwner[] = ['customer', 'company', 'companyLocation'];
const BOUGHT: readonly MetafieldOwner[] = ['product', 'variant'];
