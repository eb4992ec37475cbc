import {ADMIN_ORIGIN} from '../../../wire/admin.ts';
import type {AdminForApp} from '../../../wire/app-bridge.ts';
import type {Remote} from '../../../wire/rpc.ts';
import type {BridgeConfig} from './config.ts';
import {followLink} from './follow-link.ts';

/**
 * Lets `window.open` and links of the document reach pages of the admin, as `shopify:admin/products`, and of the app, as
 * `app:settings`.
 *
 * @see https://shopify.dev/docs/api/app-home/apis/user-interface-and-interactions/navigation-api
 */
export function followAdminLinks(admin: Remote<AdminForApp>, config: BridgeConfig): void {
  const open = window.open.bind(window);
  window.open = (url, target, features) => {
    const path = pathInApp(String(url ?? ''));
    if (path !== null) {
      followPath(path);
      return null;
    }

    const address = adminAddress(String(url ?? ''), config);
    if (address === null && target !== '_top' && target !== '_parent') return open(url, target, features);

    void admin.open(address ?? new URL(String(url), location.href).href, target ?? '_blank');
    return null;
  };

  document.addEventListener('click', (event) => {
    const link = event.composedPath().find((node) => node instanceof HTMLAnchorElement);
    if (link === undefined || event.defaultPrevented) return;

    const path = pathInApp(link.href);
    const address = adminAddress(link.href, config);
    if (path === null && address === null) return;

    event.preventDefault();
    if (path !== null) followPath(path);
    else if (address !== null) void admin.open(address, link.target === '_blank' ? '_blank' : '_top');
  });
}

/** Follows a path of the app as a link of its navigation is followed, so that its own router can do it. */
function followPath(path: string): void {
  const link = document.createElement('a');
  link.setAttribute('href', path);
  link.hidden = true;
  document.body.append(link);
  followLink(link);
  link.remove();
}

/** Returns the path of a URL with the protocol of the app; null for another URL. */
function pathInApp(url: string): string | null {
  const [, path] = /^app:\/*(.*)$/.exec(url) ?? [];
  return path === undefined ? null : `/${path}`;
}

/** Returns the address of a page of the admin for a URL with Shopify's own protocol; null for another URL. */
function adminAddress(url: string, {shop}: BridgeConfig): string | null {
  const [, path] = /^shopify:\/*admin\/?(.*)$/.exec(url) ?? [];
  return path === undefined ? null : `${ADMIN_ORIGIN}/store/${shop.replace(/\.myshopify\.com$/, '')}/${path}`;
}
