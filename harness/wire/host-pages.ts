import {ADMIN_HOST} from './admin.ts';
import {ADMIN_HOST_PAGE} from './admin-pages.ts';

/** Paths of customer accounts on their host; below them the gateway serves the host page. */
export const ACCOUNT_PAGE: RegExp = /^\/\d+\/account(\/|$)/;

/** Paths of checkouts on a shop's host. */
export const CHECKOUT_PAGE: RegExp = /^\/checkouts\/cn\/[\w-]+(\/[\w-]+)?\/?$/;

/** The host of all customer accounts. */
const ACCOUNTS_HOST = 'shopify.com';

/** Whether the simulated platform shows its own page at an address of one of its hosts. */
export function isHostPage({hostname, pathname}: Pick<URL, 'hostname' | 'pathname'>): boolean {
  if (hostname === ADMIN_HOST) return ADMIN_HOST_PAGE.test(pathname);
  return (hostname === ACCOUNTS_HOST ? ACCOUNT_PAGE : CHECKOUT_PAGE).test(pathname);
}

/** Whether a path of the page of `simhost dev` shows the host page: `/`, and the pages that its links lead to. */
export function isLocalHostPage(pathname: string): boolean {
  return LOCAL_PAGE.test(pathname) || ADMIN_HOST_PAGE.test(pathname);
}

const LOCAL_PAGE = /^\/(?:(?:orders|profile|company|pages|checkouts)(?:\/|$)|$)/;

/** The global in which a test's browser gives a host page its simulation's id. The page takes it away at once. */
export const GIVEN_ID = 'simhost.simulation';
