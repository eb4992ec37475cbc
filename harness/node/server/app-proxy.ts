import {REMOVED_FROM_ANSWERS} from '../../core/platforms/shopify/app-proxy.ts';
import {withoutHeaders} from '../http/raw-headers.ts';
import type {Simulated} from './simulated.ts';

/** The place of an app behind its shop. */
export interface AppProxy {
  /** The start of the paths that the shop sends on: `/apps/points`. */
  readonly pathPrefix: string;
  /** The path of the app that it leads to: `/proxy`, or `''` for the app's root. */
  readonly path: string;
}

/** A backend, as far as the shop in front of it needs it. */
interface ProxiedBackend {
  readonly host: string;
  readonly appProxy: AppProxy | null;
}

/** A request to a backend, as it is sent. */
export interface BackendRequest {
  readonly url: URL;
  readonly path: string;
  readonly rawHeaders: readonly string[];
}

/** The headers of a request that the app does not get from the sender. */
const SET_BY_SHOP = ['cookie', 'host', 'x-forwarded-for', 'x-forwarded-host'];

/**
 * Returns the request that an app gets for a request to its shop. A backend without a proxy gets the same request.
 *
 * @see https://shopify.dev/docs/apps/build/online-store/app-proxies/authenticate-app-proxies
 */
export async function throughAppProxy(
  simulation: Pick<Simulated, 'appProxies'>,
  backend: ProxiedBackend,
  given: BackendRequest,
): Promise<BackendRequest> {
  const {appProxy} = backend;
  if (appProxy === null) return given;

  const [pathname = '', search = ''] = given.path.split(/\?(.*)/s);
  const query = await simulation.appProxies.query(search, appProxy.pathPrefix);
  const path = `${appProxy.path}${pathname.slice(appProxy.pathPrefix.length)}`;

  const rawHeaders = [
    'Host',
    backend.host,
    ...withoutHeaders(given.rawHeaders, (name) => SET_BY_SHOP.includes(name)),
    'X-Forwarded-Host',
    given.url.host,
    'X-Forwarded-For',
    '127.0.0.1',
  ];

  return {url: given.url, path: `${path === '' ? '/' : path}?${query}`, rawHeaders};
}

/** Returns the headers of an app's answer that the shop passes on. */
export function passedByShop(
  {appProxy}: Pick<ProxiedBackend, 'appProxy'>,
  rawHeaders: readonly string[],
): readonly string[] {
  return appProxy === null
    ? rawHeaders
    : withoutHeaders(rawHeaders, (name) => REMOVED_FROM_ANSWERS.has(name));
}
