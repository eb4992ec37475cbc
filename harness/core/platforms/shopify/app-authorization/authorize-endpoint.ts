import type {HttpHandler} from 'msw';
import {HttpResponse} from 'msw';
import {http} from '../../platform-http.ts';
import {compact, covers} from './access-scopes.ts';
import {adminHome} from './admin-address.ts';
import type {AppAuthorizationDeps} from './app-authorization-deps.ts';
import {readAuthorizeRequest} from './authorize-request.ts';
import type {AuthorizeRequest} from './authorize-request.ts';
import {grantPage, isApproved} from './grant-page.ts';
import {hostParameter} from './host-parameter.ts';
import {answerRefusal} from './oauth-refusal.ts';
import {signParameters} from './request-signature.ts';

/**
 * Answers browsers that an app sends to get a code. If the merchant has granted the scopes before, no page is shown.
 *
 * @see https://shopify.dev/docs/apps/build/authentication-authorization/access-tokens/authorization-code-grant
 */
export function authorizeEndpoint(deps: AppAuthorizationDeps): readonly HttpHandler[] {
  const url = `https://${deps.shop.domain}/admin/oauth/authorize`;

  return [
    http.get(url, ({request}) =>
      answer(request, deps, (asked) => (isGranted(asked, deps) ? sendBack(asked, deps) : ask(asked, deps))),
    ),
    http.post(url, ({request}) =>
      answer(request, deps, async (asked) => {
        const approved = await isApproved(request);
        if (approved === null) return new HttpResponse(null, {status: 403});
        return approved ? sendBack(asked, deps) : HttpResponse.redirect(adminHome(deps.shop), 302);
      }),
    ),
  ];
}

async function answer(
  request: Request,
  {app}: AppAuthorizationDeps,
  accept: (asked: AuthorizeRequest) => Response | Promise<Response>,
): Promise<Response> {
  const read = readAuthorizeRequest(new URL(request.url).searchParams, app);
  return 'refusal' in read ? answerRefusal(read.refusal) : accept(read.request);
}

/** Whether the merchant has granted exactly the scopes that the app asks for. */
function isGranted({scopes}: AuthorizeRequest, {installation}: AppAuthorizationDeps): boolean {
  const {granted} = installation.scopes;
  return (
    installation.isInstalled &&
    scopes.every((scope) => covers(granted, scope)) &&
    granted.every((scope) => covers(scopes, scope))
  );
}

function ask({scopes}: AuthorizeRequest, {app, shop, installation}: AppAuthorizationDeps): Response {
  const {isInstalled} = installation;
  return grantPage({appName: app.name, shopName: shop.name, isInstalled, scopes: compact(scopes)});
}

/** Sends the browser back to the app, with a code and the signature of the platform. */
async function sendBack(
  {redirectUrl, scopes, state, isOnline}: AuthorizeRequest,
  {app, shop, codes, staff, now}: AppAuthorizationDeps,
): Promise<Response> {
  const code = await codes.issue({staff: staff(), isOnline, scopes: compact(scopes)});
  const url = new URL(redirectUrl);

  const parameters = await signParameters(
    {
      ...Object.fromEntries(url.searchParams),
      code,
      host: hostParameter(shop),
      shop: shop.domain,
      ...(state === null ? {} : {state}),
      timestamp: String(Math.floor(now() / 1000)),
    },
    app.clientSecret,
  );

  url.search = parameters.toString();
  return HttpResponse.redirect(url.href, 302);
}
