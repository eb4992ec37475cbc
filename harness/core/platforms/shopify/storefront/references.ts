import {connection} from '../graphql/connection.ts';
import type {PageOf} from '../graphql/connection.ts';
import type {FindById} from './resolver-context.ts';

/** A value and the type of its definition, such as `list.product_reference`. */
interface TypedValue {
  readonly type: string;
  readonly value: string;
}

/**
 * Resolves `reference` and `references` of a metafield or of a field of a metaobject.
 *
 * @see https://shopify.dev/docs/apps/build/metafields/list-of-data-types
 */
export function resolveReferences({type, value}: TypedValue, find: FindById): object {
  const isReference = type.endsWith('_reference');
  const isList = type.startsWith('list.');

  return {
    reference: () => (isReference && !isList ? find(value) : null),
    references: (page: PageOf) =>
      isReference && isList
        ? connection(
            idsIn(value).flatMap((id) => find(id) ?? []),
            page,
          )
        : null,
  };
}

/** Reads a list of ids. A test may have written a value that is not a list; then there are no references. */
function idsIn(value: string): readonly string[] {
  try {
    const ids: unknown = JSON.parse(value);
    return Array.isArray(ids) ? ids.map(String) : [];
  } catch {
    return [];
  }
}
