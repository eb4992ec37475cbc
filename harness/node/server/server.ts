import http, {type IncomingMessage, type ServerResponse} from 'node:http';
import {text} from 'node:stream/consumers';
import {SimhostError} from '../../errors.ts';
import {
  ANNOUNCE_PATH,
  type Announced,
  type Announcement,
  BACKEND_HEADER,
  CLOCK_PATH,
  HANDLE_HEADER,
  HANDLES_PATH,
  LIFELINE_PATH,
} from '../../wire/backend.ts';
import {BackendCalls} from './backend-calls.ts';
import {OutsideCalls, outsideUrlOf} from './backend-outside.ts';
import {openBackendProxy} from './backend-proxy.ts';
import type {BackendOption} from './backend-options.ts';
import {BackendPool} from './backends.ts';
import {type Credentials, BackendStarter} from './backend-starter.ts';
import {type Gateway, openGateway} from './gateway.ts';
import {Handles} from './handles.ts';
import {type LocalGateway, openLocalGateway} from './local-gateway.ts';
import {platformPathOf} from './platform-path.ts';
import {close, loopbackRejection, listen} from './loopback.ts';
import {plain, send} from './node-http.ts';
import {Page} from './page.ts';
import type {Simulated} from './simulated.ts';

/** The loopback server of one Playwright worker, or of one `simhost dev`: many simulations, one pool of backends. */
export interface Server {
  /** `SIMHOST_URL`: where registered backends announce themselves, and each host of a platform has a path of its own. */
  readonly url: string;
  /** Opens the gateway of a simulation; starts the backends that do not run yet. */
  open(simulation: Simulated, options?: OpenOptions): Promise<Gateway>;
  /** Serves a simulation to a browser that uses no proxy. */
  openLocal(simulation: Simulated, options?: OpenLocalOptions): Promise<LocalGateway>;
  /** Closes every gateway and stops every backend. */
  close(): Promise<void>;
}

export interface ServerOptions {
  /** The folder that backends' commands run in; the current one by default. */
  readonly folder?: string;
  /** The folder of the built page and sandbox. */
  readonly served?: URL | string;
  /** What backends load as `simhost/register`. */
  readonly register?: URL | string;
  /** Milliseconds without a sign of life after which a backend that is not ready counts as failed. Default 15 000. */
  readonly silence?: number;
}

export interface OpenOptions {
  readonly backends?: Readonly<Record<string, BackendOption>>;
  /** What started backends get as `SHOPIFY_API_KEY` and `SHOPIFY_API_SECRET`. */
  readonly app?: Credentials;
  /** Called for each line that a backend writes, and when it ends by itself. */
  readonly onOutput?: (origin: string, line: string) => void;
}

export interface OpenLocalOptions extends OpenOptions {
  /** Any free one by default. */
  readonly port?: number;
  /** The id of an earlier start, for pages that are still open. Default: the id of the simulation. */
  readonly id?: string;
  /** Origins of other pages that may reach the backends by the forward route, if they know it. */
  readonly pages?: readonly string[];
  /** What is sent to the backends in the place of the browser's own. */
  readonly userAgent?: string;
  /** Why a request may not go there; `null` where it may. */
  readonly refuses?: (url: URL) => string | null;
}

