/**
 * The targets of the customer account surface: the page and the place of each, and the parts of the API that not
 * every target has. The same 24 in every version since 2025-10
 * (`surfaces/customer-account/extension-targets.d.ts` of `@shopify/ui-extensions`).
 */
export const CUSTOMER_ACCOUNT_TARGETS = {
  'customer-account.page.render': {page: 'full', place: 'main', api: ['full-page']},
  'customer-account.footer.render-after': {page: 'orders', place: 'footer', api: []},
  'customer-account.order-index.announcement.render': {page: 'orders', place: 'announcement', api: []},
  'customer-account.order-index.block.render': {page: 'orders', place: 'block', api: []},
  'customer-account.order.action.menu-item.render': {page: 'orders', place: 'menu', api: ['order']},
  'customer-account.order.action.render': {page: 'orders', place: 'dialog', api: ['order', 'action']},
  'customer-account.order.page.render': {
    page: 'order-full',
    place: 'main',
    api: ['order-status', 'full-page'],
  },
  'customer-account.order-status.announcement.render': {
    page: 'order',
    place: 'announcement',
    api: ['order-status'],
  },
  'customer-account.order-status.block.render': {page: 'order', place: 'block', api: ['order-status']},
  'customer-account.order-status.cart-line-item.render-after': {
    page: 'order',
    place: 'line',
    api: ['order-status', 'cart-line'],
  },
  'customer-account.order-status.cart-line-list.render-after': {
    page: 'order',
    place: 'lines',
    api: ['order-status'],
  },
  'customer-account.order-status.customer-information.render-after': {
    page: 'order',
    place: 'customer',
    api: ['order-status'],
  },
  'customer-account.order-status.fulfillment-details.render-after': {
    page: 'order',
    place: 'fulfillment',
    api: ['order-status', 'fulfillment'],
  },
  'customer-account.order-status.payment-details.render-after': {
    page: 'order',
    place: 'payment',
    api: ['order-status'],
  },
  'customer-account.order-status.return-details.render-after': {
    page: 'order',
    place: 'return',
    api: ['order-status', 'return'],
  },
  'customer-account.order-status.unfulfilled-items.render-after': {
    page: 'order',
    place: 'unfulfilled',
    api: ['order-status'],
  },
  'customer-account.profile.announcement.render': {page: 'profile', place: 'announcement', api: []},
  'customer-account.profile.block.render': {page: 'profile', place: 'block', api: []},
  'customer-account.profile.addresses.render-after': {page: 'profile', place: 'addresses', api: []},
  'customer-account.profile.payment.render-after': {page: 'profile', place: 'payment', api: []},
  'customer-account.profile.company-details.render-after': {page: 'company', place: 'details', api: []},
  'customer-account.profile.company-location-addresses.render-after': {
    page: 'company',
    place: 'addresses',
    api: ['company-location'],
  },
  'customer-account.profile.company-location-payment.render-after': {
    page: 'company',
    place: 'payment',
    api: ['company-location'],
  },
  'customer-account.profile.company-location-staff.render-after': {
    page: 'company',
    place: 'staff',
    api: ['company-location'],
  },
} as const;

export type CustomerAccountTarget = keyof typeof CUSTOMER_ACCOUNT_TARGETS;

export interface AccountPlace {
  readonly page: PageName;
  /** The place on the page. */
  readonly place: string;
  readonly api: readonly ApiPart[];
}

/** The pages of a customer account. */
export type PageName = 'orders' | 'order' | 'order-full' | 'profile' | 'company' | 'full';

export type ApiPart =
  | 'order-status'
  | 'cart-line'
  | 'return'
  | 'fulfillment'
  | 'order'
  | 'action'
  | 'company-location'
  | 'full-page';

/** Returns the place of a target; undefined if the surface does not have it. */
export function accountPlaceOf(target: string): AccountPlace | undefined {
  return Object.hasOwn(PLACES, target) ? PLACES[target] : undefined;
}

/**
 * The order status page's own targets of 2023-04 and 2023-07, before it was part of customer accounts
 * (`extension-points.d.ts` of `@shopify/checkout-ui-extensions` 0.27.3). Their API is that of a checkout.
 */
export const ORDER_STATUS_POINTS = {
  'Checkout::OrderStatus::Dynamic::Render': {page: 'order', place: 'block', api: []},
  'Checkout::OrderStatus::CartLineDetails::RenderAfter': {page: 'order', place: 'line', api: ['cart-line']},
  'Checkout::OrderStatus::CartLines::RenderAfter': {page: 'order', place: 'lines', api: []},
  'Checkout::OrderStatus::CustomerInformation::RenderAfter': {page: 'order', place: 'customer', api: []},
} as const;

const PLACES: Readonly<Record<string, AccountPlace>> = {...CUSTOMER_ACCOUNT_TARGETS, ...ORDER_STATUS_POINTS};

/**
 * Returns the path of a page below `https://shopify.com/<shop number>`. `order` is the number of the order that
 * the page shows.
 */
export function accountPagePath(
  page: string,
  {order, extension}: {order: string; extension: string},
): string {
  return PAGE_PATHS[page as PageName].replace(':order', order).replace(':extension', extension);
}

const PAGE_PATHS: Readonly<Record<PageName, string>> = {
  orders: '/account/orders',
  order: '/account/orders/:order',
  'order-full': '/account/orders/:order/pages/:extension',
  profile: '/account/profile',
  company: '/account/company',
  full: '/account/pages/:extension',
};
