import {getResponse} from 'msw';
import {addressedAccount} from './vtex-hosts.ts';
import {authCookieNames} from './vtex-cookies.ts';
import type {VtexPerson} from './vtex-sessions.ts';
import type {VtexPlatform} from './vtex-platform.ts';
import type {TokenOf} from '../token-recipe.ts';

/** How VTEX IO's router calls a service. */
export interface VtexIoRequestOptions {
  /** Default `GET`. */
  method?: string;
  body?: string;
  headers?: Readonly<Record<string, string>>;
  /** Default: the account under test. */
  account?: string;
  /** Default `master`. */
  workspace?: string;
  /** A private route gets session, segment and cookies, one below `/_v/segment` the segment, a public one none. Default `'private'`. */
  route?: 'private' | 'segment' | 'public';
  /** The shopper who is signed in in the browser, `ctx.vtex.storeUserAuthToken`. */
  shopper?: VtexPerson;
  /** The admin who is signed in in the browser, `ctx.vtex.adminUserAuthToken`. */
  admin?: VtexPerson;
  /** The key whose token stands for the app itself, `ctx.vtex.authToken`. Default `orders`. */
  appKey?: string;
}

/** What makes the tokens; a simulation does. */
export interface VtexIoCaller {
  readonly vtex: VtexPlatform;
  mint(kind: 'vtex-appkey', of: TokenOf): Promise<string>;
}

/**
 * A request to a service of VTEX IO as its router sends it: account, workspace and the app's own token in headers; session,
 * segment and the browser's cookies where the route's path lets them through. As `@vtex/api` 7 reads them.
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
  const {method = 'GET', body, workspace = 'master', route = 'private', shopper, admin, appKey} = options;
  const {sessions} = caller.vtex;
  const account = addressedAccount(options.account, caller.vtex.world);
  const host =
    workspace === 'master' ? `${account.name}.myvtex.com` : `${workspace}--${account.name}.myvtex.com`;

  const headers = new Headers({
    'x-vtex-account': account.name,
    'x-vtex-workspace': workspace,
    'x-vtex-platform': 'vtex',
    'x-vtex-product': 'vtex',
    'x-vtex-credential': await caller.mint('vtex-appkey', appKey === undefined ? {} : {appKey}),
    'x-vtex-locale': account.culture,
    'x-forwarded-host': host,
    'x-forwarded-proto': 'https',
  });

  const cookies = new Map<string, string>();

  for (const person of [shopper, admin]) {
    if (person === undefined) continue;
    const {token, session} = await sessions.login(person, {account: account.name});
    for (const name of authCookieNames(session.audience, account)) cookies.set(name, token);
  }

  const {sessionToken, segmentToken} = await browserSession(caller.vtex, host, cookies);
  cookies.set('vtex_session', sessionToken).set('vtex_segment', segmentToken);
  if (route === 'private') headers.set('x-vtex-session', sessionToken);
  if (route !== 'public') headers.set('x-vtex-segment', segmentToken);

  const passed =
    route === 'private' ? cookies : new Map(route === 'segment' ? [['vtex_segment', segmentToken]] : []);
  if (passed.size > 0) headers.set('cookie', textOf(passed));

  for (const [name, value] of Object.entries(options.headers ?? {})) headers.set(name, value);
  return new Request(url, {method, headers, ...(body === undefined ? {} : {body})});
}

/** What the store's page did before: the browser has a session of the store. */
async function browserSession(
  {handlers}: VtexPlatform,
  host: string,
  cookies: ReadonlyMap<string, string>,
): Promise<{sessionToken: string; segmentToken: string}> {
  const request = new Request(`https://${host}/api/sessions`, {
    method: 'POST',
    headers: {cookie: textOf(cookies)},
  });
  const response = await getResponse([...handlers], request);
  return (await response?.json()) as {sessionToken: string; segmentToken: string};
}

function textOf(cookies: ReadonlyMap<string, string>): string {
  return [...cookies].map((pair) => pair.join('=')).join('; ');
}
