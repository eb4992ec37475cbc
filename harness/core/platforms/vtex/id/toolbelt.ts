import type {VtexAdmin} from '../../../world/vtex-staff.ts';
import type {VtexAccount} from '../../../world/vtex.ts';
import {isLoopback} from '../../../../wire/loopback.ts';
import {escape} from '../../../../wire/markup.ts';
import {fieldsOf} from '../request-fields.ts';
import {byEmail} from '../email.ts';
import {maySignIn} from '../logins.ts';
import type {VtexParts} from '../vtex-context.ts';
import {routesOf, safelyDecoded} from '../route.ts';
import type {VtexRoute} from '../route.ts';
import {withCookies} from './login.ts';

const {anyone} = routesOf('vtex-id');

/** Where the toolbelt sends a browser, and where an admin without a cookie lands. */
export const ADMIN_LOGIN_PATH = '/_v/segment/admin-login/v1/login';

interface ToolbeltLogin {
  readonly account: string;
  /** Base64 of the SHA-256 of a secret that only the command line knows. */
  readonly secretHash: string;
  readonly loopbackUrl: string;
  /** The one-time token that the browser brings back, once an admin has signed in. */
  ott: string | null;
  admin: string | null;
}

/**
 * `vtex login`: the command line starts, the browser signs an admin in and comes back by the loopback address, the
 * command line shows its secret and gets the token. As vtex/toolbelt 4.4 does it.
 */
export function toolbelt({host, sessions, callers, world}: VtexParts): readonly VtexRoute[] {
  const logins = new Map<string, ToolbeltLogin>();
  const startedAt = ({name}: VtexAccount, state: string): ToolbeltLogin | undefined => {
    const started = logins.get(state);
    return started?.account === name ? started : undefined;
  };

  return [
    anyone('POST /api/vtexid/toolbelt/start', async ({request, account}) => {
      const fields = await fieldsOf(request);
      const {secretHash = '', loopbackUrl = ''} = Object.fromEntries(fields);

      if (secretHash === '' || !URL.canParse(loopbackUrl) || !isLoopback(new URL(loopbackUrl).hostname)) {
        return Response.json(
          {message: 'Give secretHash, and loopbackUrl on http://127.0.0.1.'},
          {status: 400},
        );
      }

      const state = await host.uuid();
      logins.set(state, {account: account.name, secretHash, loopbackUrl, ott: null, admin: null});
      return new Response(state);
    }),
    anyone('GET /api/vtexid/toolbelt/callback', async ({request, url, account}) => {
      const started = startedAt(account, url.searchParams.get('state') ?? '');
      if (started === undefined)
        return new Response('No login of the command line has this state.', {status: 400});
      const claims = await callers.signedIn(request, account, 'admin');
      const admin = byEmail(world.vtex.admins, claims?.sub);
      if (admin === undefined) return toLogin(`${url.pathname}${url.search}`);
      if (!maySignIn(admin, account.name, world.vtex)) return noAccess(admin, account);

      started.ott = await host.uuid();
      started.admin = admin.name;
      const back = new URL(started.loopbackUrl);
      back.searchParams.set('ott', started.ott);

      return redirect(back.href);
    }),
    anyone('POST /api/vtexid/toolbelt/validate', async ({request, url, account}) => {
      const {state = '', secret = '', ott = ''} = Object.fromEntries(await fieldsOf(request));
      const secretHash = await hashOf(secret);
      const started = startedAt(account, state);
      const isKnown = started?.admin != null && started.ott === ott && started.secretHash === secretHash;

      if (!isKnown || started.admin === null)
        return Response.json({message: 'Invalid state, secret or token.'}, {status: 401});
      logins.delete(state);
      const {token, refreshToken} = await sessions.login(started.admin, {
        account: account.name,
        host: url.hostname,
      });

      return Response.json({token, refresh_token: refreshToken});
    }),
    anyone(`GET ${ADMIN_LOGIN_PATH}`, ({url, account}) =>
      html(loginPage(Object.values(world.vtex.admins), account.name, returnUrlOf(url))),
    ),
    anyone(`POST ${ADMIN_LOGIN_PATH}`, async ({request, url, account}) => {
      const name = (await fieldsOf(request)).get('admin') ?? '';
      const admin = Object.hasOwn(world.vtex.admins, name) ? world.vtex.admins[name] : undefined;
      if (admin === undefined) return new Response(`No admin is called "${name}".`, {status: 400});
      if (!maySignIn(admin, account.name, world.vtex)) return noAccess(admin, account);
      const {cookies} = await sessions.login(name, {account: account.name, host: url.hostname});
      return withCookies(redirect(returnUrlOf(url)), cookies);
    }),
  ];
}

export function toLogin(returnUrl: string): Response {
  return redirect(`${ADMIN_LOGIN_PATH}?returnUrl=${encodeURIComponent(returnUrl)}`);
}

function noAccess({email}: VtexAdmin, {name}: VtexAccount): Response {
  return new Response(`${email} has no role in ${name}.`, {status: 403});
}

export function html(body: string, status = 200): Response {
  return new Response(body, {status, headers: {'content-type': 'text/html; charset=utf-8'}});
}

function redirect(location: string): Response {
  return new Response(null, {status: 302, headers: {location}});
}

/** A path of this host, which the toolbelt gives with a query of its own that nobody encoded. */
function returnUrlOf(url: URL): string {
  const [, rest = ''] = /[?&]returnUrl=(.*)$/.exec(url.search) ?? [];
  const path = safelyDecoded(rest);
  return URL.canParse(path, url.href) && new URL(path, url).origin === url.origin
    ? path || '/admin'
    : '/admin';
}

function loginPage(
  admins: readonly {name: string; fullName: string; email: string}[],
  account: string,
  returnUrl: string,
): string {
  const choices = admins.map(
    ({name, fullName, email}) =>
      `<button name="admin" value="${escape(name)}">${escape(fullName)} (${escape(email)})</button>`,
  );

  const action = `${ADMIN_LOGIN_PATH}?returnUrl=${encodeURIComponent(returnUrl)}`;
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Sign in to ${account}</title>
<h1>Sign in to ${account}</h1><form method="post" action="${escape(action)}">${choices.join('<br>')}</form></html>`;
}

async function hashOf(secret: string): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(secret));
  return btoa(String.fromCharCode(...new Uint8Array(hash)));
}
