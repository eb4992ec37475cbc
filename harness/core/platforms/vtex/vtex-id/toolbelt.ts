import {isLoopback} from '../../../../wire/loopback.ts';
import type {VtexAccount} from '../../../world/vtex.ts';
import {byEmail} from '../email.ts';
import {maySignIn} from '../logins.ts';
import {fieldsOf} from '../request-fields.ts';
import {routesOf} from '../route.ts';
import type {VtexCall, VtexRoute} from '../route.ts';
import type {VtexContext} from '../vtex-context.ts';
import {noAccess, redirect, redirectToLogin} from './admin-login.ts';

const {anyone} = routesOf('vtex-id');

/** A login that the command line started. */
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
 * The login of VTEX's command line, as vtex/toolbelt 4.4 does it: the command line starts it; the browser
 * signs an admin in and returns by the loopback address; the command line shows its secret and gets the
 * token.
 */
export function toolbelt(context: VtexContext): readonly VtexRoute[] {
  const api = new ToolbeltApi(context);

  return [
    anyone('POST /api/vtexid/toolbelt/start', (call) => api.start(call)),
    anyone('GET /api/vtexid/toolbelt/callback', (call) => api.callback(call)),
    anyone('POST /api/vtexid/toolbelt/validate', (call) => api.validate(call)),
  ];
}

class ToolbeltApi {
  readonly #context: VtexContext;
  /** By `state`. */
  readonly #logins = new Map<string, ToolbeltLogin>();

  constructor(context: VtexContext) {
    this.#context = context;
  }

  async start({request, account}: VtexCall): Promise<Response> {
    const {secretHash = '', loopbackUrl = ''} = Object.fromEntries(await fieldsOf(request));
    if (secretHash === '' || !URL.canParse(loopbackUrl) || !isLoopback(new URL(loopbackUrl).hostname)) {
      return Response.json({message: 'Give secretHash, and loopbackUrl on http://127.0.0.1.'}, {status: 400});
    }

    const state = await this.#context.deps.uuid();
    this.#logins.set(state, {account: account.name, secretHash, loopbackUrl, ott: null, admin: null});
    return new Response(state);
  }

  /** Sends a signed-in admin's browser back to the command line, with a one-time token. */
  async callback({request, url, account}: VtexCall): Promise<Response> {
    const {callers, deps, vtex} = this.#context;
    const login = this.#find(account, url.searchParams.get('state') ?? '');
    if (login === undefined) {
      return new Response('No login of the command line has this state.', {status: 400});
    }

    const claims = await callers.signedIn(request, account, 'admin');
    const admin = byEmail(vtex.admins, claims?.sub);
    if (admin === undefined) return redirectToLogin(`${url.pathname}${url.search}`);
    if (!maySignIn(admin, account.name, vtex)) return noAccess(admin, account);

    login.ott = await deps.uuid();
    login.admin = admin.name;

    const back = new URL(login.loopbackUrl);
    back.searchParams.set('ott', login.ott);
    return redirect(back.href);
  }

  /** Answers the token to the command line that shows its secret and the one-time token. */
  async validate({request, url, account}: VtexCall): Promise<Response> {
    const {state = '', secret = '', ott = ''} = Object.fromEntries(await fieldsOf(request));
    const secretHash = await hashOf(secret);

    const login = this.#find(account, state);
    const isProven = login !== undefined && login.ott === ott && login.secretHash === secretHash;
    if (!isProven || login.admin === null) {
      return Response.json({message: 'Invalid state, secret or token.'}, {status: 401});
    }

    this.#logins.delete(state);

    const site = {account: account.name, host: url.hostname};
    const {token, refreshToken} = await this.#context.sessions.login(login.admin, site);
    return Response.json({token, refresh_token: refreshToken});
  }

  #find({name}: VtexAccount, state: string): ToolbeltLogin | undefined {
    const login = this.#logins.get(state);
    return login?.account === name ? login : undefined;
  }
}

async function hashOf(secret: string): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(secret));
  return btoa(String.fromCharCode(...new Uint8Array(hash)));
}
