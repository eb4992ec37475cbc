import type {HttpHandler} from 'msw';
import type {Vtex} from '../../world/vtex.ts';
import {publishedAppToken} from '../../world/vtex-staff.ts';
import type {World} from '../../world/world.ts';
import {refuseSecretInBrowser} from '../../tokens/secret.ts';
import {disposable} from '../disposable.ts';
import type {Platform} from '../platform.ts';
import {admin} from './admin-pages.ts';
import {Callers} from './callers.ts';
import {catalog} from './catalog.ts';
import {checkout} from './checkout.ts';
import type {VtexDeps} from './vtex-deps.ts';
import {isVtexHost, vtexHosts} from './vtex-hosts.ts';
import {login} from './id/login.ts';
import {sessionRoutes} from './id/sessions.ts';
import {toolbelt} from './id/toolbelt.ts';
import {appTokenLogin, validation} from './id/validation.ts';
import {privateRoutes} from './io-private-routes.ts';
import {licenseManager} from './license-manager.ts';
import {Logins} from './logins.ts';
import {logistics} from './logistics.ts';
import {oms} from './oms.ts';
import {VtexOrders} from './vtex-orders.ts';
import type {VtexParts} from './vtex-context.ts';
import {handlerOf} from './route.ts';
import {sessionManager} from './session-manager.ts';
import {VtexSessions} from './vtex-sessions.ts';
import {recognise, shownTokens} from './identify-request.ts';
import {isStorefront} from './storefront-paths.ts';
import {unknownEndpoints} from './unknown-endpoints.ts';

/** VTEX of one simulation, with what it keeps. */
export interface VtexPlatform extends Platform {
  readonly world: Vtex;
  /** Who is signed in; `login`, `refresh` and `revoke` without a browser. */
  readonly sessions: VtexSessions;
  /** The orders of every account, placed ones included. */
  readonly orders: VtexOrders;
  /**
   * The access key that VTEX ID sent to somebody last: there is no mailbox.
   *
   * @throws {SimhostError} `ERR_NO_ACCESS_KEY`
   */
  accessKeyOf(email: string): string;
}

/** VTEX ID, and the APIs that accept its tokens. */
export function vtex(world: World, host: VtexDeps): VtexPlatform {
  for (const {name, token} of Object.values(world.vtex.appKeys)) {
    refuseSecretInBrowser(token, {
      published: [publishedAppToken(name)],
      option: `vtex.appKeys.${name}.token`,
    });
  }

  const sessions = new VtexSessions(world, host);
  const callers = new Callers({vtex: world.vtex, sessions, now: () => host.now()});
  const logins = new Logins(world, host);
  const orders = new VtexOrders(world);
  const parts: VtexParts = {world, vtex: world.vtex, host, callers, sessions, logins, orders};
  const routes = ENDPOINTS.flatMap((endpoints) => endpoints(parts));
  const handlers: readonly HttpHandler[] = [
    disposable(handlerOf([...routes, ...unknownEndpoints(routes)], parts)),
  ];

  return {
    world: world.vtex,
    hosts: vtexHosts(world.vtex),
    handlesHost: (name) => isVtexHost(name, world.vtex),
    isServedByTest: (url) => isStorefront(url, world.vtex),
    identify: async (shown) => recognise(shown, world.vtex, (claims) => host.hasIssued(claims)),
    secrets: Object.values(world.vtex.appKeys).flatMap(({name, token}) =>
      token === publishedAppToken(name) ? [] : [token],
    ),
    tokenIn: (headers) => shownTokens(headers)[0] ?? null,
    handlers,
    openHandlers: handlers,
    sessions,
    orders,
    accessKeyOf: (email) => logins.accessKeyOf(email),
  };
}

const ENDPOINTS = [
  appTokenLogin,
  validation,
  login,
  sessionRoutes,
  toolbelt,
  oms,
  checkout,
  logistics,
  catalog,
  licenseManager,
  sessionManager,
  admin,
  privateRoutes,
] as const;
