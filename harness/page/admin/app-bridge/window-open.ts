import {ADMIN_ORIGIN} from '../../../wire/admin.ts';
import type {AdminForApp} from '../../../wire/app-bridge.ts';
import type {Remote} from '../../../wire/rpc.ts';
import type {BridgeConfig} from './config.ts';

/** Lets `window.open` and links of the document reach pages of the admin: `shopify:admin/products`. */
export function followAdminLinks(admin: Remote<AdminForApp>, config: BridgeConfig): void {
  const open = window.open.bind(window);
  window.open = (url, target, features) => {
    const address = adminAddress(String(url ?? ''), config);
    if (address === null && target !== '_top' && target !== '_parent') return open(url, target, features);

    void admin.open(address ?? new URL(String(url), location.href).href, target ?? '_blank');
    return null;
  };

  document.addEventListener('click', (event) => {
    const link = event.composedPath().find((node) => node instanceof HTMLAnchorElement);
    const address = link === undefined ? null : adminAddress(link.href, config);
    if (link === undefined || address === null || event.defaultPrevented) return;

    event.preventDefault();
    void admin.open(address, link.target === '_blank' ? '_blank' : '_top');
  });
}

/** Returns the address of a page of the admin for a URL with Shopify's own protocol; null for another URL. */
function adminAddress(url: string, {shop}: BridgeConfig): string | null {
  const [, path] = /^shopify:\/*admin\/?(.*)$/.exec(url) ?? [];
  return path === undefined ? null : `${ADMIN_ORIGIN}/store/${shop.replace(/\.myshopify\.com$/, '')}/${path}`;
}
