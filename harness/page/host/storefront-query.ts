import {SimhostError} from '../../errors.ts';
import {adviceOnMissing} from '../../wire/capabilities.ts';
import type {Mount, PageState} from '../../wire/control.ts';
import {PlatformError} from '../../wire/platform-error.ts';
import {STOREFRONT_TOKEN_HEADER} from '../../wire/storefront-headers.ts';

/**
 * Sends `shopify.query` to the Storefront API of the shop, in the extension's API version unless it names
 * another.
 *
 * @throws {PlatformError} `ERR_API_ACCESS`, `ERR_STOREFRONT_TOKEN`
 * @throws {SimhostError} `ERR_STOREFRONT_API`
 */
export async function queryStorefront(
  {mount, state}: {readonly mount: Mount; readonly state: PageState},
  send: typeof fetch,
  {query, options}: {readonly query: string; readonly options: unknown},
): Promise<unknown> {
  requireApiAccess(mount, 'shopify.query');
  const {variables, version = mount.apiVersion} = options as {variables?: unknown; version?: string};
  const {storefrontApi, storefrontToken} = state.endpoints;
  const response = await send(`${storefrontApi}${version}/graphql.json`, {
    method: 'POST',
    headers: {'content-type': 'application/json', [STOREFRONT_TOKEN_HEADER]: storefrontToken},
    body: JSON.stringify({query, ...(variables === undefined ? {} : {variables})}),
  });

  if (!response.ok) throw await refusal(response, state);

  const {data, errors} = (await response.json()) as {data?: unknown; errors?: unknown};
  return {...(data === undefined ? {} : {data}), ...(errors === undefined ? {} : {errors})};
}

async function refusal(response: Response, {app}: PageState): Promise<SimhostError> {
  const {status} = response;
  const body = await response.text();

  if (status === 401) {
    return new PlatformError('StorefrontMissingToken', {
      code: 'ERR_STOREFRONT_TOKEN',
      words: `Could not get a storefront token for app ${app.clientId} to query the Storefront API.`,
      next: `The Storefront API answered 401: ${body}`,
    });
  }

  return new SimhostError('ERR_STOREFRONT_API', `The Storefront API answered ${status}.`, {next: body});
}

/** Fails for an extension that does not declare `api_access`, in the platform's words. */
export function requireApiAccess(mount: Pick<Mount, 'capabilities' | 'declined'>, what: string): void {
  if (mount.capabilities.includes('api_access')) return;
  throw new PlatformError('ApiAccessDeniedError', {
    code: 'ERR_API_ACCESS',
    words:
      'Extension is not allowed to use the Storefront API; permission to use the Storefront API must be specified ' +
      'under [capabilities] with "api_access = true".',
    next: `${what} was refused. ${adviceOnMissing('api_access', mount)}`,
  });
}
