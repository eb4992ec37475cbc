import {SimhostError} from '../../../errors.ts';
import {nearest} from '../../../known-values.ts';
import {CHECKOUT_PAGE} from '../../../wire/host-pages.ts';
import type {Shop} from '../../world/shop.ts';
import {numberOf} from '../../world/gid.ts';
import {ACCOUNTS_HOST} from './shopify-hosts.ts';
import {targetOf} from './targets.ts';

const ACCOUNT_PAGES = ['orders', 'profile', 'company', 'pages'] as const;

/** The things that an address may refer to. */
export interface AddressContext {
  readonly shop: Shop;
  /** The URL of the mounted full page that `extension:` refers to; `null` if none is mounted. */
  readonly fullPage: string | null;
}

/**
 * Returns the URL of a host page by its address: a path (`/account/profile`, `/checkouts/cn/…`), a link of
 * extensions (`shopify:customer-account/profile`, `extension:/items/2`), or the whole URL.
 *
 * @throws {SimhostError} `ERR_NOT_A_HOST_PAGE` for any other page
 */
export function hostPageUrl(address: string, {shop, fullPage}: AddressContext): string {
  const [, ownPath] = /^extension:\/*(.*)$/.exec(address) ?? [];
  if (ownPath !== undefined) return `${mountedFullPage(address, fullPage)}/${ownPath}`;

  const account = `https://${ACCOUNTS_HOST}/${numberOf(shop.id)}`;
  const path = address.replace(/^shopify:(?:\/\/)?customer-account\/?/, '/account/');
  const base = path.startsWith('/checkouts/') ? `https://${shop.domain}` : account;
  const url = urlOf(path.startsWith('/') ? `${base}${path}` : path);

  const isCheckout = url?.host === shop.domain && CHECKOUT_PAGE.test(url.pathname);
  if (url !== null && (isCheckout || isAccountPage(url, account))) return url.href;

  throw notAHostPage(address, path);
}

function mountedFullPage(address: string, fullPage: string | null): string {
  if (fullPage !== null) return fullPage;

  const message = `No extension with a full page is mounted for "${address}".`;
  throw new SimhostError('ERR_NOT_A_HOST_PAGE', message, {
    next: 'Mount it first: await host.mount(folder, {target: "customer-account.page.render"}).',
  });
}

function urlOf(given: string): URL | null {
  return URL.canParse(given) ? new URL(given) : null;
}

function notAHostPage(address: string, path: string): SimhostError {
  const [, segment = ''] = /\/account\/([^/?#]*)/.exec(path) ?? [];
  const near = nearest(segment, ACCOUNT_PAGES);
  const known = ACCOUNT_PAGES.map((page) => `/account/${page}`).join(', ');

  return new SimhostError('ERR_NOT_A_HOST_PAGE', `"${address}" is not a page of the simulated platform.`, {
    next: [
      near === undefined ? '' : `Did you mean "/account/${near}"? `,
      `Known: ${known}, /checkouts/cn/<token>. `,
      'Open other pages by page.goto().',
    ].join(''),
  });
}

/**
 * Reads the option `path` of `mount`: the path of a full page below its extension, `/items/2` or
 * `extension:/items/2`.
 *
 * @throws {SimhostError} `ERR_BAD_OPTION` for another target, and for a path without `/`
 */
export function fullPagePath(path: string, target: string): string {
  const {page} = targetOf(target);
  if (page !== 'full' && page !== 'order-full') {
    throw new SimhostError(
      'ERR_BAD_OPTION',
      `The option path is "${path}", but "${target}" is not a full page.`,
      {
        next: 'Remove path, or mount at customer-account.page.render or customer-account.order.page.render.',
      },
    );
  }

  const route = path.replace(/^extension:/, '');
  if (/^\/(?!\/)/.test(route)) return route === '/' ? '' : route;

  throw new SimhostError('ERR_BAD_OPTION', `The option path is "${path}", which does not start with a "/".`, {
    next: `Give the path below the extension's page: "/${path.replace(/^\/+/, '')}".`,
  });
}

function isAccountPage({href}: URL, base: string): boolean {
  const path = href.startsWith(base) ? href.slice(base.length) : '';
  const [found, segment = ''] = /^\/account(?:\/([^/?#]*))?(?:[/?#]|$)/.exec(path) ?? [];
  return found !== undefined && (segment === '' || ACCOUNT_PAGES.some((page) => page === segment));
}
