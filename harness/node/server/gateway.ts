import {type Backend, backendOf} from './backend.ts';
import {onRealTime} from './backend-real-time.ts';
import {Cookies} from './cookies.ts';
import {OpenedStore, type OpenedStoreSite} from './opened-store.ts';
import {GatewayProxy} from './proxy.ts';
import type {Simulated} from './simulated.ts';
import type {Site} from './site.ts';
import {sendWebhook} from './webhook-sender.ts';
import {Traffic, type TrafficOptions} from './traffic.ts';

/** The proxy through which one simulated browser context reaches everything that it may reach. */
export interface Gateway {
  /** For Playwright's `proxy: {server}`, together with `ignoreHTTPSErrors`. */
  readonly proxy: string;
  /** The mapped backends, with origin, address and command. */
  readonly backends: readonly Backend[];
  /**
   * The address at which the backend of an origin listens, for example `http://127.0.0.1:41234`.
   *
   * @throws {SimhostError} `ERR_NO_BACKEND` for an origin that is not in the option `backends`
   */
  backendUrl(origin: string): string;
  /** Lists the backends that neither follow simulated time nor are marked `clock: 'real'`. */
  backendsOnRealTime(): string[];
  /** Serves a page of the user's own, and checks the requests of that page against its rule. */
  addSite(site: Site): void;
  /** Shows the pages of a store with the script of simhost, for a browser that gets no script otherwise. */
  showStore(site: OpenedStoreSite): void;
  /** From now on, a server of this machine becomes a site when one of its pages is opened. */
  admitPages(): void;
  /** Notes that the test routes requests, so Playwright answers CORS preflights instead of the backend. */
  noteRoutes(): void;
  /** The browser's cookies in simulated time. */
  readonly cookies: Pick<Cookies, 'follow' | 'give' | 'settled'>;
  /** Closes the proxy and its connections. */
  close(): Promise<void>;
}

export async function openGateway(simulation: Simulated, options: TrafficOptions): Promise<Gateway> {
  const cookies = new Cookies(simulation.clock);
  const traffic = new Traffic(simulation, options, cookies);
  const proxy = new GatewayProxy(traffic);
  const address = await proxy.listen();
  simulation.webhooks.connect((message) => sendWebhook(address, message));

  return {
    proxy: address,
    backends: options.backends,
    backendUrl: (origin) => backendOf(options.backends, origin).address,
    backendsOnRealTime: () => onRealTime(options.backends),
    showStore: (site) => void (traffic.store = new OpenedStore(site, cookies)),
    addSite: (site) => traffic.sites.add(site),
    admitPages: () => traffic.sites.admitPages(),
    noteRoutes: () => (traffic.isRouted = true),
    cookies,
    close: async () => {
      cookies.close();
      traffic.close();
      await proxy.close();
    },
  };
}
