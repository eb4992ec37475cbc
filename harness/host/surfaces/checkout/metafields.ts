import type {Metafield, MetafieldOwner} from '../../../wire/account.ts';
import type {Mount, PageState} from '../../../wire/control.ts';

/** The metafields that the extension's TOML asks for and its app may see, those of the cart included. */
export function checkoutMetafields({metafields: wanted}: Mount, {metafields, checkout, app}: PageState): readonly CheckoutMetafieldEntry[] {
  const ofCart = checkout.metafields.map(({namespace, key, value, type}): CheckoutMetafieldEntry => ({
    target: {type: 'cart', id: `gid://shopify/Cart/${checkout.token}`},
    metafield: {namespace, key, value, valueType: 'string', type},
  }));
  const others = metafields.flatMap((entry): CheckoutMetafieldEntry[] => {
    const {type, id} = entry.target;
    if (type === 'order' || type === 'cart') return [];
    if (!app.protectedCustomerData && PROTECTED.includes(type)) return [];
    return [{target: {type, id}, metafield: {...entry.metafield, value: String(entry.metafield.value)}}];
  });
  return [...others, ...ofCart].filter(({metafield}) =>
    wanted.some(({namespace, key}) => namespace === metafield.namespace && key === metafield.key),
  );
}

const PROTECTED: readonly MetafieldOwner[] = ['customer', 'company', 'companyLocation'];

export interface CheckoutMetafieldEntry {
  readonly target: {readonly type: Exclude<MetafieldOwner, 'order'>; readonly id: string};
  readonly metafield: Omit<Metafield['metafield'], 'value'> & {readonly value: string};
}
