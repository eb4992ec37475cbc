import {SimhostError} from '../../errors.ts';
import {APP_PROXY_FORM, isAppProxyPath} from '../../wire/app-proxy.ts';
import {REGISTER, SERVED} from '../package-files.ts';
import type {BackendOption} from './backend-options.ts';
import {OutsideCalls} from './backend-outside.ts';
import {openBackendProxy} from './backend-proxy.ts';
import {BackendStarter, type BackendApp} from './backend-starter.ts';
import {BackendPool} from './backends.ts';
import {explainedServer, refuseTunnels} from './bad-requests.ts';
import {type Gateway, openGateway} from './gateway.ts';
import {CorsHold} from './cors-hold.ts';
import {Handles} from './handles.ts';
import {type LocalGateway, openLocalGateway} from './local-gateway.ts';
import {close, listen} from './loopback.ts';
import {HostPageFiles} from './page.ts';
import {ServerRoutes} from './server-routes.ts';
import type {Simulated} from './simulated.ts';
import type {TrafficOptions} from './traffic.ts';

/** The loopback server of one Playwright worker, or of one `simhost dev`: many simulations, one pool of backends. */
export interface Server {
  /**
   * The value of `SIMHOST_URL`. Registered backends announce themselves here, and each platform host has its
   * own path.
   */
  readonly url: string;
  /** Opens the gateway of a simulation, and starts the backends that do not run yet. */
  open(simulation: Simulated, options?: OpenOptions): Promise<Gateway>;
  /** Serves a simulation to a browser that uses no proxy. */
  openLocal(simulation: Simulated, options?: OpenLocalOptions): Promise<LocalGateway>;
  /** Closes every gateway and stops every backend. */
  close(): Promise<void>;
}

export interface ServerOptions {
  /** The folder in which the commands of backends run. Default: the current one. */
  readonly folder?: string;
  /** The folder of the built page and sandbox. */
  readonly served?: URL | string;
  /** The module that backends load as `simhost/register`. */
  readonly register?: URL | string;
  /** Milliseconds without a sign of life after which the start of a backend has failed. Default: 15 000. */
  readonly silence?: number;
}

export interface OpenOptions {
  readonly backends?: Readonly<Record<string, BackendOption>>;
  /** The credentials that started backends get as `SHOPIFY_API_KEY` and `SHOPIFY_API_SECRET`. */
  readonly app?: BackendApp;
  /** Called for each line that a backend writes, and when it ends by itself. */
  readonly onOutput?: (origin: string, line: string) => void;
  /** Whether started backends reach every host, as a developer's do. Default: `false`. */
  readonly allowsAll?: boolean;
  /** Ends the opening, and the backends that it is starting. The opening rejects with the reason of the signal. */
  readonly signal?: AbortSignal | undefined;
}

export interface OpenLocalOptions extends OpenOptions {
  /** Default: a free one. */
  readonly port?: number;
  /** The id of an earlier start, for pages that are still open. Default: the id of the simulation. */
  readonly id?: string;
  /** Whether `showStore` follows. Requests wait until then. Default: `false`. */
  readonly showsStore?: boolean;
  /** Origins of other pages that may use the forward route, if they know it. */
  readonly pages?: readonly string[];
  /** The user agent that backends see. Default: the browser's own. */
  readonly userAgent?: string;
  /** Returns the reason why a request must not go to a URL, or `null`. */
  readonly refuses?: (url: URL) => string | null;
  /** The way in which backends are mapped, for messages. Default: the command line. */
  readonly mappedBy?: 'option' | 'command line';
  /** Whether the browser gets the backend's own CORS headers, as in production. Default: `true`. */
  readonly holdToCors?: boolean;
  /** Whether a console will show the page in its frame. Default: `false`. */
  readonly hasConsole?: boolean;
}

/** Starts the loopback server. */
export async function startServer(options: ServerOptions = {}): Promise<Server> {
  const {folder = process.cwd(), served = SERVED, register = REGISTER, silence = 15_000} = options;

  const handles = new Handles();
  const simulations = new Set<Simulated>();
  const outsideCalls = new OutsideCalls(handles, simulations);

  const server = refuseTunnels(explainedServer('The server', (message, out) => routes.answer(message, out)));
  const port = await listen(server);
  const url = `http://127.0.0.1:${port}`;

  const starter = new BackendStarter({
    serverUrl: url,
    register: String(register),
    silence,
    openProxy: (allow) => openBackendProxy(outsideCalls, allow),
  });

  const routes = new ServerRoutes({port, handles, simulations, outsideCalls, starter});

  const page = new HostPageFiles(served);
  const gateways = new OpenGateways({folder, page, handles, simulations, starter});

  return {
    url,
    open: (simulation, given = {}) => gateways.open(simulation, given),
    openLocal: (simulation, given = {}) => gateways.openLocal(simulation, given),
    close: async () => {
      await gateways.close();
      await close(server);
    },
  };
}

