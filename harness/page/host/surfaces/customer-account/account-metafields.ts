import type {Metafield, MetafieldOwner} from '../../../../wire/account.ts';
import type {Mount, PageState} from '../../../../wire/control.ts';
import type {Variant} from '../../../../wire/order.ts';

/** The metafields that the extension's TOML asks for and its app may see. */
export function visibleMetafields(mount: Mount, state: PageState): readonly Metafield[] {
  return knownMetafields(
    mount,
    state,
    state.order.lines.map(({merchandise}) => merchandise),
  ).filter(({target}) => target.type !== 'order' || mount.apiVersion >= '2026-04');
}

/** Those of somebody who buys these variants; of products and variants no others. */
export function knownMetafields(
  mount: Mount,
  {metafields, app}: PageState,
  bought: readonly Variant[],
): readonly Metafield[] {
  const ids = new Set(bought.flatMap(({id, product}) => [id, product.id]));
  return metafields.filter(({target, metafield}) => {
    if (!app.protectedCustomerData && PROTECTED.includes(target.type)) return false;
    if (BOUGHT.includes(target.type) && !ids.has(target.id)) return false;
    return asksFor(mount, target.type, metafield);
  });
}

/** Whether the extension's TOML declares a metafield of this owner. A declaration without `owner_type` is for every owner. */
export function asksFor(
  {metafields: declared, apiVersion}: Mount,
  owner: MetafieldOwner,
  {namespace, key}: {readonly namespace: string; readonly key: string},
): boolean {
  return declared.some((each) => {
    if (each.namespace !== namespace || each.key !== key) return false;
    return each.ownerType === undefined || apiVersion < '2026-10' || each.ownerType === OWNER_TYPES[owner];
  });
}

/**
 * The `owner_type` of each owner. The documentation names PRODUCT and CUSTOMER; the others are those of the Admin API.
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
