import {SimhostError} from '../../../errors.ts';
import {nearest} from '../../../known-values.ts';
import {ADMIN_ORIGIN} from '../../../wire/admin.ts';
import {
  ADMIN_KINDS,
  adminPageAt,
  adminPagePath,
  kindOf,
  type AdminKindName,
  type AdminPageName,
} from '../../../wire/admin-pages.ts';
import type {AdminRow, AdminView} from '../../../wire/admin-view.ts';
import {numberOf} from '../../world/gid.ts';

/** The lists of the admin, by their path. */
const LISTS = Object.values(ADMIN_KINDS)
  .map(({path}) => path.replace('/:id', ''))
  .filter((path) => !path.includes(':'));

/** The store of the admin, and the resources that it lists. */
export type AdminAddressContext = Pick<AdminView, 'store' | 'resources'>;

/**
 * Returns the URL of a page of the admin: from the id of a resource (`gid://shopify/Product/1`), a link of extensions
 * (`shopify://admin/orders`), a path (`/store/acme/orders`) or a URL. Returns null for an address outside of the admin.
 *
 * @throws {SimhostError} `ERR_NOT_A_HOST_PAGE` for a page that the simulated admin does not have
 */
export function adminPageUrl(address: string, {store, resources}: AdminAddressContext): string | null {
  if (address.startsWith('gid:')) return `${ADMIN_ORIGIN}${pathOfResource(address, {store, resources})}`;

  const linked = address.replace(/^shopify:(?:\/\/)?admin(?:\/|$)/, `/store/${store}/`);
  const whole = linked.startsWith('/store/') ? `${ADMIN_ORIGIN}${linked}` : linked;
  const url = URL.canParse(whole) ? new URL(whole) : null;
  if (url?.origin !== ADMIN_ORIGIN) return null;

  const isOwn = url.pathname.startsWith(`/store/${store}/`);
  if (isOwn && adminPageAt(url.pathname) !== null) return url.href;
  throw notAnAdminPage(address, url.pathname);
}

/** A page of the admin, and the resource that it shows. */
export interface AdminPageShown {
  readonly page: AdminPageName;
  /** The id of the resource; null for a list, and for a page of no resource. */
  readonly id: string | null;
}

/** Returns the page of the admin at a URL; null for another page. */
export function adminPageShown(
  url: string,
  {resources}: Pick<AdminView, 'resources'>,
): AdminPageShown | null {
  const {origin, pathname} = new URL(url);
  const page = origin === ADMIN_ORIGIN ? adminPageAt(pathname) : null;
  if (page === null) return null;

  const shown = kindOf(page);
  if (shown === null || shown.isIndex) return {page, id: null};
  const number = pathname.replace(/\/$/, '').split('/').at(-1) ?? '';
  const row = resources[shown.kind].find(({id}) => numberOf(id) === number);
  return {page, id: row?.id ?? `gid://shopify/${ADMIN_KINDS[shown.kind].type}/${number}`};
}

function pathOfResource(id: string, {store, resources}: AdminAddressContext): string {
  for (const kind of Object.keys(ADMIN_KINDS) as AdminKindName[]) {
    const isOfKind = id.startsWith(`gid://shopify/${ADMIN_KINDS[kind].type}/`);
    const row: AdminRow | undefined =
      resources[kind].find((each) => each.id === id) ?? (isOfKind ? {id, title: id} : undefined);
    if (row === undefined) continue;

    const parent = numberOf(row.parent ?? '');
    return adminPagePath(`${kind}-details`, {store, id: numberOf(id), parent, extension: ''});
  }

  const types = Object.values(ADMIN_KINDS).map(({type}) => type);
  throw new SimhostError('ERR_NOT_A_HOST_PAGE', `"${id}" has no page in the simulated admin.`, {
    next: `Types with a page: ${types.join(', ')}.`,
  });
}

function notAnAdminPage(address: string, path: string): SimhostError {
  const own = path.replace(/^\/store\/[^/]*\//, '');
  const near = nearest(own.split('/')[0] ?? '', LISTS);
  const known = LISTS.map((list) => `shopify://admin/${list}`).join(', ');

  return new SimhostError('ERR_NOT_A_HOST_PAGE', `"${address}" is not a page of the simulated admin.`, {
    next: [
      near === undefined || own.startsWith(near) ? '' : `Did you mean "shopify://admin/${near}"? `,
      `Known: ${known}, and the id of a resource, for example gid://shopify/Product/3001. `,
      'Open an embedded app by the fixture admin.',
    ].join(''),
  });
}
