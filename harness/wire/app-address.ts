/**
 * Whether a URL is the app's own: the host of its application URL with the same protocol, or a subdomain. Names are
 * compared by label, so `evilapp.example.com` is not a subdomain of `app.example.com`.
 *
 * @see https://shopify.dev/docs/api/app-home#fetch
 * @see https://shopify.dev/docs/api/admin-extensions/latest/network-features
 */
export function isOfApp(
  {protocol, host, hostname}: URL,
  app: Pick<URL, 'protocol' | 'host' | 'hostname'>,
): boolean {
  const isOwn = host === app.host || hostname.endsWith(`.${app.hostname}`);
  return isOwn && protocol === app.protocol;
}
