import type {PickedResource, ResourceQuery} from '../../wire/admin.ts';
import type {PickerRow} from '../../wire/app-bridge.ts';

/** The ids that are selected: of products or collections, and of variants. */
export type Selection = ReadonlySet<string>;

/** Returns the selection that a picker starts with. A product without variants has all of them. */
export function startingSelection(found: readonly PickedResource[], query: ResourceQuery): Selection {
  const ids = (query.selectionIds ?? []).flatMap(({id, variants}) => {
    const all = found.find((row) => row.id === id)?.variants ?? [];
    return [id, ...(variants ?? all).map((variant) => variant.id)];
  });
  return new Set(ids);
}

/** Selects a row with all its variants, or takes it away. A picker for one row forgets the others. */
export function toggleRow(selected: Selection, row: PickedResource, query: ResourceQuery): Selection {
  const ids = [row.id, ...(row.variants ?? []).map(({id}) => id)];
  if (selected.has(row.id)) return new Set([...selected].filter((id) => !ids.includes(id)));
  return new Set([...(isMultiple(query) ? selected : []), ...ids]);
}

/** Selects a variant of a product, or takes it away. A product without selected variants is not selected. */
export function toggleVariant(
  selected: Selection,
  row: PickedResource,
  variant: string,
  query: ResourceQuery,
): Selection {
  const before = isMultiple(query) || selected.has(row.id) ? selected : new Set<string>();
  const after = new Set(before);
  if (after.has(variant)) after.delete(variant);
  else after.add(variant);

  const hasVariants = (row.variants ?? []).some(({id}) => after.has(id));
  if (hasVariants) after.add(row.id);
  else after.delete(row.id);
  return after;
}

/** Returns the selected rows, with their selected variants. */
export function pickedRows(found: readonly PickedResource[], selected: Selection): readonly PickedResource[] {
  return found
    .filter(({id}) => selected.has(id))
    .map((row) =>
      row.variants === undefined ? row : {...row, variants: row.variants.filter(({id}) => selected.has(id))},
    );
}

/** Whether several rows may be selected: `multiple` is `true`, or a number above 1. */
function isMultiple({multiple = false}: {readonly multiple?: boolean | number}): boolean {
  return multiple !== false && multiple !== 1;
}

/** The number of rows that may be selected at most. */
function mostRows({multiple = false}: {readonly multiple?: boolean | number}): number {
  if (typeof multiple === 'number') return multiple;
  return multiple ? Infinity : 1;
}

/** Whether a picker for several rows has as many as it takes. */
export function isFull(count: number, query: {readonly multiple?: boolean | number}): boolean {
  const most = mostRows(query);
  return most > 1 && count >= most;
}

/** Returns the ids of the items that a picker starts with. */
export function selectedItems(items: readonly PickerRow[]): readonly string[] {
  return items.filter(({selected}) => selected === true).map(({id}) => id);
}

/** Selects an item, or takes it away. A picker for one item forgets the other. */
export function toggleItem(
  selected: readonly string[],
  id: string,
  options: {readonly multiple?: boolean | number},
): readonly string[] {
  if (selected.includes(id)) return selected.filter((other) => other !== id);
  return isMultiple(options) ? [...selected, id] : [id];
}
