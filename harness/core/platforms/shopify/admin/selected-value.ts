import {Kind} from 'graphql';
import type {FragmentDefinitionNode, SelectionNode, SelectionSetNode} from 'graphql';
import {isRecord} from '../../../../records.ts';

/**
 * Returns the part of a value that a query selects. A member that the value lacks is null. A fragment applies unless the
 * value names another type in `__typename`.
 */
export function selectedOf(
  value: unknown,
  selectionSet: SelectionSetNode | undefined,
  fragments: readonly FragmentDefinitionNode[],
): unknown {
  if (Array.isArray(value)) return value.map((item) => selectedOf(item, selectionSet, fragments));
  if (!isRecord(value) || selectionSet === undefined) return value ?? null;

  const selected: Record<string, unknown> = {};
  const collect = (selections: readonly SelectionNode[]): void => {
    for (const selection of selections) {
      if (selection.kind === Kind.FIELD) {
        const key = (selection.alias ?? selection.name).value;
        selected[key] = selectedOf(value[selection.name.value], selection.selectionSet, fragments);
        continue;
      }

      const fragment =
        selection.kind === Kind.INLINE_FRAGMENT
          ? selection
          : fragments.find(({name}) => name.value === selection.name.value);
      const type = fragment?.typeCondition?.name.value;
      const applies = type === undefined || value['__typename'] === undefined || value['__typename'] === type;
      if (fragment !== undefined && applies) collect(fragment.selectionSet.selections);
    }
  };

  collect(selectionSet.selections);
  return selected;
}
