import type {ShopMetafield} from '../../../../world/shop-metafield.ts';
import type {AdminState} from '../admin-state.ts';

type OwnerType = ShopMetafield['target']['type'];

/** The names of owner types in the enum `MetafieldOwnerType`. */
export const OWNER_TYPES: Readonly<Record<OwnerType, string>> = {
  appInstallation: 'API_PERMISSION',
  article: 'ARTICLE',
  blog: 'BLOG',
  cart: 'ORDER',
  collection: 'COLLECTION',
  company: 'COMPANY',
  companyLocation: 'COMPANY_LOCATION',
  customer: 'CUSTOMER',
  discount: 'DISCOUNT',
  draftOrder: 'DRAFTORDER',
  location: 'LOCATION',
  order: 'ORDER',
  orderRoutingRule: 'ORDER_ROUTING_LOCATION_RULE',
  page: 'PAGE',
  product: 'PRODUCT',
  shop: 'SHOP',
  validation: 'VALIDATION',
  variant: 'PRODUCTVARIANT',
};

/** Returns the kind of an owner of metafields by its id; null for an id that the shop does not have. */
export function ownerTypeOf(id: string, {model, shop, installation}: AdminState): OwnerType | null {
  const {records, orders, customers} = model;
  const companies = customers.flatMap(({customer}) => customer.company ?? []);
  const has = (items: readonly {readonly id: string}[]): boolean => items.some((item) => item.id === id);

  if (id === shop.id) return 'shop';
  if (id === installation.id) return 'appInstallation';
  if (has(records.products)) return 'product';
  if (has(records.products.flatMap(({variants}) => variants))) return 'variant';
  if (has(records.collections)) return 'collection';
  if (has(records.discounts)) return 'discount';
  if (has(orders)) return 'order';
  if (has(customers.map(({customer}) => customer))) return 'customer';
  if (has(companies)) return 'company';
  return has(companies.map(({location}) => location)) ? 'companyLocation' : null;
}
