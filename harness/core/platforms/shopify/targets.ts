import {SimhostError} from '../../../errors.ts';
import {didYouMean} from '../../../known-values.ts';
import {adminPagePath} from '../../../wire/admin-pages.ts';
import {ADMIN_ORIGIN} from '../../../wire/admin.ts';
import type {CheckoutLayout} from '../../../wire/checkout-steps.ts';
import {checkoutPagePath} from '../../../wire/checkout-targets.ts';
import {accountPagePath} from '../../../wire/customer-account-targets.ts';
import type {Shop} from '../../world/shop.ts';
import {numberOf} from '../../world/gid.ts';
import {placeOf, TARGETS} from '../../../wire/surfaces.ts';
import type {AdminRow} from '../../../wire/admin-view.ts';
import type {SurfaceName, TargetPlace} from '../../../wire/surfaces.ts';
import {storeHandle} from './app-authorization/host-parameter.ts';
import {ACCOUNTS_HOST} from './shopify-hosts.ts';

/**
 * Finds a target by name.
 *
 * @throws {SimhostError} `ERR_TARGET_NOT_SIMULATED`, with the nearest name
 */
export function targetOf(name: string): TargetPlace {
  const found = placeOf(name);
  if (found !== undefined) return found;

  throw new SimhostError('ERR_TARGET_NOT_SIMULATED', `Target "${name}" is not simulated.`, {
    next: didYouMean(name, TARGETS, {label: 'Simulated'}),
  });
}

/** The parts of a page's URL. */
export interface PageParts {
  readonly shop: Shop;
  /** The number of the order that order pages show. */
  readonly order: string;
  /** The token of the checkout. */
  readonly checkout: string;
  /** The layout of the checkout. */
  readonly layout: CheckoutLayout;
  /** The handle of the extension. */
  readonly extension: string;
  /** The resource that a page of the admin shows; null on other surfaces. */
  readonly resource: AdminRow | null;
}

const PAGE_URL: Readonly<Record<SurfaceName, (page: string, parts: PageParts) => string>> = {
  checkout: (page, {shop, checkout, layout}) =>
    `https://${shop.domain}${checkoutPagePath(page, {checkout, layout})}`,
  'customer-account': (page, {shop, ...parts}) =>
    `https://${ACCOUNTS_HOST}/${numberOf(shop.id)}${accountPagePath(page, parts)}`,
  admin: (page, {shop, extension, resource}) =>
    `${ADMIN_ORIGIN}${adminPagePath(page, {
      store: storeHandle(shop),
      id: numberOf(resource?.id ?? ''),
      parent: numberOf(resource?.parent ?? ''),
      extension,
    })}`,
};

/** Returns the URL of the page that shows a target. */
export function pageUrlOf(target: string, parts: PageParts): string {
  const {surface, page} = targetOf(target);
  return PAGE_URL[surface](page, parts);
}
