import {SimhostError} from '../../errors.ts';
import {isOfApp} from '../../wire/app-address.ts';
import type {AppNetwork} from '../../wire/sandbox.ts';

/** The arguments of `fetch`. */
type FetchArguments = Parameters<typeof fetch>;

/**
 * Resolves the address that an extension of the admin fetches. A relative one is an address of the app.
 *
 * @throws {SimhostError} `ERR_RELATIVE_URL` if the app has no application URL
 *
 * @see https://shopify.dev/docs/api/admin-extensions/latest/network-features
 */
export function appAddress(given: string, {url}: AppNetwork): URL {
  if (URL.canParse(given)) return new URL(given);
  if (url !== null && URL.canParse(given, url)) return new URL(given, url);

  throw new SimhostError(
    'ERR_RELATIVE_URL',
    `fetch(${JSON.stringify(given)}): a relative URL belongs to the app, and the app has no application URL.`,
    {next: 'Write application_url into shopify.app.toml, or give app: {url} in the test.'},
  );
}

/**
 * Adds the header `Authorization` to a request to the app's own domain or a subdomain of it. An author's own header stays,
 * and so does a request elsewhere. Without a token, the request stays as it is.
 *
 * @see https://shopify.dev/docs/api/admin-extensions/latest/network-features
 */
export async function authorized(
  [input, init]: FetchArguments,
  {url, app, idToken}: AppRequest,
): Promise<FetchArguments> {
  const sent: RequestInfo = input instanceof Request ? input : url.href;
  if (app.url === null || !isOfApp(url, new URL(app.url))) return [sent, init];

  const headers = new Headers(init?.headers ?? (input instanceof Request ? input.headers : undefined));
  if (headers.has('authorization')) return [sent, init];

  const token = await idToken();
  if (token === null) return [sent, init];
  headers.set('authorization', `Bearer ${token}`);
  return [sent, {...init, headers}];
}

/** A request of an extension, and the app that it belongs to. */
export interface AppRequest {
  /** The absolute address. */
  readonly url: URL;
  readonly app: AppNetwork;
  /** Returns the token that the page gives now; `null` if it gives none. */
  readonly idToken: () => Promise<string | null>;
}
