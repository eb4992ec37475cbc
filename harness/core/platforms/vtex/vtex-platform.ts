import type {HttpHandler} from 'msw';
import {refuseSecretInBrowser} from '../../tokens/secret.ts';
import {publishedAppToken} from '../../world/vtex-staff.ts';
import type {Vtex} from '../../world/vtex.ts';
import type {World} from '../../world/world.ts';
import {disposable} from '../disposable.ts';
import type {Platform} from '../platform.ts';
import {adminPages} from './admin-pages.ts';
import {Callers} from './callers.ts';
import {catalog} from './catalog.ts';
import {checkout} from './checkout/checkout-routes.ts';
import {adminLogin} from './vtex-id/admin-login.ts';
import {appTokenLogin} from './vtex-id/app-token-login.ts';
import {authentication} from './vtex-id/authentication.ts';
import {credentialValidation} from './vtex-id/credential-validation.ts';
import {logout} from './vtex-id/logout.ts';
import {refresh} from './vtex-id/refresh.ts';
import {sessionList} from './vtex-id/session-list.ts';
import {toolbelt} from './vtex-id/toolbelt.ts';
import {userInfo} from './vtex-id/user-info.ts';
import {carriedTokens, hasHeaderAndCookie, identifyRequest} from './identify-request.ts';
import {ioPrivateRoutes} from './io-private-routes.ts';
import {licenseManager} from './license-manager.ts';
import {Logins} from './logins.ts';
import {logistics} from './logistics.ts';
import {oms} from './oms.ts';
import {sessionManager} from './session-manager/session-routes.ts';
import type {VtexRoute} from './route.ts';
import {isStorefront} from './storefront-paths.ts';
import {unknownEndpoints} from './unknown-endpoints.ts';
import type {VtexContext} from './vtex-context.ts';
import type {VtexDeps} from './vtex-deps.ts';
import {vtexHandler} from './vtex-handler.ts';
import {isVtexHost, vtexHosts} from './vtex-hosts.ts';
import {VtexOrders} from './vtex-orders.ts';
import {VtexSessions} from './vtex-sessions.ts';

/**
 * The state of the simulated VTEX.
 *
 * @example
 * ```ts
 * import {createSimulation} from 'simhost';
 *
 * const {vtex} = createSimulation({vtex: {account: 'acme'}});
 * const {token} = await vtex.sessions.login('ada');
 * ```
 */
export interface VtexState {
  /** The accounts, admins, app keys and roles. */
  readonly world: Vtex;
  /** The MSW handlers of VTEX, without those of the other platforms. */
  readonly handlers: readonly HttpHandler[];
  /** The sessions of VTEX ID: `login`, `refresh` and `revoke` without a browser. */
  readonly sessions: VtexSessions;
  /** The orders of every account, with those that shoppers placed. */
  readonly orders: VtexOrders;
  /**
   * Returns the last access key that VTEX ID sent to an e-mail address. simhost has no mailbox.
   *
   * @throws {SimhostError} `ERR_NO_ACCESS_KEY`
   */
  accessKeyOf(email: string): string;
}

/** The simulated VTEX of one simulation. */
export interface VtexPlatform extends Platform, VtexState {}

/** The services of VTEX. Of two routes that match a request, the first answers. */
const SERVICES = [
  appTokenLogin,
  credentialValidation,
  userInfo,
  authentication,
  refresh,
  logout,
  sessionList,
  toolbelt,
  adminLogin,
  oms,
  checkout,
  logistics,
  catalog,
  licenseManager,
  sessionManager,
  adminPages,
  ioPrivateRoutes,
] as const;

/** Makes the simulated VTEX: VTEX ID, and the APIs that accept its tokens. */
export function vtex(world: World, deps: VtexDeps): VtexPlatform {
  refuseAppTokensInBrowser(world.vtex);

  const context = createContext(world, deps);
  const handlers = [disposable(vtexHandler(() => routesOfAll(context), context))];

  return {
    world: world.vtex,
    hosts: vtexHosts(world.vtex),
    handlesHost: (host) => isVtexHost(host, world.vtex),
    isServedByTest: (url) => isStorefront(url, world.vtex),
    identify: async (shown) => identifyRequest(shown, world.vtex, (claims) => deps.hasIssued(claims)),
    secrets: ownAppTokens(world.vtex),
    tokenIn: (headers) => carriedTokens(headers)[0] ?? null,
    isRevoked: ({iss, sess}) => iss === 'token-emitter' && context.sessions.isRevoked(sess),
    carriesTwice: hasHeaderAndCookie,
    handlers,
    openHandlers: handlers,
    sessions: context.sessions,
    orders: context.orders,
    accessKeyOf: (email) => context.logins.accessKeyOf(email),
  };
}

function routesOfAll(context: VtexContext): readonly VtexRoute[] {
  const routes = SERVICES.flatMap((service) => service(context));
  return [...routes, ...unknownEndpoints(routes)];
}

function createContext(world: World, deps: VtexDeps): VtexContext {
  const sessions = new VtexSessions(world, deps);

  return {
    world,
    vtex: world.vtex,
    deps,
    callers: new Callers({vtex: world.vtex, sessions, now: () => deps.now()}),
    sessions,
    logins: new Logins(world, deps),
    orders: new VtexOrders(world),
  };
}

function refuseAppTokensInBrowser({appKeys}: Vtex): void {
  for (const {name, token} of Object.values(appKeys)) {
    refuseSecretInBrowser(token, {
      published: [publishedAppToken(name)],
      option: `vtex.appKeys.${name}.token`,
    });
  }
}

/** Lists the app tokens that are not published, which must never be written. */
function ownAppTokens({appKeys}: Vtex): readonly string[] {
  return Object.values(appKeys)
    .filter(({name, token}) => token !== publishedAppToken(name))
    .map(({token}) => token);
}
