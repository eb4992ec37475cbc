import {metafieldId} from '../../../world/metafield-id.ts';
import {timesOf} from '../../../world/resource-times.ts';
import type {ShopMetafield} from '../../../world/shop-metafield.ts';
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
    const found = metafields.find(
      ({target, metafield}) =>
        target.id === ownerId &&
        metafield.key === key &&
        (namespace == null || metafield.namespace === namespace),
    );

    return found === undefined ? null : resolveMetafield(found, {source, owner});
  };

  return {
    metafield: find,
    metafields: ({identifiers}: {identifiers: readonly Identifier[]}) => identifiers.map(find),
  };
}

/** The owners whose metafields everybody may read. A customer's, a company's and an order's need their buyer. */
const PUBLIC_OWNERS: readonly string[] = ['shop', 'product', 'variant', 'collection'];

/** Finds a metafield by its id, for `node`. */
export function metafieldById(id: string, source: ResolverContext): ResolvedMetafield | null {
  const found = source.world.metafields.find((metafield) => metafieldId(metafield) === id);
  if (found === undefined || !PUBLIC_OWNERS.includes(found.target.type)) return null;

  const {target} = found;
  return resolveMetafield(found, {source, owner: () => source.find(target.id) ?? {id: target.id}});
}

function resolveMetafield(
  {metafield, target}: ShopMetafield,
  {source, owner}: {source: ResolverContext; owner: () => object},
): ResolvedMetafield {
  const {namespace, key, type} = metafield;
  const id = metafieldId({target, metafield});
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
