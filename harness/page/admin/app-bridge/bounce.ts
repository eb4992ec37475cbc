/** The parameter with the address that the document wants to be. */
const RELOAD_PARAMETER = 'shopify-reload';

/** Returns the address that a bounce page asks for; `null` for any other document. */
export function bounceTarget({search}: Pick<Location, 'search'>): string | null {
  const query = new URLSearchParams(search);
  return query.has('id_token') ? null : query.get(RELOAD_PARAMETER);
}

/**
 * Loads a page of the app with an ID token, and writes it into the document.
 *
 * @throws {Error} for an address of another origin
 * @see https://shopify.dev/docs/apps/build/authentication-authorization/set-embedded-app-authorization
 */
export async function bounce(target: string, send: typeof fetch): Promise<void> {
  const url = new URL(target, location.href);
  if (url.origin !== location.origin) {
    throw new Error(
      `shopify-reload is ${url.origin}, and this document is at ${location.origin}. Both must have the same origin. ` +
        'Open the app at the URL that its server uses.',
    );
  }

  const response = await send(url.href, {headers: {Accept: 'text/html', 'X-Shopify-Bounce': '1'}});
  const type = response.headers.get('content-type') ?? '';
  if (!type.includes('text/html'))
    throw new Error(`The page at ${url.pathname} is ${type || 'of no type'}, not HTML.`);

  const html = await response.text();
  history.replaceState(history.state, '', response.redirected ? response.url : url.href);
  document.open();
  document.write(html);
  document.close();
}
