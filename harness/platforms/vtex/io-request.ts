import {addressedAccount} from './hosts.ts';
import {authCookieNames} from './cookies.ts';
import type {VtexPerson} from './sessions.ts';
import type {VtexPlatform} from './vtex.ts';
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
  /** Cookies reach private routes alone. Default `'private'`. */
  route?: 'private' | 'public';
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
 * A request to a service of VTEX IO as its router sends it: account, workspace and the app's own token in headers, and in
 * private routes the browser's cookies. As `@vtex/api` 7 reads them.
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
export async function vtexIoRequest(caller: VtexIoCaller, url: string, options: VtexIoRequestOptions = {}): Promise<Request> {
  const {method = 'GET', body, workspace = 'master', route = 'private', shopper, admin, appKey} = options;
  const {sessions} = caller.vtex;
  const account = addressedAccount(options.account, caller.vtex.world);
  const headers = new Headers({
    'x-vtex-account': account.name,
    'x-vtex-workspace': workspace,
    'x-vtex-platform': 'vtex',
    'x-vtex-product': 'vtex',
    'x-vtex-credential': await caller.mint('vtex-appkey', appKey === undefined ? {} : {appKey}),
    'x-vtex-locale': account.culture,
    'x-forwarded-host': workspace === 'master' ? `${account.name}.myvtex.com` : `${workspace}--${account.name}.myvtex.com`,
    'x-forwarded-proto': 'https',
  });
  const cookies: string[] = [];
  for (const person of [shopper, admin]) {
    if (person === undefined) continue;
    const {token, session} = await sessions.login(person, {account: account.name});
    for (const name of authCookieNames(session.audience, account)) cookies.push(`${name}=${token}`);
  }
  if (route === 'private' && cookies.length > 0) headers.set('cookie', cookies.join('; '));
  for (const [name, value] of Object.entries(options.headers ?? {})) headers.set(name, value);
  return new Request(url, {method, headers, ...(body === undefined ? {} : {body})});
}
