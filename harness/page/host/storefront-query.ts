import {SimhostError} from '../../errors.ts';
import {adviceOnMissing} from '../../wire/capabilities.ts';
import type {Mount, PageState} from '../../wire/control.ts';

/**
 * Sends `shopify.query` to the Storefront API of the shop, in the extension's API version unless it names
 * another.
 */
export async function queryStorefront(
  mount: Mount,
  {endpoints}: PageState,
  query: string,
  options: unknown,
): Promise<unknown> {
  requireApiAccess(mount, 'shopify.query');
  const {variables, version = mount.apiVersion} = options as {variables?: unknown; version?: string};
  const response = await fetch(`${endpoints.storefrontApi}${version}/graphql.json`, {
    method: 'POST',
    headers: {'content-type': 'application/json'},
    body: JSON.stringify({query, ...(variables === undefined ? {} : {variables})}),
  });

  if (!response.ok)
    throw new SimhostError('ERR_STOREFRONT_API', `The Storefront API answered ${response.status}.`, {
      next: await response.text(),
    });

  const {data, errors} = (await response.json()) as {data?: unknown; errors?: unknown};
  return {...(data === undefined ? {} : {data}), ...(errors === undefined ? {} : {errors})};
}

/** Fails for an extension that does not declare `api_access`. */
export function requireApiAccess(mount: Pick<Mount, 'capabilities' | 'declined'>, what: string): void {
  if (mount.capabilities.includes('api_access')) return;
  throw new SimhostError(
    'ERR_API_ACCESS',
    `${what} is refused: the extension has no access to the Storefront API.`,
    {
      next: adviceOnMissing('api_access', mount),
    },
  );
}
