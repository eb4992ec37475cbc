import {escape} from '../../../../wire/markup.ts';
import type {VtexAdmin} from '../../../world/vtex-staff.ts';
import type {VtexAccount} from '../../../world/vtex.ts';
import {maySignIn} from '../logins.ts';
import {fieldsOf} from '../request-fields.ts';
import {safelyDecoded} from '../route-pattern.ts';
import {routesOf} from '../route.ts';
import type {VtexCall, VtexRoute} from '../route.ts';
import type {VtexContext} from '../vtex-context.ts';
import {withCookies} from '../vtex-cookies.ts';

const {anyone} = routesOf('vtex-id');

/** The page to which the toolbelt, and an admin page without a cookie, send the browser. */
const ADMIN_LOGIN_PATH = '/_v/segment/admin-login/v1/login';

/** The login page of the admin: one button for each admin of the world. */
export function adminLogin(context: VtexContext): readonly VtexRoute[] {
  const {admins} = context.vtex;
  return [
    anyone(`GET ${ADMIN_LOGIN_PATH}`, ({url, account}) =>
      html(loginPage(Object.values(admins), account.name, returnUrlOf(url))),
    ),
    anyone(`POST ${ADMIN_LOGIN_PATH}`, (call) => signIn(call, context)),
  ];
}

async function signIn({request, url, account}: VtexCall, {vtex, sessions}: VtexContext): Promise<Response> {
  const name = (await fieldsOf(request)).get('admin') ?? '';
  const admin = Object.hasOwn(vtex.admins, name) ? vtex.admins[name] : undefined;
  if (admin === undefined) return new Response(`Unknown admin "${name}".`, {status: 400});
  if (!maySignIn(admin, account.name, vtex)) return noAccess(admin, account);

  const {cookies} = await sessions.login(name, {account: account.name, host: url.hostname});
  return withCookies(redirect(returnUrlOf(url)), cookies);
}

/** Sends the browser to the login page, and back to `returnUrl` afterwards. */
export function redirectToLogin(returnUrl: string): Response {
  return redirect(`${ADMIN_LOGIN_PATH}?returnUrl=${encodeURIComponent(returnUrl)}`);
}

/** Refuses an admin who has no role in the account. */
export function noAccess({email}: VtexAdmin, {name}: VtexAccount): Response {
  return new Response(`${email} has no role in ${name}.`, {status: 403});
}

export function html(body: string): Response {
  return new Response(body, {headers: {'content-type': 'text/html; charset=utf-8'}});
}

export function redirect(location: string): Response {
  return new Response(null, {status: 302, headers: {location}});
}

/**
 * Reads the `returnUrl`, a path of this host. It is the rest of the query: the toolbelt does not encode the
 * query inside.
 */
function returnUrlOf(url: URL): string {
  const [, rest = ''] = /[?&]returnUrl=(.*)$/.exec(url.search) ?? [];
  const path = safelyDecoded(rest);
  const isOwn = URL.canParse(path, url.href) && new URL(path, url).origin === url.origin;

  return isOwn && path !== '' ? path : '/admin';
}

function loginPage(admins: readonly VtexAdmin[], account: string, returnUrl: string): string {
  const choices = admins.map(
    ({name, fullName, email}) =>
      `<button name="admin" value="${escape(name)}">${escape(fullName)} (${escape(email)})</button>`,
  );

  const action = `${ADMIN_LOGIN_PATH}?returnUrl=${encodeURIComponent(returnUrl)}`;
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Sign in to ${account}</title>
<h1>Sign in to ${account}</h1><form method="post" action="${escape(action)}">${choices.join('<br>')}</form></html>`;
}
