/** The first parts of paths that a shop sends on to apps. */
const PREFIXES = ['a', 'apps', 'community', 'tools'] as const;

/** The form of such paths, for messages. */
export const APP_PROXY_FORM = 'https://<shop>/apps/<subpath>';

/**
 * Whether a shop sends requests for this path on to an app.
 *
 * @see https://shopify.dev/docs/apps/build/online-store/app-proxies
 */
export function isAppProxyPath(pathname: string): boolean {
  const [, prefix = '', subpath = ''] = pathname.split('/');
  return PREFIXES.some((known) => known === prefix) && subpath !== '';
}

/** Whether an entry of `backends`, an origin or the URL of an app proxy, covers a URL. */
export function covers(entry: string, {origin, pathname}: Pick<URL, 'origin' | 'pathname'>): boolean {
  return entry === origin || `${origin}${pathname}/`.startsWith(`${entry}/`);
}
