import type {CartMetafield} from '../../../../wire/checkout.ts';
import {UserError, emptyValue} from '../graphql/user-error.ts';
import type {MetafieldInput} from './cart-input.ts';
import {openCart, resolveCartMetafield} from './cart.ts';
import type {StorefrontWorld} from './storefront-world.ts';

/** The most metafields that one mutation sets. */
const MOST = 25;

interface SetInput extends MetafieldInput {
  readonly ownerId: string;
}

interface DeleteInput {
  readonly ownerId: string;
  readonly key: string;
}

/**
 * Resolves the mutations of metafields of carts. Extensions read them by `metafields` of the cart.
 *
 * @see https://shopify.dev/docs/api/storefront/latest/mutations/cartMetafieldsSet
 */
export function metafieldMutations(now: () => StorefrontWorld): object {
  return {
    cartMetafieldsSet: ({metafields}: {metafields: readonly SetInput[]}) => set(metafields, now),
    cartMetafieldDelete: ({input}: {input: DeleteInput}) => remove(input, now()),
  };
}

/**
 * Reads the metafields of an input.
 *
 * @param path the path of the argument
 * @throws {UserError} for a key without a namespace, and for an empty value
 */
export function readMetafields(
  inputs: readonly MetafieldInput[],
  path: readonly string[],
): readonly CartMetafield[] {
  return inputs.map((input, index) => {
    const fault = faultOf(input, [...path, String(index)]);
    if (fault !== null) throw fault;
    return {...readKey(input.key), value: input.value, type: input.type};
  });
}

/** Replaces the metafields of the same names, and adds the others. */
export function mergedMetafields(
  known: readonly CartMetafield[],
  added: readonly CartMetafield[],
): readonly CartMetafield[] {
  return [...new Map([...known, ...added].map((each) => [`${each.namespace}.${each.key}`, each])).values()];
}

function set(inputs: readonly SetInput[], now: () => StorefrontWorld): object {
  const errors = inputs.flatMap((input, elementIndex) => {
    const path = ['metafields', String(elementIndex)];
    const fault = openCart(input.ownerId, now()) === undefined ? unknownOwner(path) : faultOf(input, path);
    return fault === null ? [] : [resolveSetError(fault, elementIndex)];
  });

  if (inputs.length > MOST) {
    const message = `Exceeded the maximum metafields input limit of ${MOST}.`;
    errors.push(resolveSetError(new UserError('LESS_THAN_OR_EQUAL_TO', message, ['metafields']), null));
  }

  if (errors.length > 0) return {metafields: null, userErrors: errors};

  const added = inputs.map((input) => {
    const metafield = {...readKey(input.key), value: input.value, type: input.type};
    const {carts} = now();
    const cart = openCart(input.ownerId, now());
    if (cart !== undefined) {
      const metafields = mergedMetafields(cart.checkout.metafields, [metafield]);
      carts.change(cart.checkout.token, {checkout: {metafields}}, 'cartMetafieldsSet');
    }

    return resolveCartMetafield(metafield);
  });

  return {metafields: added, userErrors: []};
}

function remove({ownerId, key}: DeleteInput, world: StorefrontWorld): object {
  const cart = openCart(ownerId, world);
  if (cart === undefined) return notDeleted(unknownOwner(['input']));

  const {token, metafields} = cart.checkout;
  const name = readKey(key);
  const found = metafields.find((each) => each.namespace === name.namespace && each.key === name.key);
  if (found === undefined)
    return notDeleted(
      new UserError('METAFIELD_DOES_NOT_EXIST', 'Metafield does not exist', ['input', 'key']),
    );

  const others = metafields.filter((each) => each !== found);
  world.carts.change(token, {checkout: {metafields: others}}, 'cartMetafieldDelete');
  return {deletedId: resolveCartMetafield(found).id, userErrors: []};
}

function notDeleted({code, message, field}: UserError): object {
  return {deletedId: null, userErrors: [{__typename: 'MetafieldDeleteUserError', code, message, field}]};
}

function resolveSetError({code, message, field}: UserError, elementIndex: number | null): object {
  return {__typename: 'MetafieldsSetUserError', code, message, field, elementIndex};
}

function unknownOwner(path: readonly string[]): UserError {
  return new UserError('INVALID_OWNER', 'Owner does not exist.', [...path, 'ownerId']);
}

function faultOf({key, value}: MetafieldInput, path: readonly string[]): UserError | null {
  if (readKey(key).namespace === '')
    return new UserError('INVALID_VALUE', 'Key must include a namespace.', [...path, 'key']);

  return value === '' ? emptyValue('Value', [...path, 'value']) : null;
}

/** Reads a key with its namespace: `custom.gift`. */
function readKey(key: string): {readonly namespace: string; readonly key: string} {
  const dot = key.lastIndexOf('.');
  return {namespace: key.slice(0, Math.max(0, dot)), key: key.slice(dot + 1)};
}
