import {AccessDenied} from '../../customer-account/access-denied.ts';
import type {AccessRule} from '../../graphql/query-context.ts';
import {covers} from '../../app-authorization/access-scopes.ts';
import type {ScopesOfFields} from '../scope-rule.ts';

/** The mutations of each scope. */
const MUTATIONS: Readonly<Record<string, readonly string[]>> = {
  write_products: [
    'productCreate',
    'productUpdate',
    'productDelete',
    'productSet',
    'productOptionsCreate',
    'productVariantsBulkCreate',
    'productVariantsBulkUpdate',
    'productVariantsBulkDelete',
    'collectionCreate',
    'collectionUpdate',
    'collectionDelete',
    'collectionAddProducts',
    'collectionRemoveProducts',
  ],
  write_publications: ['publishablePublish', 'publishableUnpublish'],
  write_inventory: ['inventorySetQuantities', 'inventoryAdjustQuantities'],
  write_orders: ['orderUpdate', 'orderCancel', 'orderClose', 'orderOpen'],
  write_customers: ['customerCreate', 'customerUpdate', 'customerDelete'],
  write_discounts: [
    'discountCodeBasicCreate',
    'discountCodeBasicUpdate',
    'discountCodeDelete',
    'discountCodeActivate',
    'discountCodeDeactivate',
    'discountAutomaticBasicCreate',
    'discountAutomaticBasicUpdate',
    'discountAutomaticDelete',
    'discountAutomaticActivate',
    'discountAutomaticDeactivate',
  ],
};

/** The scopes of objects. A field that returns one needs it, also within other objects. */
const OBJECTS: ScopesOfFields = {
  Collection: 'read_products',
  Customer: 'read_customers',
  DiscountAutomaticNode: 'read_discounts',
  DiscountCodeNode: 'read_discounts',
  DiscountNode: 'read_discounts',
  InventoryItem: 'read_inventory',
  InventoryLevel: 'read_inventory',
  Order: 'read_orders',
  Product: 'read_products',
  ProductVariant: 'read_products',
  Publication: 'read_publications',
};

/** The scopes of single fields: of counts and strings, and of locations, whose ids the stock shows to all. */
const COUNTS: ScopesOfFields = {
  'QueryRoot.collectionsCount': 'read_products',
  'QueryRoot.customersCount': 'read_customers',
  'QueryRoot.discountNodesCount': 'read_discounts',
  'Location.name': 'read_locations',
  'QueryRoot.location': 'read_locations',
  'QueryRoot.locations': 'read_locations',
  'QueryRoot.ordersCount': 'read_orders',
  'QueryRoot.productTags': 'read_products',
  'QueryRoot.productTypes': 'read_products',
  'QueryRoot.productVariantsCount': 'read_products',
  'QueryRoot.productVendors': 'read_products',
  'QueryRoot.productsCount': 'read_products',
};

/**
 * The scopes of what the model answers.
 *
 * @see https://shopify.dev/docs/api/usage/access-scopes#authenticated-access-scopes
 */
export const MODEL_SCOPES: ScopesOfFields = {
  ...OBJECTS,
  ...COUNTS,
  ...Object.fromEntries(
    Object.entries(MUTATIONS).flatMap(([scope, names]) => names.map((name) => [`Mutation.${name}`, scope])),
  ),
};

/** The scopes to change what belongs to an object, by the type in its id. */
const OWNERS: ScopesOfFields = {
  Collection: 'write_products',
  Customer: 'write_customers',
  DiscountAutomaticNode: 'write_discounts',
  DiscountCodeNode: 'write_discounts',
  Order: 'write_orders',
  Product: 'write_products',
  ProductVariant: 'write_products',
};

/**
 * Makes the rule for mutations that change objects of several kinds: they need the scope of the object. The app's own
 * data need none.
 *
 * @see https://shopify.dev/docs/api/admin-graphql/latest/mutations/metafieldsSet
 */
export function ownerScopes(granted: readonly string[]): AccessRule {
  return (type, field, _, args) => {
    if (type !== 'Mutation') return null;
    const missing = ownersIn(args, field)
      .map((id) => OWNERS[/^gid:\/\/shopify\/(\w+)\//.exec(id)?.[1] ?? ''])
      .find((scope) => scope !== undefined && !covers(granted, scope));
    if (missing === undefined) return null;

    const required = `\`${missing}\` access scope.`;
    return new AccessDenied(`Access denied for ${field} field. Required access: ${required}`, required);
  };
}

function ownersIn(args: Readonly<Record<string, unknown>>, field: string): readonly string[] {
  if (field === 'tagsAdd' || field === 'tagsRemove') return [String(args['id'])];
  if (field !== 'metafieldsSet' && field !== 'metafieldsDelete') return [];
  const {metafields} = args as {metafields: readonly {readonly ownerId: string}[]};
  return metafields.map(({ownerId}) => ownerId);
}
