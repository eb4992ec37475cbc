import {emptyValue} from '../graphql/user-error.ts';
import type {Metafield, MetafieldOwner} from '../../../../wire/account.ts';
import {metafieldId} from '../../../world/metafield-id.ts';
import {fitsType, metafieldDigest, metafieldValue} from '../../../world/metafield-value.ts';
import type {CustomerAccount} from './account-state.ts';

/** The name of a metafield of one owner. */
interface Identifier {
  readonly namespace: string;
  readonly key: string;
}

/** A metafield to set. */
export interface MetafieldInput extends Identifier {
  readonly ownerId: string;
  readonly type?: string | null;
  readonly value: string;
  readonly compareDigest?: string | null;
}

/** An error of an input, as the mutation answers it. */
interface UserError {
  readonly code: string;
  readonly field: string;
  readonly message: string;
}

/** Resolves the fields that the type of every owner has: `metafield` and `metafields`. */
export function resolveMetafields(metafields: readonly Metafield[], ownerId: string): object {
  const find = (identifier: Identifier): object | null => {
    const found = metafields[indexOf(metafields, ownerId, identifier)];
    return found === undefined ? null : resolveMetafield(found);
  };

  return {
    metafield: find,
    metafields: ({identifiers}: {identifiers: readonly Identifier[]}) => identifiers.map(find),
  };
}

/**
 * Sets metafields of the signed-in customer, of the page's order, or of the customer's company: all of them,
 * or none and user errors. Pages show the new ones.
 *
 * @param account the state at the time of the call: other requests may have changed metafields since this one came
 * @param unknownOwner the code of an unknown owner: versions until 2025-01 have no `INVALID`
 * @see https://shopify.dev/docs/api/customer/latest/mutations/metafieldsSet
 */
export function setMetafields(
  inputs: readonly MetafieldInput[],
  account: CustomerAccount,
  unknownOwner: 'INVALID' | 'INVALID_VALUE' = 'INVALID',
): object {
  const owners = ownersOf(account);
  const all = [...account.metafields];
  const typed = inputs.map((input) => ({...input, type: typeOf(input, all)}));

  const userErrors = typed.flatMap((input, index) =>
    [...errorsOf(input, owners, unknownOwner), ...staleErrors(input, all)].map((error) =>
      atElement(error, index),
    ),
  );
  if (userErrors.length > 0) return {metafields: null, userErrors};

  const set = typed.map((input) => {
    const made = metafieldOf(input, owners);
    const known = indexOf(all, input.ownerId, input);
    const index = known === -1 ? all.length : known;

    all[index] = made;
    return resolveMetafield(made);
  });

  account.setMetafields(all);
  return {metafields: set, userErrors};
}

/** The name of a metafield of an owner. */
export interface MetafieldName extends Identifier {
  readonly ownerId: string;
}

/**
 * Deletes metafields: all of them, or none and user errors. Pages show what is left.
 *
 * @see https://shopify.dev/docs/api/customer/latest/mutations/metafieldsDelete
 */
export function deleteMetafields(names: readonly MetafieldName[], account: CustomerAccount): object {
  const owners = ownersOf(account);
  const unknown = names.findIndex(({ownerId}) => !owners.has(ownerId));
  if (unknown !== -1) {
    const error = {code: 'INVALID', field: 'ownerId', message: 'Owner does not exist.'} as const;
    return {deletedMetafields: null, userErrors: [atElement(error, unknown)]};
  }

  const indexes = names.map((name) => indexOf(account.metafields, name.ownerId, name));
  account.setMetafields(account.metafields.filter((_, index) => !indexes.includes(index)));
  return {
    deletedMetafields: names.map(({ownerId, namespace, key}, position) =>
      indexes[position] === -1 ? null : {ownerId, namespace, key},
    ),
    userErrors: [],
  };
}

/** The type of an input: its own, that of the metafield that it replaces, or the default. */
function typeOf(input: MetafieldInput, all: readonly Metafield[]): string {
  const known = all[indexOf(all, input.ownerId, input)];
  return input.type ?? known?.metafield.type ?? 'single_line_text_field';
}

function metafieldOf(
  {ownerId, namespace, key, type, value}: MetafieldInput & {readonly type: string},
  owners: ReadonlyMap<string, MetafieldOwner>,
): Metafield {
  return {
    target: {type: owners.get(ownerId) ?? 'customer', id: ownerId},
    metafield: {namespace, key, type, ...metafieldValue(type, value)},
  };
}

/** Lists the owners whose metafields an extension may set, by id. */
function ownersOf({customer, order, orders}: CustomerAccount): ReadonlyMap<string, MetafieldOwner> {
  const owners = new Map<string, MetafieldOwner>([order, ...orders].map(({id}) => [id, 'order']));
  if (customer === null) return owners;

  owners.set(customer.id, 'customer');
  if (customer.company !== null) {
    owners.set(customer.company.id, 'company');
    owners.set(customer.company.location.id, 'companyLocation');
  }

  return owners;
}

function indexOf(metafields: readonly Metafield[], ownerId: string, {namespace, key}: Identifier): number {
  return metafields.findIndex(
    ({target, metafield}) =>
      target.id === ownerId && metafield.namespace === namespace && metafield.key === key,
  );
}

function resolveMetafield({target, metafield}: Metafield): object {
  const {namespace, key, type, value, valueType} = metafield;
  return {
    id: metafieldId({target, metafield}),
    namespace,
    key,
    type,
    value: String(value),
    compareDigest: metafieldDigest(metafield),
    jsonValue: valueType === 'json_string' ? (JSON.parse(String(value)) as unknown) : value,
  };
}

function errorsOf(
  {ownerId, type, value}: MetafieldInput & {readonly type: string},
  owners: ReadonlyMap<string, MetafieldOwner>,
  unknownOwner: 'INVALID' | 'INVALID_VALUE',
): readonly UserError[] {
  if (!owners.has(ownerId)) return [{code: unknownOwner, field: 'ownerId', message: 'Owner does not exist.'}];
  if (value === '') {
    const {code, message} = emptyValue('Value', ['value']);
    return [{code, field: 'value', message: `${message}.`}];
  }

  return fitsType(type, value)
    ? []
    : [{code: 'INVALID_VALUE', field: 'value', message: `Value must be of the type ${type}.`}];
}

/** Refuses a metafield that has changed since the app read its digest. */
function staleErrors(input: MetafieldInput, all: readonly Metafield[]): readonly UserError[] {
  if (input.compareDigest == null) return [];

  const known = all[indexOf(all, input.ownerId, input)];
  const isSame = known !== undefined && metafieldDigest(known.metafield) === input.compareDigest;
  const message = 'The metafield has changed since its digest was read.';
  return isSame ? [] : [{code: 'STALE_OBJECT', field: 'compareDigest', message}];
}

function atElement({code, field, message}: UserError, index: number): object {
  return {code, elementIndex: index, field: ['metafields', String(index), field], message};
}
