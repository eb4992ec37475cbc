import {metafieldId} from '../../../../world/metafield-id.ts';
import {metafieldDigest} from '../../../../world/metafield-value.ts';
import {numberOf} from '../../../../world/gid.ts';
import {timesOf} from '../../../../world/resource-times.ts';
import type {ShopMetafield} from '../../../../world/shop-metafield.ts';
import {connection} from '../../graphql/connection.ts';
import type {PageOf} from '../../graphql/connection.ts';
import {resolveReferences} from '../../storefront/references.ts';
import type {AdminState} from '../admin-state.ts';
import {allMetafields, findMetafield} from './metafield-list.ts';
import {namespaceOf} from './namespace.ts';
import {OWNER_TYPES} from './owners.ts';

interface Identifier {
  readonly namespace?: string | null;
  readonly key: string;
}

interface MetafieldsOf extends PageOf {
  readonly namespace?: string | null;
  readonly keys?: readonly string[] | null;
}

/** Resolves the fields that every owner of metafields has: `metafield` and `metafields`. */
export function metafieldMembers(ownerId: string, state: AdminState): object {
  const own = (): readonly ShopMetafield[] =>
    allMetafields(state.model).filter(({target}) => target.id === ownerId);

  return {
    metafield({namespace, key}: Identifier) {
      const name = namedBy(namespace, key);
      const found = findMetafield(own(), {ownerId, ...name});
      return found === undefined ? null : resolveMetafield(found, state);
    },
    metafields({namespace, keys, ...page}: MetafieldsOf) {
      const wanted = own().filter(
        ({metafield}) =>
          (namespace == null || metafield.namespace === namespaceOf(namespace)) &&
          (keys == null || keys.some((key) => isNamed(metafield, key))),
      );
      return connection(
        wanted.map((metafield) => resolveMetafield(metafield, state)),
        page,
      );
    },
  };
}

/** Resolves the fields of `Metafield`. */
export function resolveMetafield(found: ShopMetafield, state: AdminState): {readonly id: string} {
  const {metafield, target} = found;
  const {namespace, key, type} = metafield;
  const id = metafieldId(found);
  const value = String(metafield.value);
  const find = (wanted: string): {readonly id: string} | null =>
    state.find(wanted) as {readonly id: string} | null;

  const resolved = {
    __typename: 'Metafield',
    id,
    legacyResourceId: numberOf(id),
    namespace,
    key,
    type,
    value,
    jsonValue: jsonOf(type, value),
    compareDigest: metafieldDigest(metafield),
    description: null,
    ...timesOf(state.model.seed, id),
    ownerType: OWNER_TYPES[target.type],
    owner: () => find(target.id),
    ...resolveReferences({type, value}, find),
  };

  return resolved;
}

/** Reads a name such as `custom.tier`, with the namespace in the key if it is not given apart. */
function namedBy(namespace: string | null | undefined, key: string): {namespace: string; key: string} {
  const dot = key.lastIndexOf('.');
  if (namespace != null || dot === -1) return {namespace: namespaceOf(namespace), key};
  return {namespace: namespaceOf(key.slice(0, dot)), key: key.slice(dot + 1)};
}

function isNamed(metafield: ShopMetafield['metafield'], name: string): boolean {
  const {namespace, key} = namedBy(null, name);
  return metafield.key === key && (!name.includes('.') || metafield.namespace === namespace);
}

function jsonOf(type: string, value: string): unknown {
  const isText = !(
    type === 'json' ||
    type.startsWith('list.') ||
    type === 'boolean' ||
    type.startsWith('number_')
  );
  if (isText || type === 'number_decimal') return value;
  try {
    return JSON.parse(value) as unknown;
  } catch {
    return value;
  }
}
