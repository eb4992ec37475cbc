import type {Metafield, MetafieldOwner} from '../../../../wire/account.ts';
import type {Mount, PageState} from '../../../../wire/control.ts';
import {isDeclared, knownMetafields} from '../customer-account/account-metafields.ts';

/**
 * Lists the metafields that the extension's TOML declares and its app may see, including those of the cart.
 */
export function checkoutMetafields(mount: Mount, state: PageState): readonly CheckoutMetafieldEntry[] {
  const {lines, metafields, token} = state.checkout;
  const bought = lines.flatMap(({merchandise, components}) => [
    merchandise,
    ...components.map((component) => component.merchandise),
  ]);

  const others = knownMetafields(mount, state, bought).flatMap(
    ({target: {type, id}, metafield}): CheckoutMetafieldEntry[] =>
      type === 'order' || type === 'cart'
        ? []
        : [{target: {type, id}, metafield: {...metafield, value: String(metafield.value)}}],
  );

  const ofCart = metafields
    .filter((metafield) => isDeclared(mount, 'cart', metafield))
    .map(({namespace, key, value, type}): CheckoutMetafieldEntry => ({
      target: {type: 'cart', id: `gid://shopify/Cart/${token}`},
      metafield: {namespace, key, value, valueType: 'string', type},
    }));

  return [...others, ...ofCart];
}

export interface CheckoutMetafieldEntry {
  readonly target: {readonly type: Exclude<MetafieldOwner, 'order'>; readonly id: string};
  readonly metafield: Omit<Metafield['metafield'], 'value'> & {readonly value: string};
}
