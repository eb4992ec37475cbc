import type {HttpHandler} from 'msw';
import {EXTENSION_HEADER} from '../../../wire/control.ts';
import {ACCOUNTS_HOST} from './shopify-hosts.ts';
import {queryCustomerAccount} from './customer-account/query.ts';
import {schemaOf} from './graphql/published/releases.ts';
import {UNAUTHORIZED, pageEndpoint} from './page-endpoint.ts';
import {sessionTokenQuery} from './session-token-query.ts';
import type {ShopifyDeps} from './shopify-deps.ts';

/**
 * Returns the URL before `<version>/graphql`. Its path has the shop's number (Shopify/ui-extensions #1907).
 */
export function customerAccountApiBase(shopNumber: string): string {
  return `https://${ACCOUNTS_HOST}/${shopNumber}/account/customer/api/`;
}

/** Returns the URL at which the shop's own page asks. */
export function customerAccountApiUrl(shopNumber: string): string {
  return `${customerAccountApiBase(shopNumber)}unstable/graphql`;
}

/** Whether this is a URL of the Customer Account API. */
export function isCustomerAccountApi({hostname, pathname}: URL): boolean {
  return hostname === ACCOUNTS_HOST && /^\/\d+\/account\/customer\/api\/[\w-]+\/graphql$/.test(pathname);
}

/**
 * The Customer Account API. The page asks it for session tokens. An extension asks it through the page for
 * the customer and their orders, and cannot get tokens there.
 *
 * @see https://shopify.dev/docs/api/customer
 */
export function customerAccountApi(deps: Omit<ShopifyDeps, 'codeAt' | 'storefront'>): readonly HttpHandler[] {
  const querySessionToken = sessionTokenQuery('customer-account', deps);
  return pageEndpoint(
    `${customerAccountApiBase(':shop')}:version/graphql`,
    deps,
    async (body, request, version) => {
      const extension = request.headers.get(EXTENSION_HEADER);
      if (extension === null) return querySessionToken(body);

      return deps.knowsActivation(extension, 'customer-account')
        ? queryCustomerAccount(body, {...deps, version})
        : UNAUTHORIZED;
    },
    (version, {headers}) => (headers.has(EXTENSION_HEADER) ? schemaOf('customer-account', version) : {}),
  );
}
