import {getResponse} from 'msw';
import {defined} from '../../../records.ts';
import type {VtexTokenOptions} from '../token-recipe.ts';
import {authCookieNames, cookieHeader} from './vtex-cookies.ts';
import {accountOrDefault} from './vtex-hosts.ts';
import type {VtexState} from './vtex-platform.ts';
import type {VtexPerson} from './vtex-sessions.ts';

/** The request that VTEX IO's router sends to a service. */
export interface VtexIoRequestOptions {
  /** Default: `GET`. */
  method?: string;
  /** The body. Default: none. */
  body?: string;
  /** Headers to add, or to replace those of the router. */
  headers?: Readonly<Record<string, string>>;
  /** The account of the store. Default: the account under test. */
  account?: string;
  /** The workspace of the store. Default: `master`. */
  workspace?: string;
  /**
   * The kind of route. `private` gets session, segment and cookies; `segment`, a route below `/_v/segment`,
   * gets the segment; `public` gets none of them. Default: `'private'`.
   */
  route?: 'private' | 'segment' | 'public';
  /** The shopper who is signed in in the browser, `ctx.vtex.storeUserAuthToken`. Default: none. */
  shopper?: VtexPerson;
  /** The admin who is signed in in the browser, `ctx.vtex.adminUserAuthToken`. Default: none. */
  admin?: VtexPerson;
  /** The app key whose token is the app's own, `ctx.vtex.authToken`. Default: `orders`. */
  appKey?: string;
}

/** A simulation, as far as `vtexIoRequest` needs it. */
export interface VtexIoCaller {
  /** The simulated VTEX. */
  readonly vtex: VtexState;
  /** Issues the token of an app key. */
  mint(kind: 'vtex-appkey', options: VtexTokenOptions): Promise<string>;
}

/**
 * Makes a request to a service of VTEX IO as its router sends it, and as `@vtex/api` 7 reads it. Headers hold
 * account, workspace and the app's own token. Session, segment and the browser's cookies depend on the path
 * of the route.
 *
 * @see https://developers.vtex.com/docs/guides/service-path-patterns
 *
 * @example
 * ```ts
 * import {createSimulation, vtexIoRequest} from 'simhost';
 *
 * const simulation = createSimulation();
 * const request = await vtexIoRequest(simulation, 'http://127.0.0.1:3000/_v/private/orders', {shopper: 'ada'});
 * await fetch(request);
 * ```
 *
 * @throws {SimhostError} `ERR_UNKNOWN_PERSON`, `ERR_UNKNOWN_ACCOUNT`, `ERR_UNKNOWN_APP_KEY`
 */
export async function vtexIoRequest(
  caller: VtexIoCaller,
  url: string,
  options: VtexIoRequestOptions = {},
): Promise<Request> {
  const {method = 'GET', body, route = 'private'} = options;
  const host = hostOf(caller, options);
  const headers = await routerHeaders(caller, host, options);

  const cookies = await loginCookies(caller, options);
  const {sessionToken, segmentToken} = await browserSession(caller.vtex, host, cookies);

  if (route !== 'public') headers.set('x-vtex-segment', segmentToken);
  if (route === 'segment') headers.set('cookie', `vtex_segment=${segmentToken}`);
  if (route === 'private') {
    headers.set('x-vtex-session', sessionToken);
    cookies.set('vtex_session', sessionToken).set('vtex_segment', segmentToken);
    headers.set('cookie', cookieHeader(cookies));
  }

  for (const [name, value] of Object.entries(options.headers ?? {})) headers.set(name, value);
  return new Request(url, {method, headers, ...defined({body})});
}

function hostOf({vtex}: VtexIoCaller, {account, workspace = 'master'}: VtexIoRequestOptions): string {
  const {name} = accountOrDefault(account, vtex.world);
  return workspace === 'master' ? `${name}.myvtex.com` : `${workspace}--${name}.myvtex.com`;
}

/** The headers that the router sends to every route. */
async function routerHeaders(
  caller: VtexIoCaller,
  host: string,
  {account, workspace = 'master', appKey}: VtexIoRequestOptions,
): Promise<Headers> {
  const {name, culture} = accountOrDefault(account, caller.vtex.world);

  return new Headers({
    'x-vtex-account': name,
    'x-vtex-workspace': workspace,
    'x-vtex-platform': 'vtex',
    'x-vtex-product': 'vtex',
    'x-vtex-credential': await caller.mint('vtex-appkey', defined({appKey})),
    'x-vtex-locale': culture,
    'x-forwarded-host': host,
    'x-forwarded-proto': 'https',
  });
}

/** Signs the browser's users in, and returns their authentication cookies. */
async function loginCookies(
  {vtex}: VtexIoCaller,
  {account: name, shopper, admin}: VtexIoRequestOptions,
): Promise<Map<string, string>> {
  const account = accountOrDefault(name, vtex.world);
  const cookies = new Map<string, string>();

  for (const person of [shopper, admin]) {
    if (person === undefined) continue;
    const {token, session} = await vtex.sessions.login(person, {account: account.name});
    for (const cookie of authCookieNames(session.audience, account)) cookies.set(cookie, token);
  }

  return cookies;
}

/** Creates the session that a page of the store would have created before. */
async function browserSession(
  {handlers}: VtexState,
  host: string,
  cookies: ReadonlyMap<string, string>,
): Promise<{sessionToken: string; segmentToken: string}> {
  const headers = {cookie: cookieHeader(cookies)};
  const request = new Request(`https://${host}/api/sessions`, {method: 'POST', headers});
  const response = await getResponse([...handlers], request);

  return (await response?.json()) as {sessionToken: string; segmentToken: string};
}
