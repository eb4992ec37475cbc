import type {HttpHandler} from 'msw';
import {http} from '../../platform-http.ts';
import {isRegistered} from '../../../world/customer-authentication.ts';
import {redirectTo} from './authorize-endpoint.ts';
import {readIdToken} from './customer-id-token.ts';
import {signInUrls} from './sign-in-deps.ts';
import type {SignInDeps} from './sign-in-deps.ts';
import {loggedOutPage, refusalPage} from './sign-in-pages.ts';

/**
 * Signs the customer out, and sends the browser back to the storefront.
 *
 * @see https://shopify.dev/docs/api/customer/latest#logging-out
 */
export function logoutEndpoint(url: string, deps: SignInDeps): HttpHandler {
  return http.get(url, async ({request}) => {
    const {searchParams} = new URL(request.url);
    const claims = await readIdToken(searchParams.get('id_token_hint') ?? '', {
      issuer: signInUrls(deps.shop).issuer,
      clientId: deps.client.clientId,
    });
    if (claims === null) {
      return refusal('"id_token_hint" invalid', {
        cause: searchParams.has('id_token_hint')
          ? 'id_token_hint is not an ID token that this shop issued to this client'
          : 'id_token_hint is missing',
        fix: 'Send the id_token of the sign-in as id_token_hint.',
      });
    }

    const {logoutUris} = deps.client;
    const target = searchParams.get('post_logout_redirect_uri') ?? logoutUris?.[0] ?? null;
    if (target !== null && !isRegistered(target, logoutUris)) {
      return refusal('"post_logout_redirect_uri" mismatch', {
        cause: `post_logout_redirect_uri "${target}" is not a logout URI of the storefront`,
        fix: 'Add it to app.customerAuthentication.logoutUris.',
      });
    }

    logOut(String(claims['sub']), deps);
    return target === null ? loggedOutPage() : redirectTo(target, {state: searchParams.get('state')});
  });
}

/** Ends the session of the ID token. Somebody else who is signed in by now stays signed in. */
function logOut(customerNumber: string, {customer, grants, signIn}: SignInDeps): void {
  const id = `gid://shopify/Customer/${customerNumber}`;
  grants.endAllOf(id);
  if (customer()?.id === id) signIn(null);
}

function refusal(error: string, {cause, fix}: {cause: string; fix: string}): Response {
  return refusalPage('Logout failed', error, {cause, turn: 'backend', fix});
}
