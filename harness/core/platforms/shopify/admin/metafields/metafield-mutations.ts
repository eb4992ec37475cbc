import {fitsType, metafieldDigest, metafieldValue} from '../../../../world/metafield-value.ts';
import type {ShopMetafield} from '../../../../world/shop-metafield.ts';
import type {AdminState} from '../admin-state.ts';
import {emptyError, payloadOf, refuse, refuseAll} from '../model/user-errors.ts';
import type {AdminUserError} from '../model/user-errors.ts';
import {allMetafields, findMetafield, keepMetafields} from './metafield-list.ts';
import type {MetafieldName} from './metafield-list.ts';
import {resolveMetafield} from './metafield-resolver.ts';
import {isOfAnotherApp, namespaceOf} from './namespace.ts';
import {ownerTypeOf} from './owners.ts';

/** The most metafields that one mutation sets. */
const MOST = 25;

/** A metafield to set. */
export interface MetafieldInput {
  readonly namespace?: string | null;
  readonly key?: string | null;
  readonly type?: string | null;
  readonly value?: string | null;
  readonly compareDigest?: string | null;
}

type OwnedInput = MetafieldInput & {readonly ownerId: string};

/**
 * Resolves `metafieldsSet` and `metafieldsDelete`: all metafields, or none and user errors.
 *
 * @see https://shopify.dev/docs/api/admin-graphql/latest/mutations/metafieldsSet
 */
export function metafieldMutations(state: AdminState): object {
  return {
    metafieldsSet: ({metafields}: {metafields: readonly OwnedInput[]}) =>
      payloadOf(() => setAll(metafields, state), {metafields: []}),
    metafieldsDelete: ({metafields}: {metafields: readonly MetafieldName[]}) =>
      payloadOf(() => deleteAll(metafields, state), {deletedMetafields: []}),
  };
}

/**
 * Sets metafields of an owner that another mutation makes or changes.
 *
 * @param path the path of the list in the arguments of that mutation
 */
export function setMetafieldsOf(
  ownerId: string,
  inputs: readonly MetafieldInput[] | null | undefined,
  state: AdminState,
  path: readonly string[] = ['metafields'],
): void {
  if (inputs == null || inputs.length === 0) return;
  const {all, set} = changed(
    inputs.map((input) => ({...input, ownerId})),
    state,
  );
  refuseAll(set.flatMap(({errors}, index) => atElement(errors, index, path)));
  keepMetafields(all, state.model);
}

function setAll(inputs: readonly OwnedInput[], state: AdminState): object {
  if (inputs.length > MOST)
    refuse(
      ['metafields'],
      `Exceeded the maximum metafields input limit of ${MOST}.`,
      'LESS_THAN_OR_EQUAL_TO',
    );

  const {all, set} = changed(inputs, state);
  refuseAll(set.flatMap(({errors}, index) => atElement(errors, index, ['metafields'])));
  keepMetafields(all, state.model);
  return {metafields: set.flatMap(({made}) => (made === null ? [] : resolveMetafield(made, state)))};
}

interface SetOne {
  readonly made: ShopMetafield | null;
  readonly errors: readonly AdminUserError[];
}

/** Returns all metafields after a change, and each one that was set, or its faults. */
function changed(
  inputs: readonly OwnedInput[],
  state: AdminState,
): {readonly all: readonly ShopMetafield[]; readonly set: readonly SetOne[]} {
  let all = allMetafields(state.model);

  const set = inputs.map((input): SetOne => {
    const name = {ownerId: input.ownerId, namespace: namespaceOf(input.namespace), key: input.key ?? ''};
    const known = findMetafield(all, name);
    const owner = ownerTypeOf(input.ownerId, state);
    const type = input.type ?? known?.metafield.type ?? '';
    const errors = faultsOf(input, {...name, type, known, hasOwner: owner !== null});
    if (errors.length > 0 || owner === null) return {made: null, errors};

    const {namespace, key} = name;
    const made: ShopMetafield = {
      target: {type: owner, id: input.ownerId},
      metafield: {namespace, key, type, ...metafieldValue(type, input.value ?? '')},
    };
    all = known === undefined ? [...all, made] : all.map((each) => (each === known ? made : each));
    return {made, errors: []};
  });

  return {all, set};
}

