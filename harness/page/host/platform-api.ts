import {SimhostError} from '../../errors.ts';
import {EXTENSION_HEADER, PAGE_SECRET_HEADER, type Mount, type PageState} from '../../wire/control.ts';
import type {PlatformAnswer, PlatformRequest} from '../../wire/sandbox.ts';
import {STOREFRONT_TOKEN_HEADER} from '../../wire/storefront-headers.ts';
import {surfaceOf} from '../../wire/surfaces.ts';
import {directAddress, directHeaders} from './direct-api.ts';
import {requireApiAccess} from './storefront-query.ts';

const STOREFRONT_FORM = 'shopify:storefront/api/graphql.json (with an optional version before graphql.json)';
const CUSTOMER_ACCOUNT_FORM = 'shopify://customer-account/api/<version>/graphql.json';

/** Statuses whose answers have no body. */
const BODYLESS = [204, 205, 304];

const PLATFORM_URL =
  /^shopify:(?:\/\/)?(storefront|customer-account)\/api\/(?:(\d{4}-(?:01|04|07|10)|unstable|latest)\/)?graphql\.json$/;

/** An undocumented form of the Customer Account API's URL, which Shopify's own subscriptions app uses. */
const OLDER_ACCOUNT_URL =
  /^shopify:(?:\/\/)?customer-accounts\/customer\/api\/(\d{4}-(?:01|04|07|10)|unstable|latest)\/graphql$/;

/** The API that a URL names, and its version if the URL has one. */
interface NamedApi {
  readonly api?: string | undefined;
  readonly version?: string | undefined;
}

/** The page and the mount that a request is sent for. */
export interface PlatformFetch {
  readonly mount: Mount;
  readonly endpoints: PageState['endpoints'];
  /** Authenticates the page. Known once the control channel is open. */
  secret(): Promise<string>;
  readonly signal: AbortSignal;
  readonly send: typeof fetch;
}

/**
 * Sends a request with Shopify's own protocol to the API that its URL names:
 *
 * - `shopify:storefront/api/<version>/graphql.json` is the Storefront API, which requires `api_access`. Without a version,
 *   that of the extension applies.
 * - `shopify://customer-account/api/<version>/graphql.json` is the Customer Account API of customer accounts, which
 *   requires neither a capability nor a token.
 * - `shopify:admin/api/<version>/graphql.json` is the Admin API, for extensions of the admin alone.
 *
 * Shopify's examples and public extensions write both with and without the slashes, and `unstable` or `latest` as a
 * version. `shopify:customer-accounts/customer/api/<version>/graphql` is the Customer Account API too.
 *
 * @throws {SimhostError} `ERR_UNKNOWN_PLATFORM_URL`, `ERR_API_ACCESS`
 *
 * @see https://shopify.dev/docs/api/checkout-ui-extensions/latest/target-apis/platform-apis/storefront-api
 * @see https://shopify.dev/docs/api/customer-account-ui-extensions/latest/target-apis/account-apis/customer-account-api
 * @see https://github.com/Shopify/subscriptions-reference-app/tree/main/extensions/buyer-subscriptions/src
 */
export async function fetchPlatform(
  {url, method, headers: given, body}: PlatformRequest,
  {mount, endpoints, secret, signal, send}: PlatformFetch,
): Promise<PlatformAnswer> {
  const asked = new Headers(given.map(([name, value]): [string, string] => [name, value]));
  const {address, headers} =
    surfaceOf(mount.target) === 'admin'
      ? await toAdminApi(url, asked, {mount, endpoints, secret})
      : await toOtherApi(url, asked, {mount, endpoints, secret});

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

/** A request as the page sends it. */
interface Addressed {
  readonly address: string;
  readonly headers: Headers;
}

/** The parts of the page that address a request. */
type Addressing = Pick<PlatformFetch, 'mount' | 'endpoints' | 'secret'>;

async function toAdminApi(url: string, asked: Headers, page: Addressing): Promise<Addressed> {
  return {address: directAddress(url, page), headers: await directHeaders(asked, page)};
}

async function toOtherApi(
  url: string,
  headers: Headers,
  {mount, endpoints, secret}: Addressing,
): Promise<Addressed> {
  const {api, address} = addressOf(url, mount, endpoints);
  if (api === 'customer-account') {
    headers.set(PAGE_SECRET_HEADER, await secret());
    headers.set(EXTENSION_HEADER, mount.activationId);
  } else {
    headers.set(STOREFRONT_TOKEN_HEADER, endpoints.storefrontToken);
  }

  return {address, headers};
}

function addressOf(
  url: string,
  mount: Mount,
  endpoints: PageState['endpoints'],
): {api: string; address: string} {
  const path = url.replace(/[?#].*$/s, '');
  const isAccount = surfaceOf(mount.target) === 'customer-account';
  const {api, version} = apiNamedBy(path);

  if (api === 'storefront') {
    requireApiAccess(mount, `fetch to ${path}`);
    return {api, address: `${endpoints.storefrontApi}${version ?? mount.apiVersion}/graphql.json`};
  }

  if (api === 'customer-account' && version !== undefined && isAccount) {
    return {api, address: `${endpoints.customerAccountApi}${version}/graphql`};
  }

  const forms = [STOREFRONT_FORM, ...(isAccount ? [CUSTOMER_ACCOUNT_FORM] : [])];
  const reason =
    api === 'customer-account' && !isAccount
      ? `the Customer Account API is not available to "${mount.target}".`
      : 'there is no API at this URL.';

  const versionHint = `A version is a quarter such as ${mount.apiVersion}, unstable or latest.`;

  throw new SimhostError('ERR_UNKNOWN_PLATFORM_URL', `fetch to ${path}: ${reason}`, {
    next: `Extensions at this target fetch from ${forms.join(' or ')}. ${versionHint}`,
  });
}

function apiNamedBy(path: string): NamedApi {
  const [, accountVersion] = OLDER_ACCOUNT_URL.exec(path) ?? [];
  if (accountVersion !== undefined) return {api: 'customer-account', version: accountVersion};

  const [, api, version] = PLATFORM_URL.exec(path) ?? [];
  return {api, version};
}
