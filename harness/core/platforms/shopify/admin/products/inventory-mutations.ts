import {stockOf} from '../../../../world/inventory.ts';
import {LOCATIONS} from '../../../../world/locations.ts';
import type {AdminGraph} from '../model/admin-graph.ts';
import {payloadOf, refuse} from '../model/user-errors.ts';
import {inventoryItemId, resolveInventoryItem, resolveLocation} from './inventory-resolver.ts';
import {draftOf, keepProduct, variantsIn, withVariants} from './product-draft.ts';
import {variantsOf} from './variant-resolver.ts';
import type {VariantOf} from './variant-resolver.ts';

interface QuantitiesInput {
  readonly name: string;
  readonly reason: string;
  readonly referenceDocumentUri?: string | null;
}

interface SetInput extends QuantitiesInput {
  readonly ignoreCompareQuantity?: boolean | null;
  readonly quantities: readonly {
    readonly inventoryItemId: string;
    readonly locationId: string;
    readonly quantity: number;
    readonly compareQuantity?: number | null;
  }[];
}

interface AdjustInput extends QuantitiesInput {
  readonly changes: readonly {
    readonly inventoryItemId: string;
    readonly locationId: string;
    readonly delta: number;
  }[];
}

/** The names of quantities that a set-up may be about: the shop has no reserved or damaged goods. */
const NAMES = ['available', 'on_hand'];

/**
 * Resolves `inventorySetQuantities` and `inventoryAdjustQuantities`, as versions until 2026-01 have them.
 *
 * @see https://shopify.dev/docs/api/admin-graphql/2026-01/mutations/inventorySetQuantities
 */
export function inventoryMutations(graph: AdminGraph): object {
  return {
    inventorySetQuantities: ({input}: {input: SetInput}) =>
      payloadOf(() => setQuantities(input, graph), {inventoryAdjustmentGroup: null}),
    inventoryAdjustQuantities: ({input}: {input: AdjustInput}) =>
      payloadOf(() => adjustQuantities(input, graph), {inventoryAdjustmentGroup: null}),
  };
}

interface Change {
  readonly found: VariantOf;
  readonly locationId: string;
  readonly before: number;
  readonly after: number;
}

function setQuantities(input: SetInput, graph: AdminGraph): object {
  refuseName(input.name);
  const changes = input.quantities.map(({quantity, compareQuantity, ...given}, index): Change => {
    const path = ['input', 'quantities', String(index)];
    const {found, before} = itemOf(given, path, graph);
    if (input.ignoreCompareQuantity !== true && compareQuantity == null)
      return refuse(
        ['input', 'ignoreCompareQuantity'],
        'The compareQuantity argument must be given to each quantity or ignored using ignoreCompareQuantity.',
        'COMPARE_QUANTITY_REQUIRED',
      );
    if (input.ignoreCompareQuantity !== true && compareQuantity !== before)
      return refuse(
        [...path, 'compareQuantity'],
        'The compareQuantity value does not match persisted value.',
        'COMPARE_QUANTITY_STALE',
      );
    return {found, locationId: given.locationId, before, after: quantity};
  });

  return adjusted(changes, input, graph);
}

function adjustQuantities(input: AdjustInput, graph: AdminGraph): object {
  refuseName(input.name);
  const changes = input.changes.map(({delta, ...given}, index): Change => {
    const {found, before} = itemOf(given, ['input', 'changes', String(index)], graph);
    return {found, locationId: given.locationId, before, after: before + delta};
  });

  return adjusted(changes, input, graph);
}

function refuseName(name: string): void {
  if (NAMES.includes(name)) return;
  refuse(['input', 'name'], `The quantity name must be either 'available' or 'on_hand'.`, 'INVALID_NAME');
}

function itemOf(
  {inventoryItemId: id, locationId}: {readonly inventoryItemId: string; readonly locationId: string},
  path: readonly string[],
  {state}: AdminGraph,
): {readonly found: VariantOf; readonly before: number} {
  const {model} = state;
  const found = variantsOf(model.records.products).find((each) => inventoryItemId(each.id) === id);
  if (found === undefined)
    return refuse(
      [...path, 'inventoryItemId'],
      'The specified inventory item could not be found.',
      'INVALID_INVENTORY_ITEM',
    );
  if (LOCATIONS.every((location) => location.id !== locationId))
    return refuse([...path, 'locationId'], 'The specified location could not be found.', 'INVALID_LOCATION');
  return {found, before: stockOf(found.variant, found.product, model) ?? 0};
}

/** Keeps the new quantities, and resolves the group of the changes. */
function adjusted(
  changes: readonly Change[],
  {name, reason, ...input}: QuantitiesInput,
  graph: AdminGraph,
): object {
  const {state} = graph;
  for (const {found, after} of changes) {
    const product = state.model.records.products.find(({id}) => id === found.product.id) ?? found.product;
    const draft = draftOf(product, state);
    const variants = variantsIn(draft).map((each) =>
      each.variant.id === found.id ? {...each, details: {...each.details, quantity: after}} : each,
    );
    keepProduct(withVariants(draft, variants), state);
  }
  state.model.restock(changes.map(({found}) => found.id));

  const group = {
    __typename: 'InventoryAdjustmentGroup',
    id: state.newId('InventoryAdjustmentGroup'),
    createdAt: new Date(state.now()).toISOString(),
    reason,
    referenceDocumentUri: input.referenceDocumentUri ?? null,
    changes: changes.map(({found, locationId, before, after}) => ({
      __typename: 'InventoryChange',
      name,
      delta: after - before,
      quantityAfterChange: after,
      item: () => resolveInventoryItem(found.variant, found.product, graph),
      location: LOCATIONS.filter(({id}) => id === locationId).map(resolveLocation)[0] ?? null,
    })),
  };

  return {inventoryAdjustmentGroup: group};
}
