import type {Metafield, MetafieldOwner} from '../../../../wire/account.ts';
import type {Mount, PageState} from '../../../../wire/control.ts';
import type {Variant} from '../../../../wire/order.ts';
import {isCustomerDataApproved} from '../../../../wire/protected-customer-data.ts';

/**
 * The `owner_type` of each owner. The documentation names PRODUCT and CUSTOMER; the others are from the Admin
 * API.
 *
 * @see https://shopify.dev/docs/api/admin-graphql/latest/enums/MetafieldOwnerType
 */
const OWNER_TYPES: Readonly<Record<MetafieldOwner, string>> = {
  customer: 'CUSTOMER',
  product: 'PRODUCT',
  shop: 'SHOP',
  variant: 'PRODUCTVARIANT',
  company: 'COMPANY',
  companyLocation: 'COMPANY_LOCATION',
  cart: 'CART',
  order: 'ORDER',
};

const PROTECTED: readonly MetafieldOwner[] = ['customer', 'company', 'companyLocation'];
const BOUGHT: readonly MetafieldOwner[] = ['product', 'variant'];

/** Lists the metafields that the extension's TOML declares and its app may see. */
export function visibleMetafields(mount: Mount, state: PageState): readonly Metafield[] {
  const bought = state.order.lines.map(({merchandise}) => merchandise);
  return knownMetafields(mount, state, bought).filter(
    ({target}) => target.type !== 'order' || mount.apiVersion >= '2026-04',
  );
}

/**
 * Lists the metafields that the app may see. Those of products and variants are limited to the bought ones.
 */
export function knownMetafields(
  mount: Mount,
  {metafields, app}: PageState,
  bought: readonly Variant[],
): readonly Metafield[] {
  const ids = new Set(bought.flatMap(({id, product}) => [id, product.id]));
  return metafields.filter(({target, metafield}) => {
    if (PROTECTED.includes(target.type) && !isCustomerDataApproved(app.protectedCustomerData)) return false;
    if (BOUGHT.includes(target.type) && !ids.has(target.id)) return false;
    return isDeclared(mount, target.type, metafield);
  });
}

/**
 * Whether the extension's TOML declares a metafield of an owner. Without `owner_type`, it applies to every
 * owner.
 */
export function isDeclared(
  {metafields: declared, apiVersion}: Mount,
  owner: MetafieldOwner,
  {namespace, key}: {readonly namespace: string; readonly key: string},
): boolean {
  return declared.some((each) => {
    if (each.namespace !== namespace || each.key !== key) return false;
    return each.ownerType === undefined || apiVersion < '2026-10' || each.ownerType === OWNER_TYPES[owner];
  });
}
