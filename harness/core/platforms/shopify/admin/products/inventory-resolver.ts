import type {Variant} from '../../../../../wire/order.ts';
import {numberOf} from '../../../../world/gid.ts';
import {stockOf, weightOf} from '../../../../world/inventory.ts';
import {LOCATIONS} from '../../../../world/locations.ts';
import type {Location} from '../../../../world/locations.ts';
import {variantDetailsOf} from '../../../../world/product-defaults.ts';
import type {Product} from '../../../../world/products.ts';
import {connection} from '../../graphql/connection.ts';
import type {PageOf} from '../../graphql/connection.ts';
import {resolveMoney} from '../../money-v2.ts';
import type {AdminGraph, Identified} from '../model/admin-graph.ts';

/** Returns the id of the inventory item of a variant. It has the same number. */
export function inventoryItemId(variantId: string): string {
  return `gid://shopify/InventoryItem/${numberOf(variantId)}`;
}

/** Resolves the fields of `InventoryItem`. */
export function resolveInventoryItem(
  variant: Variant,
  product: Product,
  graph: Pick<AdminGraph, 'state' | 'variantOf'>,
): Identified {
  const {seed} = graph.state.model;
  const {tracked, unitCost, createdAt, updatedAt} = variantDetailsOf(variant, product, seed);
  const id = inventoryItemId(variant.id);
  const levels = LOCATIONS.map((location) =>
    resolveLevel(location, {variant, product, graph}, () => resolved),
  );

  const resolved: Identified & Record<string, unknown> = {
    __typename: 'InventoryItem',
    id,
    legacyResourceId: numberOf(id),
    sku: variant.sku === '' ? null : variant.sku,
    tracked,
    requiresShipping: variant.requiresShipping,
    unitCost: unitCost === null ? null : resolveMoney(unitCost),
    countryCodeOfOrigin: null,
    provinceCodeOfOrigin: null,
    harmonizedSystemCode: null,
    measurement: {
      __typename: 'InventoryItemMeasurement',
      id: `gid://shopify/InventoryItemMeasurement/${numberOf(id)}`,
      weight: {__typename: 'Weight', unit: 'GRAMS', value: weightOf(variant, product, seed)},
    },
    createdAt,
    updatedAt,
    variant: () => graph.variantOf(variant.id),
    variants: (page: PageOf) =>
      connection(
        [graph.variantOf(variant.id)].filter((each) => each !== null),
        page,
      ),
    inventoryLevel: ({locationId}: {locationId: string}) =>
      levels.find(({location}) => location.id === locationId) ?? null,
    inventoryLevels: (page: PageOf) => connection(levels, page),
  };

  return resolved;
}

/** Resolves the fields of `Location`. */
export function resolveLocation({id, name}: Location): Identified {
  const resolved = {
    __typename: 'Location',
    id,
    legacyResourceId: numberOf(id),
    name,
    isActive: true,
    activatable: true,
    fulfillsOnlineOrders: true,
    isFulfillmentService: false,
    shipsInventory: true,
  };

  return resolved;
}

/** The names of quantities that count what can be sold. The world has no reserved or damaged goods. */
const AVAILABLE = ['available', 'on_hand'];

function resolveLevel(
  location: Location,
  {variant, product, graph}: {variant: Variant; product: Product; graph: Pick<AdminGraph, 'state'>},
  item: () => object,
): Identified & {readonly location: Identified} {
  const {model} = graph.state;
  const {updatedAt} = variantDetailsOf(variant, product, model.seed);
  const number = `${numberOf(location.id)}?inventory_item_id=${numberOf(variant.id)}`;
  const stock = stockOf(variant, product, model) ?? 0;

  const resolved = {
    __typename: 'InventoryLevel',
    id: `gid://shopify/InventoryLevel/${number}`,
    isActive: true,
    item,
    location: resolveLocation(location),
    updatedAt,
    quantities: ({names}: {names: readonly string[]}) =>
      names.map((name) => ({
        __typename: 'InventoryQuantity',
        id: `gid://shopify/InventoryQuantity/${number}&name=${name}`,
        name,
        quantity: AVAILABLE.includes(name) ? stock : 0,
        updatedAt,
      })),
  };

  return resolved;
}
