import {isOfApp} from '../../../wire/app-address.ts';
import type {BridgeConfig} from './config.ts';

const RETRY_HEADER = 'X-Shopify-Retry-Invalid-Session-Request';
const REAUTHORIZE_HEADER = 'X-Shopify-API-Request-Failure-Reauthorize-Url';

/** The parts that the changed `fetch` needs. */
export interface BridgedFetchOptions {
  readonly config: Pick<BridgeConfig, 'appOrigins' | 'locale'>;
  /** The address of the document. */
  readonly page: Pick<Location, 'href' | 'host' | 'hostname' | 'origin' | 'protocol'>;
  /** Returns an ID token, a new one if `renew`. */
  readonly idToken: (renew: boolean) => Promise<string>;
  /** Opens an address in place of the admin. */
  readonly redirect: (url: string) => void;
  readonly send: typeof fetch;
}

/**
 * Makes the `fetch` of an app's document. A request to the app's own host, to a subdomain of it, or to an origin of
 * `appOrigins` carries an ID token. It is repeated once if the app says that the token was bad. It never ends if the app's
 * own origin asks for a new authorization.
 *
 * @see https://shopify.dev/docs/api/app-home#fetch
 */
export function bridgedFetch({config, page, idToken, redirect, send}: BridgedFetchOptions): typeof fetch {
  return async (input, init) => {
    if (String(input).startsWith('shopify:')) return send(input, init);

    const request = new Request(input, init);
    const url = new URL(request.url);
    if (!isOfApp(url, page) && !(config.appOrigins ?? []).includes(url.origin)) return send(input, init);

    const isOurs = !request.headers.has('Authorization');
    const attempt = async (renew: boolean): Promise<Response> => {
      const headers = new Headers(request.headers);
      if (isOurs) headers.set('Authorization', `Bearer ${await idToken(renew)}`);
      if (!headers.has('X-Requested-With')) headers.set('X-Requested-With', 'XMLHttpRequest');
      if (!headers.has('Accept-Language')) headers.set('Accept-Language', config.locale);
      return send(new Request(request.clone(), {headers}));
    };

    const first = await attempt(false);
    const response = isOurs && first.headers.has(RETRY_HEADER) ? await attempt(true) : first;
    const reauthorize = response.headers.get(REAUTHORIZE_HEADER);
    if (reauthorize === null || url.origin !== page.origin) return response;

    redirect(new URL(reauthorize, page.href).href);
    return new Promise<Response>(() => {});
  };
}
