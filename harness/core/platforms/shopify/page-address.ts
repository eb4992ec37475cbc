import {SimhostError} from '../../../errors.ts';
import {nearest} from '../../../known-values.ts';
import {CHECKOUT_PAGE} from '../../../wire/host-pages.ts';
import type {Shop} from '../../world/shop.ts';
import {numberOf} from '../../world/shop.ts';
import {ACCOUNTS_HOST} from './shopify-hosts.ts';
import {targetOf} from './targets.ts';

/** What an address may refer to. */
export interface AddressContext {
  readonly shop: Shop;
  /** The URL of the mounted full page that `extension:` leads into; `null` where none is mounted. */
  readonly fullPage: string | null;
}

/**
 * The URL of a host page by its address: a path (`/account/profile`, `/checkouts/cn/…`), a link of extensions
 * (`shopify:customer-account/profile`, `extension:/items/2`), or the whole URL.
 *
 * @throws {SimhostError} `ERR_NOT_A_HOST_PAGE` for any other page
 */
export function hostPageUrl(address: string, {shop, fullPage}: AddressContext): string {
  const account = `https://${ACCOUNTS_HOST}/${numberOf(shop.id)}`;
  const own = /^extension:\/*(.*)$/.exec(address);

  if (own !== null && fullPage === null) {
    throw new SimhostError(
      'ERR_NOT_A_HOST_PAGE',
      `No extension with a full page is mounted for "${address}".`,
      {
        next: 'Mount it first: await host.mount(folder, {target: "customer-account.page.render"}).',
      },
    );
  }

  if (own !== null) return `${fullPage}/${own[1]}`;

  const path = address.replace(/^shopify:(?:\/\/)?customer-account\/?/, '/account/');
  const base = path.startsWith('/checkouts/') ? `https://${shop.domain}` : account;
  const url = path.startsWith('/') ? new URL(`${base}${path}`) : URL.canParse(path) ? new URL(path) : null;
  const isCheckout = url?.host === shop.domain && CHECKOUT_PAGE.test(url.pathname);
  if (url !== null && (isCheckout || isAccountPage(url, account))) return url.href;

  const [, segment = ''] = /\/account\/([^/?#]*)/.exec(path) ?? [];
  const near = nearest(segment, ACCOUNT_PAGES);
  throw new SimhostError('ERR_NOT_A_HOST_PAGE', `"${address}" is not a page of the simulated platform.`, {
    next: [
      near === undefined ? '' : `Did you mean "/account/${near}"? `,
      `Known: ${ACCOUNT_PAGES.map((page) => `/account/${page}`).join(', ')}, /checkouts/cn/<token>. `,
      'Open other pages by page.goto().',
    ].join(''),
  });
}

/** The path of a full page below its extension, as `mount` takes it: `/items/2`, also written `extension:/items/2`. */
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

const ACCOUNT_PAGES = ['orders', 'profile', 'company', 'pages'] as const;

function isAccountPage({href}: URL, base: string): boolean {
  const path = href.startsWith(base) ? href.slice(base.length) : '';
  const [found, segment = ''] = /^\/account(?:\/([^/?#]*))?(?:[/?#]|$)/.exec(path) ?? [];
  return found !== undefined && (segment === '' || ACCOUNT_PAGES.some((page) => page === segment));
}
