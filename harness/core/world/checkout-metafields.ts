import {isRecord} from '../../records.ts';
import type {ChangeResult} from '../../wire/change-members.ts';
import type {Checkout} from '../../wire/checkout.ts';
import {failure, refusalOf, unknownType} from './change-result.ts';
import type {Changed, ChangeContext} from './change-result.ts';

const CART_TYPES: readonly string[] = ['updateCartMetafield', 'removeCartMetafield'];

/** The types for the metafields of the checkout itself, which API versions after 2026-01 do not have. */
const CHECKOUT_TYPES: readonly string[] = ['updateMetafield', 'removeMetafield'];

/** Carries out `applyMetafieldChange`: sets or removes one metafield. */
export function metafieldChange(
  checkout: Checkout,
  change: Record<string, unknown>,
  {apiVersion}: ChangeContext,
): Changed<ChangeResult> {
  const {type} = change;
  const known = apiVersion <= '2026-01' ? [...CART_TYPES, ...CHECKOUT_TYPES] : CART_TYPES;
  if (typeof type !== 'string' || !known.includes(type)) return failure(checkout, unknownType(type, known));

  const right = type.startsWith('remove')
    ? 'metafields.canDeleteCartMetafield'
    : 'metafields.canSetCartMetafields';
  const refusal = refusalOf(checkout, right);
  if (refusal !== null) return failure(checkout, refusal);

  const given = type === 'updateCartMetafield' ? change['metafield'] : change;
  const fields = isRecord(given) ? given : {};
  const {key, namespace = '$app'} = fields;
  if (typeof key !== 'string' || key === '' || typeof namespace !== 'string')
    return failure(checkout, 'A metafield needs a key.');

  const metafields = withoutMetafield(checkout.metafields, {namespace, key});
  const checkoutMetafields = withoutMetafield(checkout.checkoutMetafields, {namespace, key});

  switch (type) {
    case 'removeCartMetafield':
      return {checkout: {...checkout, metafields}, result: {type: 'success'}};
    case 'removeMetafield':
      return {checkout: {...checkout, checkoutMetafields}, result: {type: 'success'}};
    case 'updateMetafield':
      return setCheckoutMetafield(checkout, {namespace, key}, fields);
    default:
      return setCartMetafield(checkout, {namespace, key}, fields);
  }
}

/** The name of a metafield. */
interface MetafieldName {
  readonly namespace: string;
  readonly key: string;
}

function setCheckoutMetafield(
  checkout: Checkout,
  name: MetafieldName,
  {value, valueType}: Record<string, unknown>,
): Changed<ChangeResult> {
  if (!isValue(value) || !isValueType(valueType))
    return failure(checkout, `The metafield "${name.key}" needs a value and a valueType.`);

  const others = withoutMetafield(checkout.checkoutMetafields, name);
  const checkoutMetafields = [...others, {...name, value, valueType}];
  return {checkout: {...checkout, checkoutMetafields}, result: {type: 'success'}};
}

function setCartMetafield(
  checkout: Checkout,
  name: MetafieldName,
  {value, type}: Record<string, unknown>,
): Changed<ChangeResult> {
  if (typeof value !== 'string')
    return failure(checkout, `The value of the metafield "${name.key}" is not a string.`);
  if (typeof type !== 'string' || type === '')
    return failure(checkout, `The metafield "${name.key}" needs a type.`);

  const others = withoutMetafield(checkout.metafields, name);
  return {
    checkout: {...checkout, metafields: [...others, {...name, value, type}]},
    result: {type: 'success'},
  };
}

function withoutMetafield<Each extends MetafieldName>(
  metafields: readonly Each[],
  {namespace, key}: MetafieldName,
): readonly Each[] {
  return metafields.filter((each) => each.key !== key || each.namespace !== namespace);
}

function isValue(value: unknown): value is string | number {
  return typeof value === 'string' || typeof value === 'number';
}

function isValueType(value: unknown): value is 'integer' | 'string' | 'json_string' {
  return value === 'integer' || value === 'string' || value === 'json_string';
}
