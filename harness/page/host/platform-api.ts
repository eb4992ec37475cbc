import {SimhostError} from '../../errors.ts';
import {EXTENSION_HEADER, PAGE_SECRET_HEADER, type Mount, type PageState} from '../../wire/control.ts';
import type {PlatformAnswer, PlatformRequest} from '../../wire/sandbox.ts';
import {surfaceOf} from '../../wire/surfaces.ts';
import {requireApiAccess} from './storefront-query.ts';

/** From what page and for whom a request is sent. */
export interface PlatformFetch {
  readonly mount: Mount;
  readonly endpoints: PageState['endpoints'];
  /** Known once the control channel stands. */
  secret(): Promise<string>;
  readonly signal: AbortSignal;
  readonly send: typeof fetch;
}

/**
 * Sends a request that an extension makes by Shopify's own protocol to the API that it means:
 *
 * - `shopify:storefront/api/<version>/graphql.json`, and without a version in that of the extension: documented for
 *   checkout as the "Storefront API"; `api_access` is needed;
 * - `shopify://customer-account/api/<version>/graphql.json`: the "Customer Account API" of customer accounts, which
 *   needs neither a capability nor a token.
 *
 * Shopify's own examples and public extensions write both with and without the slashes, and `unstable` or `latest` for a
 * version.
 *
 * @see https://shopify.dev/docs/api/checkout-ui-extensions/latest/target-apis/platform-apis/storefront-api
 * @see https://shopify.dev/docs/api/customer-account-ui-extensions/latest/target-apis/account-apis/customer-account-api
 */
export async function fetchPlatform(
  {url, method, headers: given, body}: PlatformRequest,
  {mount, endpoints, secret, signal, send}: PlatformFetch,
): Promise<PlatformAnswer> {
  const headers = new Headers(given.map(([name, value]): [string, string] => [name, value]));
  const {api, address} = addressOf(url, mount, endpoints);

  if (api === 'customer-account') {
    headers.set(PAGE_SECRET_HEADER, await secret());
    headers.set(EXTENSION_HEADER, mount.activationId);
  }

  const response = await send(`${address}${new URL(url).search}`, {method, headers, body, signal});
  const {status, statusText} = response;
  const answered = await response.arrayBuffer();

  return {
    status,
    statusText,
    headers: [...response.headers],
    body: BODYLESS.includes(status) ? null : answered,
  };
}

const BODYLESS = [204, 205, 304];

const PLATFORM_URL =
  /^shopify:(?:\/\/)?(storefront|customer-account)\/api\/(?:(\d{4}-(?:01|04|07|10)|unstable|latest)\/)?graphql\.json$/;

function addressOf(
  url: string,
  mount: Mount,
  endpoints: PageState['endpoints'],
): {api: string; address: string} {
  const path = url.replace(/[?#].*$/s, '');
  const isAccount = surfaceOf(mount.target) === 'customer-account';
  const [, api, version] = PLATFORM_URL.exec(path) ?? [];

  if (api === 'storefront') {
    requireApiAccess(mount, `fetch to ${path}`);
    return {api, address: `${endpoints.storefrontApi}${version ?? mount.apiVersion}/graphql.json`};
  }

  if (api === 'customer-account' && version !== undefined && isAccount) {
    return {api, address: `${endpoints.customerAccountApi}${version}/graphql`};
  }

  const forms = [STOREFRONT_FORM, ...(isAccount ? [CUSTOMER_ACCOUNT_FORM] : [])];
  const why =
    api === 'customer-account' && !isAccount
      ? `the Customer Account API is not for "${mount.target}".`
      : 'no API stands there.';

  throw new SimhostError('ERR_UNKNOWN_PLATFORM_URL', `fetch to ${path}: ${why}`, {
    next: `Extensions at this target fetch from ${forms.join(' or ')}. A version is a quarter such as ${mount.apiVersion}, unstable or latest.`,
  });
}

const STOREFRONT_FORM = 'shopify:storefront/api/graphql.json (a version may stand before graphql.json)';
const CUSTOMER_ACCOUNT_FORM = 'shopify://customer-account/api/<version>/graphql.json';