export async function startServer(options: ServerOptions = {}): Promise<Server> {
  const {
    folder = process.cwd(),
    served = new URL('../../served/', import.meta.url),
    register = new URL('../../register/index.js', import.meta.url),
    silence = 15_000,
  } = options;

  const handles = new Handles();
  const page = new Page(served);
  const open = new Set<{close(): Promise<void>}>();
  const simulations = new Set<Simulated>();
  const calls = new BackendCalls(handles, simulations);
  const outside = new OutsideCalls(handles, simulations);
  const server = new http.Server((message, out) => {
    answer(message, out).catch(() => out.destroy());
  });

  const port = await listen(server);
  const url = `http://127.0.0.1:${port}`;

  const starter = new BackendStarter({
    serverUrl: url,
    register: String(register),
    silence,
    openProxy: (allow) => openBackendProxy(outside, allow),
  });

  const pool = new BackendPool(starter);

  const answer = async (message: IncomingMessage, out: ServerResponse): Promise<void> => {
    const isBackends =
      carriesKnownHandle(message, handles) || starter.has(String(message.headers[BACKEND_HEADER]));
    const refusal = loopbackRejection(isBackends ? withoutOrigin(message) : message, port);
    if (refusal === null && message.url?.startsWith(LIFELINE_PATH)) return;

    const asked = refusal === null && isBackends ? outsideUrlOf(message.url ?? '') : null;
    if (asked !== null) return outside.answer({message, out, url: asked});

    const platformPath = refusal === null ? platformPathOf(message.url ?? '/') : null;
    if (platformPath !== null) return calls.answer(message, out, platformPath);

    const response = refusal === null ? await route(message) : plain(403, refusal);
    await send(response, out);
  };

  const route = async (message: IncomingMessage): Promise<Response> => {
    const {pathname} = new URL(message.url ?? '/', url);
    if (message.method === 'GET' && pathname.startsWith(HANDLES_PATH)) {
      const handle = handles.resolve(decodeURIComponent(pathname.slice(HANDLES_PATH.length)));
      return handle === undefined ? plain(404, 'No request has this handle.') : Response.json(handle);
    }

    if (message.method === 'GET' && pathname === CLOCK_PATH)
      return clockAnswer(handles, message.headers[HANDLE_HEADER]);
    if (message.method === 'POST' && pathname === ANNOUNCE_PATH) {
      const announced = starter.announce(readAnnouncement(await text(message)));
      if (announced === undefined) return plain(403, 'This server has not started that backend.');
      const hosts = [...new Set([...simulations].flatMap((simulation) => simulation.hosts))];
      return Response.json({hosts, allow: announced.allow} satisfies Announced);
    }

    return plain(404, `Nothing is at ${message.method} ${pathname}.`);
  };

  const openTracked = async <T extends {close(): Promise<void>}>(
    simulation: Simulated,
    given: OpenOptions & {allowsAll?: boolean},
    opening: Opening<T>,
  ): Promise<T> => {
    const {backends = {}, app, onOutput, allowsAll = false} = given;
    refusePlatformOrigins(simulation, backends);
    simulations.add(simulation);

    try {
      const {environment} = simulation;
      const started = await pool.open(backends, {folder, app, environment, onOutput, allowsAll});
      const gateway = await opening({backends: started, page, handles});
      const end = async (): Promise<void> => {
        open.delete(kept);
        simulations.delete(simulation);
        await gateway.close();
      };
      const kept = {...gateway, close: end};
      open.add(kept);
      return kept;
    } catch (error) {
      simulations.delete(simulation);
      throw error;
    }
  };

  return {
    url,
    open: (simulation, given = {}) =>
      openTracked(simulation, given, (parts) => openGateway(simulation, parts)),
    openLocal: (simulation, given = {}) =>
      // A developer's backend works with the services of its development.
      openTracked(simulation, {...given, allowsAll: true}, (parts) =>
        openLocalGateway(simulation, {...given, ...parts, port: given.port ?? 0, pages: given.pages ?? []}),
      ),
    close: async () => {
      await Promise.all([...open].map((gateway) => gateway.close()));
      await pool.close();
      await close(server);
    },
  };
}

/** A backend's request may carry the origin of the page it works for. */
function carriesKnownHandle({headers}: IncomingMessage, handles: Handles): boolean {
  return handles.simulationOf(String(headers[HANDLE_HEADER])) !== undefined;
}

function withoutOrigin({
  headers: {origin: _origin, 'sec-fetch-site': _site, ...headers},
}: IncomingMessage): Pick<IncomingMessage, 'headers'> {
  return {headers};
}

/** The time, and nothing else, for the backend that works on the request with this handle. */
function clockAnswer(handles: Handles, handle: string | string[] | undefined): Response {
  if (handle === undefined)
    return plain(400, `Send the header ${HANDLE_HEADER} of the request that you are answering.`);
  const now = handles.timeOf(String(handle));
  return now === undefined
    ? plain(404, 'No request has this handle, or its test is over.')
    : plain(200, (now / 1000).toFixed(3));
}

type Opening<T> = (parts: Parameters<typeof openGateway>[1]) => Promise<T>;

function readAnnouncement(body: string): Announcement {
  try {
    const {key, port} = JSON.parse(body) as Announcement;
    return {key, ...(Number.isInteger(port) ? {port: Number(port)} : {})};
  } catch {
    return {key: ''};
  }
}

function refusePlatformOrigins(
  simulation: Simulated,
  backends: Readonly<Record<string, BackendOption>>,
): void {
  for (const key of Object.keys(backends)) {
    if (
      !URL.canParse(key) ||
      !simulation.handlesHost(new URL(key).hostname) ||
      simulation.isServedByTest(new URL('/', key))
    )
      continue;
    throw new SimhostError(
      'ERR_BAD_BACKEND',
      `${key} belongs to the simulated platform, which answers it itself.`,
      {
        next: "Map your backend's own origin instead, for example 'https://myapp.com'.",
      },
    );
  }
}
