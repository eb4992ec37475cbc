import type {AdminState} from '../../wire/admin.ts';

/** The part of an address that belongs to the app. */
export interface AppAddress {
  /** For example `/products/1`; the root is `/`. */
  readonly path: string;
  /** With `?`, or empty. */
  readonly query: string;
}

/** Reads the app's part of the address of the admin's page. */
export function appAddress({pathname, search}: Pick<Location, 'pathname' | 'search'>): AppAddress {
  const [, path = ''] = /^\/store\/[^/]+\/apps\/[^/]+(\/.*)?$/.exec(pathname) ?? [];
  return {path: path === '' ? '/' : path, query: search};
}

/** Writes the address of the admin's page that shows an address of the app. */
export function adminAddress(address: string, pathname: string): string {
  const [base = ''] = /^\/store\/[^/]+\/apps\/[^/]+/.exec(pathname) ?? [];
  return `${base}${address === '/' ? '' : address}`;
}

/** Returns the origin of the app; the page takes messages of no other one. */
export function appOrigin({app}: AdminState): string {
  return new URL(app.url).origin;
}

/** Returns the address of the page on which a merchant installs the app. */
export function installAddress({app, shop}: Pick<AdminState, 'app' | 'shop'>): string {
  return `/store/${shop.handle}/oauth/install?${new URLSearchParams({client_id: app.clientId}).toString()}`;
}
