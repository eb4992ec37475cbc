import type {HttpHandler} from 'msw';
import {EXTENSION_HEADER} from '../../../wire/control.ts';
import {ACCOUNTS_HOST} from './shopify-hosts.ts';
import type {CustomerAccount} from './customer-account/account-state.ts';
import {queryCustomerAccount} from './customer-account/query.ts';
import {UNAUTHORIZED, pageEndpoint} from './page-endpoint.ts';
import {sessionTokenQuery} from './session-token-query.ts';
import type {TokenDeps} from './session-token-query.ts';

/** What stands before `<version>/graphql`. The shop's number stands in the path: Shopify/ui-extensions #1907. */
export function customerAccountApiBase(shopNumber: string): string {
  return `https://${ACCOUNTS_HOST}/${shopNumber}/account/customer/api/`;
}

/** Where the page of a shop itself asks. */
export function customerAccountApiUrl(shopNumber: string): string {
  return `${customerAccountApiBase(shopNumber)}unstable/graphql`;
}

/** Whether this is the address of the Customer Account API. */
export function isCustomerAccountApi({hostname, pathname}: URL): boolean {
  return hostname === ACCOUNTS_HOST && /^\/\d+\/account\/customer\/api\/[\w-]+\/graphql$/.test(pathname);
}

/** What the Customer Account API needs of the simulation. */
export interface CustomerAccountDeps extends TokenDeps {
  account(): CustomerAccount;
}

/**
 * The Customer Account API. The page asks it for session tokens; an extension asks it through the page for what it
 * speaks of, and gets no tokens there.
 *
 * @see https://shopify.dev/docs/api/customer
 */
export function customerAccountApi(host: CustomerAccountDeps): readonly HttpHandler[] {
  const querySessionToken = sessionTokenQuery('customer-account', host);
  return pageEndpoint(`${customerAccountApiBase(':shop')}:version/graphql`, host, async (body, request) => {
    const extension = request.headers.get(EXTENSION_HEADER);
    if (extension === null) return querySessionToken(body);
    return host.knowsActivation(extension, 'customer-account')
      ? queryCustomerAccount(body, () => host.account())
      : UNAUTHORIZED;
  });
}
