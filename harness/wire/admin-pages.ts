/** The pages of the simulated admin that show extensions: a table by the kind of resource, and their addresses. */

/** A kind of resource that the admin has pages for. */
export interface AdminKind {
  /** The type in global ids: `gid://shopify/<type>/1`. */
  readonly type: string;
  /** The name of one resource: `Product`. */
  readonly one: string;
  /** The name of the list: `Products`. */
  readonly many: string;
  /** The path below `/store/<handle>/`, with the number of the resource as `:id` and that of its parent as `:parent`. */
  readonly path: string;
}

/** The name of a kind of resource. */
export type AdminKindName =
  | 'abandoned-checkout'
  | 'catalog'
  | 'collection'
  | 'company'
  | 'company-location'
  | 'customer'
  | 'customer-segment'
  | 'discount'
  | 'draft-order'
  | 'gift-card'
  | 'order'
  | 'product'
  | 'product-variant';

/** The kinds of resources by the name in targets: `admin.<kind>-details.block.render`. */
export const ADMIN_KINDS: Readonly<Record<AdminKindName, AdminKind>> = {
  'abandoned-checkout': {
    type: 'AbandonedCheckout',
    one: 'Abandoned checkout',
    many: 'Abandoned checkouts',
    path: 'checkouts/:id',
  },
  catalog: {type: 'MarketCatalog', one: 'Catalog', many: 'Catalogs', path: 'catalogs/:id'},
  collection: {type: 'Collection', one: 'Collection', many: 'Collections', path: 'collections/:id'},
  company: {type: 'Company', one: 'Company', many: 'Companies', path: 'companies/:id'},
  'company-location': {
    type: 'CompanyLocation',
    one: 'Company location',
    many: 'Company locations',
    path: 'companies/:parent/locations/:id',
  },
  customer: {type: 'Customer', one: 'Customer', many: 'Customers', path: 'customers/:id'},
  'customer-segment': {type: 'Segment', one: 'Segment', many: 'Segments', path: 'customers/segments/:id'},
  discount: {type: 'DiscountNode', one: 'Discount', many: 'Discounts', path: 'discounts/:id'},
  'draft-order': {type: 'DraftOrder', one: 'Draft order', many: 'Drafts', path: 'draft_orders/:id'},
  'gift-card': {type: 'GiftCard', one: 'Gift card', many: 'Gift cards', path: 'gift_cards/:id'},
  order: {type: 'Order', one: 'Order', many: 'Orders', path: 'orders/:id'},
  product: {type: 'Product', one: 'Product', many: 'Products', path: 'products/:id'},
  'product-variant': {
    type: 'ProductVariant',
    one: 'Variant',
    many: 'Variants',
    path: 'products/:parent/variants/:id',
  },
};

/** A page of the admin that shows extensions. */
export type AdminPageName =
  | `${AdminKindName}-details`
  | `${AdminKindName}-index`
  | 'app-home'
  | 'app-intent'
  | 'settings-order-routing'
  | 'settings-validation';

/** Pages that belong to no resource, by their path below `/store/<handle>/`. */
const OTHER_PATHS: Readonly<Record<string, string>> = {
  'app-home': 'app-extensions/:extension',
  'app-intent': 'app-intents/:extension',
  // The page behind a target that only returns a value.
  run: 'products',
  'settings-order-routing': 'settings/shipping/order-routing',
  'settings-validation': 'settings/checkout/rules',
};

/** Returns the kind of resource that a page shows, and whether the page is a list; null for a page of no resource. */
export function kindOf(page: string): {readonly kind: AdminKindName; readonly isIndex: boolean} | null {
  const [, name = '', form] = /^(.*)-(details|index)$/.exec(page) ?? [];
  return isKind(name) ? {kind: name, isIndex: form === 'index'} : null;
}

/** The parts of an address in the admin. */
export interface AdminPathParts {
  /** The handle of the store: `acme`. */
  readonly store: string;
  /** The number of the resource. */
  readonly id: string;
  /** The number of the resource that it belongs to: the product of a variant, the company of a location. */
  readonly parent: string;
  /** The handle of the extension. */
  readonly extension: string;
}

/** Returns the path of a page on the admin's host. */
export function adminPagePath(page: string, {store, id, parent, extension}: AdminPathParts): string {
  const found = kindOf(page);
  const own = found === null ? OTHER_PATHS[page] : ADMIN_KINDS[found.kind].path;
  const path = found?.isIndex === true ? own?.replace('/:id', '') : own;

  return `/store/${store}/${path ?? ''}`
    .replace(':parent', parent)
    .replace(':id', id)
    .replace(':extension', extension);
}

/** Paths of the admin's host that show pages with extensions. Those of embedded apps begin with `apps/`. */
export const ADMIN_HOST_PAGE: RegExp =
  /^\/store\/[a-z0-9-]+\/(?:products|orders|customers|collections|draft_orders|checkouts|catalogs|companies|gift_cards|discounts|settings|app-extensions|app-intents)(?:\/|$)/;

/** Finds the page of the admin at a path; `null` for another path. */
export function adminPageAt(path: string): AdminPageName | null {
  const own = path.replace(/^\/store\/[^/]+\//, '').replace(/\/$/, '');
  for (const [kind, {path: pattern}] of Object.entries(ADMIN_KINDS)) {
    if (patternOf(pattern).test(own)) return `${kind as AdminKindName}-details`;
    if (!pattern.includes(':parent') && own === pattern.replace('/:id', ''))
      return `${kind as AdminKindName}-index`;
  }

  const [name] = Object.entries(OTHER_PATHS).find(([, pattern]) => patternOf(pattern).test(own)) ?? [];
  return (name as AdminPageName | undefined) ?? null;
}

function patternOf(path: string): RegExp {
  return new RegExp(`^${path.replaceAll(/:\w+/g, '[\\w-]+')}$`);
}

function isKind(name: string): name is AdminKindName {
  return Object.hasOwn(ADMIN_KINDS, name);
}
