import type {Metafield} from '../../../../wire/account.ts';

/** The name of a metafield of one owner. */
interface Identifier {
  readonly namespace?: string | null;
  readonly key: string;
}

/** Resolves the fields that every owner of metafields has: `metafield` and `metafields`. */
export function resolveMetafields(all: readonly Metafield[], ownerId: string, owner: () => object): object {
  const find = ({namespace, key}: Identifier): object | null => {
    const index = all.findIndex(
      ({target, metafield}) =>
        target.id === ownerId &&
        metafield.key === key &&
        (namespace == null || metafield.namespace === namespace),
    );

    const found = all[index];
    return found === undefined ? null : resolveMetafield(found, index, owner);
  };

  return {
    metafield: find,
    metafields: ({identifiers}: {identifiers: readonly Identifier[]}) => identifiers.map(find),
  };
}

function resolveMetafield({metafield, target}: Metafield, index: number, owner: () => object): object {
  const {namespace, key, type, value} = metafield;
  return {
    __typename: 'Metafield',
    id: `gid://shopify/Metafield/${index + 1}`,
    namespace,
    key,
    type,
    value: String(value),
    description: null,
    parentResource: () => (target.type === 'shop' ? null : owner()),
  };
}
