import type {HttpHandler} from 'msw';
import {http} from '../../platform-http.ts';
import type {Customer} from '../../../world/people.ts';
import {problemHeader} from '../../problem.ts';
import {readAuthorizationRequest} from './authorization-request.ts';
import type {AuthorizationRequest, RefusedByRedirect} from './authorization-request.ts';
import {readOAuthParameters} from './oauth-parameters.ts';
import type {SignInDeps} from './sign-in-deps.ts';
import {refusalPage, signInPage} from './sign-in-pages.ts';

/**
 * Answers browsers that a storefront sends to sign in. The signed-in customer goes straight back with a code, and a
 * guest sees a page. That page is ours: no code is sent by email.
 *
 * @see https://shopify.dev/docs/api/customer/latest#authorization
 */
export function authorizeEndpoint(url: string, deps: SignInDeps): readonly HttpHandler[] {
  return [
    http.get(url, ({request}) =>
      answer(request.url, deps, (asked) => {
        const customer = deps.customer();
        return customer === null ? askGuest(asked, deps) : sendBack(asked, customer, deps);
      }),
    ),
    http.post(url, ({request}) =>
      answer(request.url, deps, async (asked) => {
        const email = new URLSearchParams(await request.text()).get('email') ?? '';
        if (!email.includes('@')) return askGuest(asked, deps);

        const customer = customerOf(email.trim(), deps);
        deps.signIn(customer.id);
        return sendBack(asked, customer, deps);
      }),
    ),
  ];
}

async function answer(
  url: string,
  {client}: SignInDeps,
  accept: (request: AuthorizationRequest) => Response | Promise<Response>,
): Promise<Response> {
  const read = readAuthorizationRequest(readOAuthParameters(new URL(url).searchParams), client);
  if ('request' in read) return accept(read.request);
  if ('byRedirect' in read) return redirectError(read.byRedirect);

  const {error, cause, fix} = read.onPage;
  return refusalPage('Sign-in failed', error, {cause, turn: 'backend', fix});
}

function askGuest(
  {isSilent, loginHint, ...asked}: AuthorizationRequest,
  {shop, customers}: SignInDeps,
): Response {
  if (isSilent) {
    const description = 'End-User authentication required.';
    return redirectTo(asked.redirectUri, {
      error: 'login_required',
      error_description: description,
      state: asked.state,
    });
  }

  return signInPage({
    shopName: shop.name,
    people: customers.list().filter(({email}) => email !== ''),
    email: loginHint,
  });
}

/** Finds the customer of an email. The platform makes an account for an email that it does not know. */
function customerOf(email: string, {customers}: SignInDeps): Customer {
  return (customers.byEmail(email) ?? customers.create({email}, null)).customer;
}

async function sendBack(
  {redirectUri, state, scopes, nonce, challenge}: AuthorizationRequest,
  {id}: Customer,
  {grants}: SignInDeps,
): Promise<Response> {
  const code = await grants.issueCode({redirectUri, scopes, nonce, challenge, customerId: id});
  return redirectTo(redirectUri, {code, state});
}

function redirectError({redirectUri, state, code, description}: RefusedByRedirect): Response {
  const headers = problemHeader({cause: description.replace(/\.$/, ''), turn: 'backend', fix: null});
  return redirectTo(redirectUri, {error: code, error_description: description, state}, headers);
}

/** Redirects to a URI of the client, which keeps the query that it has. */
export function redirectTo(
  uri: string,
  parameters: Readonly<Record<string, string | null>>,
  headers: Record<string, string> = {},
): Response {
  const url = new URL(uri);
  for (const [name, value] of Object.entries(parameters))
    if (value !== null) url.searchParams.append(name, value);
  return new Response(null, {status: 302, headers: {location: url.href, ...headers}});
}
