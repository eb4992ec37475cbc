import type {HttpHandler} from 'msw';
import {HttpResponse} from 'msw';
import {http} from '../../platform-http.ts';
import {compact, readScopes} from './access-scopes.ts';
import {adminHome, adminPageOf} from './admin-address.ts';
import type {AppAuthorizationDeps} from './app-authorization-deps.ts';
import {clientIdRefusal} from './authorize-request.ts';
import {grantPage, isApproved} from './grant-page.ts';
import {installUrl} from './launch-url.ts';
import {answerRefusal} from './oauth-refusal.ts';

/**
 * Installs an app with the scopes of its TOML, and grants optional scopes that it asks for. The browser goes on to the app
 * in the admin. An app with the legacy install flow asks for its scopes itself.
 *
 * @see https://shopify.dev/docs/apps/build/authentication-authorization/app-installation
 */
export function installEndpoint(deps: AppAuthorizationDeps): readonly HttpHandler[] {
  const {shop} = deps;
  const urls = [`https://${shop.domain}/admin/oauth/install`, `${adminHome(shop)}/oauth/install`];

  return [
    ...urls.flatMap((url) => [
      http.get(url, ({request}) => answerGet(request, deps)),
      http.post(url, ({request}) => answerPost(request, deps)),
    ]),
    http.get(`https://${shop.domain}/admin/apps/*`, ({request}) => {
      const {pathname, search} = new URL(request.url);
      return HttpResponse.redirect(`${adminHome(shop)}${pathname.replace(/^\/admin/, '')}${search}`, 302);
    }),
  ];
}

async function answerGet(request: Request, deps: AppAuthorizationDeps): Promise<Response> {
  const {app, shop, installation} = deps;
  const query = new URL(request.url).searchParams;
  const refusal = clientIdRefusal(query, app);
  if (refusal !== null) return answerRefusal(refusal);

  const missing = missingScopes(query, deps);
  if (installation.isInstalled && missing.length === 0) return openApp(deps);

  if (!installation.isInstalled && app.authorization.legacyInstallFlow && app.url !== undefined) {
    const now = deps.now();
    return HttpResponse.redirect(await installUrl(app.url, {app, shop, now}), 302);
  }

  const {isInstalled} = installation;
  const scopes = compact([...installation.scopes.granted, ...missing]);
  return grantPage({appName: app.name, shopName: shop.name, isInstalled, scopes});
}

async function answerPost(request: Request, deps: AppAuthorizationDeps): Promise<Response> {
  const {app, shop, installation} = deps;
  const query = new URL(request.url).searchParams;
  const refusal = clientIdRefusal(query, app);
  if (refusal !== null) return answerRefusal(refusal);

  const approved = await isApproved(request);
  if (approved === null) return new HttpResponse(null, {status: 403});
  if (!approved)
    return installation.isInstalled ? openApp(deps) : HttpResponse.redirect(adminHome(shop), 302);

  const missing = missingScopes(query, deps);
  installation.install();
  installation.grant(missing);
  return openApp(deps);
}

/** Lists the scopes that the merchant has yet to grant: the required ones, and the optional ones of the request. */
function missingScopes(query: URLSearchParams, {installation}: AppAuthorizationDeps): readonly string[] {
  const {required, optional} = installation.scopes;
  const asked = readScopes(`${query.get('optional_scopes') ?? ''},${query.get('scope') ?? ''}`);
  const declared = asked.filter((scope) => optional.includes(scope) || required.includes(scope));
  return [...required, ...declared].filter((scope) => !installation.has(scope));
}

function openApp({app, shop}: AppAuthorizationDeps): Response {
  return HttpResponse.redirect(adminPageOf(shop, app.clientId), 302);
}
