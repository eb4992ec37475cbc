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
