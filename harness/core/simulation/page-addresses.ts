import {fullPagePath, hostPageUrl} from '../platforms/shopify/page-address.ts';
import {pageUrlOf} from '../platforms/shopify/targets.ts';
import {placeOf} from '../../wire/surfaces.ts';
import type {Mount} from '../../wire/control.ts';
import {numberOf} from '../world/gid.ts';
import type {World} from '../world/world.ts';
import type {LiveWorld} from './live-world.ts';

/** The part of an address that the extension determines. */
export interface PageAddressOptions {
  /** The handle of the extension. Default: `extension`. */
  readonly handle?: string;
  /** A path inside a full-page extension, for example `/items/2`. Default: none. */
  readonly path?: string;
}

/**
 * Returns the address of the platform's page that shows a target, as in production.
 *
 * @throws {SimhostError} `ERR_BAD_OPTION` for a path of a target that is not a full page
 */
export function pageAddress(
  target: string,
  {world, live}: {world: World; live: LiveWorld},
  {handle = 'extension', path}: PageAddressOptions = {},
): string {
  const parts = {
    shop: world.shop,
    order: numberOf(live.order.id),
    checkout: live.checkout.token,
    extension: handle,
  };

  return `${pageUrlOf(target, parts)}${path === undefined ? '' : fullPagePath(path, target)}`;
}

/**
 * Returns the URL of a host page: from its path (`/account/profile`), a link of extensions (`extension:/items/2`) or a URL.
 *
 * @throws {SimhostError} `ERR_NOT_A_HOST_PAGE`
 */
export function addressOf(
  address: string,
  mounts: readonly Mount[],
  parts: {world: World; live: LiveWorld},
): string {
  const full = mounts.findLast(({target}) => placeOf(target)?.api.includes('full-page'));
  const fullPage = full === undefined ? null : pageAddress(full.target, parts, {handle: full.handle});
  return hostPageUrl(address, {shop: parts.world.shop, fullPage});
}
