import {FIRST_URL_PARAMETERS} from '../../../wire/app-bridge.ts';
import type {BridgeConfig} from './config.ts';

/** Whether a document that is the whole window goes to the admin, which then shows it in its frame. */
export function redirectsToAdmin({disabledFeatures = []}: BridgeConfig): boolean {
  const isMobile = /Shopify (?:Mobile|POS)\//.test(navigator.userAgent);
  return window.top === window && !isMobile && !disabledFeatures.includes('auto-redirect');
}

/** Returns the address of this document inside of the admin. */
export function addressInAdmin({apiKey, host, shop}: BridgeConfig): string {
  return `https://${adminOf(host) ?? `${shop}/admin`}/apps/${apiKey}${reportedAddress(location)}`;
}

/** Returns the address of a document as the admin shows it: without origin, and without what the admin has added. */
export function reportedAddress({
  pathname,
  search,
  hash,
}: Pick<Location, 'pathname' | 'search' | 'hash'>): string {
  const query = new URLSearchParams(search);
  for (const name of FIRST_URL_PARAMETERS) query.delete(name);
  const kept = query.toString();
  return `${pathname}${kept === '' ? '' : `?${kept}`}${hash}`;
}

function adminOf(host: string | undefined): string | null {
  try {
    return host === undefined || host === '' ? null : atob(host);
  } catch {
    return null;
  }
}
