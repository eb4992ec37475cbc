/** The parameter by which a bounce page knows the document to fetch. */
const RELOAD = 'shopify-reload';

/** The parameters that the admin and the libraries of an app add to the URL of a document. */
const LAUNCH = [
  'embedded',
  'hmac',
  'host',
  'id_token',
  'locale',
  'session',
  'shop',
  'timestamp',
  'shopify-reload',
];

/** Whether a URL is that of a bounce page, which only fetches another document, and checks no token. */
export function isBouncePage(url: string): boolean {
  return URL.canParse(url) && new URL(url).searchParams.has(RELOAD);
}

/** Returns the ID token in the URL of a document of an app; `null` without one. */
export function idTokenOf(url: string): string | null {
  return URL.canParse(url) ? new URL(url).searchParams.get('id_token') : null;
}

/** Returns a URL as lists show it: the parameters with which the admin opens a page of an app are one ellipsis. */
export function withoutLaunch(url: string): string {
  const at = url.indexOf('?');
  if (at === -1 || !/[?&](?:hmac|id_token)=/.test(url)) return url;

  const own = url
    .slice(at + 1)
    .split('&')
    .filter((pair) => !LAUNCH.includes(pair.split('=')[0] ?? ''));
  return `${url.slice(0, at)}?${[...own, '…'].join('&')}`;
}
