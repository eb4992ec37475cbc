import {SimhostError} from '../../errors.ts';
import {isRecord} from '../../records.ts';
import {EXTENSION_HEADER, PAGE_SECRET_HEADER, type Mount, type PageState} from '../../wire/control.ts';
import {directApiPath} from '../../wire/direct-api.ts';

/** The path of a GraphQL query without a version. */
const UNVERSIONED = 'admin/api/graphql.json';

/** The page and the extension that ask. */
export interface DirectCaller {
  readonly mount: Pick<Mount, 'apiVersion' | 'activationId'>;
  readonly endpoints: Pick<PageState['endpoints'], 'adminApi'>;
  /** Authenticates the page. Known once the control channel is open. */
  secret(): Promise<string>;
}

/**
 * Returns the address of a URL of the direct API: `shopify:admin/api/graphql.json`. Without a version, that of the
 * extension applies, which is an assumption.
 *
 * @throws {SimhostError} `ERR_UNKNOWN_PLATFORM_URL` for another URL
 */
export function directAddress(url: string, {mount, endpoints}: Omit<DirectCaller, 'secret'>): string {
  const path = directApiPath(url);
  const address = path === null ? null : new URL(versioned(path, mount.apiVersion), endpoints.adminApi);
  const {pathname} = new URL('admin/api/', endpoints.adminApi);
  // A path with ".." may not leave the API, because the request has the secret of the page.
  if (address?.pathname.startsWith(pathname) === true) return address.href;

  throw new SimhostError(
    'ERR_UNKNOWN_PLATFORM_URL',
    `fetch to ${url.replace(/[?#].*$/s, '')}: no API has this URL.`,
    {
      next: `Extensions of the admin fetch from shopify:admin/api/graphql.json, or shopify:admin/api/${mount.apiVersion}/graphql.json.`,
    },
  );
}

/** Returns the headers of a query that the page sends for an extension: the page authenticates it. */
export async function directHeaders(
  given: ConstructorParameters<typeof Headers>[0],
  {mount, secret}: Omit<DirectCaller, 'endpoints'>,
): Promise<Headers> {
  const headers = new Headers(given);
  headers.set('content-type', 'application/json');
  headers.set(PAGE_SECRET_HEADER, await secret());
  headers.set(EXTENSION_HEADER, mount.activationId);
  return headers;
}

/**
 * Sends `shopify.query` of an extension of the admin to the Admin API, in its own API version unless it names another.
 * The extension gets `data` and `errors` as the API wrote them, with every status.
 */
export async function queryAdmin(
  caller: DirectCaller,
  send: typeof fetch,
  {query, options}: {readonly query: string; readonly options: unknown},
): Promise<unknown> {
  const {variables, version = caller.mount.apiVersion} = options as {variables?: unknown; version?: string};
  const response = await send(`${caller.endpoints.adminApi}${versioned(UNVERSIONED, version)}`, {
    method: 'POST',
    headers: await directHeaders({}, caller),
    body: JSON.stringify({query, ...(variables === undefined ? {} : {variables})}),
  });

  const body: unknown = await response.json();
  const {data, errors} = isRecord(body) ? body : {};
  return {...(data === undefined ? {} : {data}), ...(errors === undefined ? {} : {errors})};
}

function versioned(path: string, version: string): string {
  return path === UNVERSIONED ? `admin/api/${version}/graphql.json` : path;
}
