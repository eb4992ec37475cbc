import type {Metafield, MetafieldOwner} from '../../../../wire/account.ts';
import {timesOf} from '../../../world/resource-times.ts';
import {resolveReferences} from './references.ts';
import type {ResolverContext} from './resolver-context.ts';

/** A metafield as the Storefront API has it. */
export interface ResolvedMetafield {
  readonly id: string;
}

/** The name of a metafield of one owner. */
interface Identifier {
  readonly namespace?: string | null;
  readonly key: string;
}

/** Resolves the fields that every owner of metafields has: `metafield` and `metafields`. */
export function resolveMetafields(source: ResolverContext, ownerId: string, owner: () => object): object {
  const {metafields} = source.world;

  const find = ({namespace, key}: Identifier): object | null => {
    const index = metafields.findIndex(
      ({target, metafield}) =>
        target.id === ownerId &&
        metafield.key === key &&
        (namespace == null || metafield.namespace === namespace),
    );

    const found = metafields[index];
    return found === undefined ? null : resolveMetafield(found, {index, source, owner});
  };

  return {
    metafield: find,
    metafields: ({identifiers}: {identifiers: readonly Identifier[]}) => identifiers.map(find),
  };
}

/** The owners whose metafields everybody may read. A customer's, a company's and an order's need their buyer. */
const PUBLIC_OWNERS: readonly MetafieldOwner[] = ['shop', 'product', 'variant'];

/** Finds a metafield by its id, for `node`. */
export function metafieldById(id: string, source: ResolverContext): ResolvedMetafield | null {
  const index = source.world.metafields.findIndex((_, position) => idOf(position) === id);
  const found = source.world.metafields[index];
  if (found === undefined || !PUBLIC_OWNERS.includes(found.target.type)) return null;

  const {target} = found;
  return resolveMetafield(found, {index, source, owner: () => source.find(target.id) ?? {id: target.id}});
}

function resolveMetafield(
  {metafield, target}: Metafield,
  {index, source, owner}: {index: number; source: ResolverContext; owner: () => object},
): ResolvedMetafield {
  const {namespace, key, type} = metafield;
  const id = idOf(index);
  const value = String(metafield.value);

  const resolved = {
    __typename: 'Metafield',
    id,
    namespace,
    key,
    type,
    value,
    description: null,
    ...timesOf(source.world.seed, `${target.id} ${namespace}.${key}`),
    ...resolveReferences({type, value}, source.find),
    parentResource: owner,
  };

  return resolved;
}

function idOf(index: number): string {
  return `gid://shopify/Metafield/${index + 1}`;
}
