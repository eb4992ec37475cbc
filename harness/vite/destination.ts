import type {IncomingMessage} from 'node:http';
import type {SimulationCore} from '../core/simulation/simulation-core.ts';
import {forwardPathOf, redirectUrl} from '../node/http/redirect-url.ts';
import {appProxyFor} from '../node/server/gateway-route.ts';
import type {LocalGateway} from '../node/server/local-gateway.ts';
import {pageOriginOf} from './own-paths.ts';
import type {GatewayTarget} from './to-gateway.ts';

interface Destinations {
  readonly simulation: Pick<SimulationCore, 'platforms'>;
  readonly local: Pick<LocalGateway, 'url' | 'forward' | 'backends'>;
  /** The path by which the page sends requests: that of Vite, with the key of the page. */
  readonly forwardPath: string;
}

/**
 * Finds the path of a page's request at the local gateway: that of the platform for its hosts, or else that of the
 * backends. `rest` is scheme, host and path: `https/myapp.com/api/points`.
 */
export function destinationOf(
  rest: string,
  message: Pick<IncomingMessage, 'headers' | 'socket'>,
  {simulation: {platforms}, local, forwardPath}: Destinations,
): GatewayTarget {
  const gateway = local.url;
  const {pathname: key} = new URL(local.forward.base);
  const address = rest.replace('/', '://');
  const url = URL.canParse(address) ? new URL(address) : null;
  const backends = new Map(local.backends.map((backend) => [backend.origin, backend]));
  const isOfBackend = url === null || backends.has(url.origin) || appProxyFor(url, backends) !== undefined;

  const locate = (location: string): string => {
    if (location.startsWith(key)) return `${forwardPath}${location.slice(key.length)}`;
    const redirect = url === null ? null : redirectUrl(location, url.href);
    if (redirect === null) return location;

    const isForwarded = backends.has(redirect.origin) || platforms.handlesHost(redirect.hostname);
    return isForwarded ? `${forwardPath}${forwardPathOf(redirect)}` : redirect.href;
  };

  if (!isOfBackend && platforms.handlesHost(url.hostname) && !platforms.isServedByTest(url))
    return {gateway, path: `/${url.host}${url.pathname}${url.search}`, origin: null, locate};
  return {gateway, path: `${key}${rest}`, origin: pageOriginOf(message), locate};
}