interface Closable {
  close(): Promise<void>;
}

interface GatewayParts {
  readonly folder: string;
  readonly page: HostPageFiles;
  readonly handles: Handles;
  /** The simulations whose gateways are open. */
  readonly simulations: Set<Simulated>;
  readonly starter: BackendStarter;
}

/** Opens the gateways of a server and starts their backends. Closes all of them at the end. */
class OpenGateways {
  readonly #parts: GatewayParts;
  readonly #backends: BackendPool;
  readonly #open = new Set<Closable>();

  constructor(parts: GatewayParts) {
    this.#parts = parts;
    this.#backends = new BackendPool(parts.starter);
  }

  open(simulation: Simulated, given: OpenOptions): Promise<Gateway> {
    return this.#track(simulation, given, (parts) => openGateway(simulation, parts));
  }

  openLocal(simulation: Simulated, given: OpenLocalOptions): Promise<LocalGateway> {
    const {port = 0, pages = [], holdToCors = true, mappedBy = 'command line'} = given;
    // A developer's backend uses the services of its development environment.
    return this.#track(simulation, {...given, allowsAll: true}, (parts) =>
      openLocalGateway(simulation, {
        ...given,
        ...parts,
        port,
        pages,
        mappedBy,
        cors: new CorsHold(holdToCors),
      }),
    );
  }

  async close(): Promise<void> {
    await Promise.all([...this.#open].map((gateway) => gateway.close()));
    await this.#backends.close();
  }

  async #track<Opened extends Closable>(
    simulation: Simulated,
    {backends = {}, app, onOutput, allowsAll = false, signal}: OpenOptions,
    opening: (parts: TrafficOptions) => Promise<Opened>,
  ): Promise<Opened> {
    const {folder, page, handles, simulations} = this.#parts;
    refusePlatformOrigins(simulation, backends);
    simulations.add(simulation);

    try {
      const {environment} = simulation.platforms;
      const given = {folder, app, environment, onOutput, allowsAll, signal};
      const started = await this.#backends.open(backends, given);
      signal?.throwIfAborted();
      return this.#tracked(simulation, await opening({backends: started, page, handles}));
    } catch (error) {
      simulations.delete(simulation);
      throw error;
    }
  }

  #tracked<Opened extends Closable>(simulation: Simulated, gateway: Opened): Opened {
    const tracked = {
      ...gateway,
      close: async (): Promise<void> => {
        this.#open.delete(tracked);
        this.#parts.simulations.delete(simulation);
        await gateway.close();
      },
    };

    this.#open.add(tracked);
    return tracked;
  }
}

function refusePlatformOrigins(
  simulation: Simulated,
  backends: Readonly<Record<string, BackendOption>>,
): void {
  const {platforms} = simulation;
  for (const key of Object.keys(backends)) {
    if (!URL.canParse(key)) continue;

    const {hostname, pathname} = new URL(key);
    const isShop = hostname.endsWith('.myshopify.com');
    if (isShop && isAppProxyPath(pathname)) {
      if (!platforms.handlesHost(hostname)) throw otherShop(key, platforms.hosts);
      continue;
    }

    if (platforms.handlesHost(hostname) && !platforms.isServedByTest(new URL('/', key))) throw ownHost(key);
  }
}

function ownHost(key: string): SimhostError {
  return new SimhostError(
    'ERR_BAD_BACKEND',
    `${key} belongs to the simulated platform, which answers it itself.`,
    {
      next: `Map your backend's own origin, for example 'https://myapp.com', or an app proxy: '${APP_PROXY_FORM}'.`,
    },
  );
}

function otherShop(key: string, hosts: readonly string[]): SimhostError {
  const shop = hosts.find((host) => host.endsWith('.myshopify.com')) ?? '<shop>';
  return new SimhostError('ERR_BAD_BACKEND', `${key} is an app proxy of another shop than ${shop}.`, {
    next: `Map 'https://${shop}${new URL(key).pathname}', or set the option shop: {domain}.`,
  });
}