interface Named extends MetafieldName {
  readonly type: string;
  readonly known: ShopMetafield | undefined;
  readonly hasOwner: boolean;
}

function faultsOf(
  {value, compareDigest}: OwnedInput,
  {namespace, key, type, known, hasOwner}: Named,
): readonly AdminUserError[] {
  const fault = (field: string, message: string, code: string): readonly AdminUserError[] => [
    {field: [field], message, code},
  ];

  if (!hasOwner) return fault('ownerId', 'Owner does not exist.', 'INVALID');
  if (isOfAnotherApp(namespace))
    return fault(
      'namespace',
      'Access to this namespace and key on Metafields for this resource type is not allowed.',
      'APP_NOT_AUTHORIZED',
    );

  return [
    ...lengthFaults('namespace', namespace, {least: 3, most: 255}),
    ...lengthFaults('key', key, {least: 2, most: 64}),
    ...(type === '' ? [emptyError('Type', ['type'])] : []),
    ...valueFaults(type, value ?? ''),
    ...(isStale(compareDigest, known)
      ? fault(
          'compareDigest',
          'The resource has been updated since it was loaded. Try again with an updated `compareDigest` value.',
          'STALE_OBJECT',
        )
      : []),
  ];
}

function lengthFaults(
  field: 'namespace' | 'key',
  text: string,
  {least, most}: {readonly least: number; readonly most: number},
): readonly AdminUserError[] {
  const name = field === 'namespace' ? 'Namespace' : 'Key';
  if (text.length < least)
    return [
      {field: [field], message: `${name} is too short (minimum is ${least} characters)`, code: 'TOO_SHORT'},
    ];
  if (text.length > most)
    return [
      {field: [field], message: `${name} is too long (maximum is ${most} characters)`, code: 'TOO_LONG'},
    ];
  return /^[\w-]+$/.test(text)
    ? []
    : [{field: [field], message: `${name} contains one or more invalid characters.`, code: 'INVALID'}];
}

function valueFaults(type: string, value: string): readonly AdminUserError[] {
  if (value === '') return [emptyError('Value', ['value'])];
  if (fitsType(type, value)) return [];
  const kinds: Readonly<Record<string, string>> = {
    boolean: "Value must be 'true' or 'false'.",
    number_integer: 'Value must be an integer.',
    number_decimal: 'Value must be a decimal.',
    json: 'Value is invalid JSON.',
  };
  return [
    {field: ['value'], message: kinds[type] ?? `Value must be of the type ${type}.`, code: 'INVALID_VALUE'},
  ];
}

/** `null` is an input for a metafield that must not exist yet; without the member, nothing is compared. */
function isStale(compareDigest: string | null | undefined, known: ShopMetafield | undefined): boolean {
  if (compareDigest === undefined) return false;
  if (compareDigest === null) return known !== undefined;
  return known === undefined || metafieldDigest(known.metafield) !== compareDigest;
}

function atElement(
  errors: readonly AdminUserError[],
  elementIndex: number,
  path: readonly string[],
): readonly AdminUserError[] {
  return errors.map((error) => ({
    ...error,
    elementIndex,
    field: [...path, String(elementIndex), ...(error.field ?? [])],
  }));
}

function deleteAll(names: readonly MetafieldName[], state: AdminState): object {
  let all = allMetafields(state.model);

  const deletedMetafields = names.map(({ownerId, namespace, key}, index) => {
    if (ownerTypeOf(ownerId, state) === null)
      return refuse(['metafields', String(index), 'ownerId'], 'Owner does not exist.');

    const name = {ownerId, namespace: namespaceOf(namespace), key};
    const known = findMetafield(all, name);
    if (known === undefined) return null;
    all = all.filter((each) => each !== known);
    return name;
  });

  keepMetafields(all, state.model);
  return {deletedMetafields};
}
