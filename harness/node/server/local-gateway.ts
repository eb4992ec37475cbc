import {randomUUID} from 'node:crypto';
import type http from 'node:http';
import type {IncomingMessage} from 'node:http';
import {SimhostError} from '../../errors.ts';
import {CONSOLE_PATH} from '../../wire/console.ts';
import {CONTROL_PATH, type Forward, type SandboxOrigin} from '../../wire/control.ts';
import {FRAME_URLS} from '../../wire/sandbox-start.ts';
import type {Backend} from './backend.ts';
import {onRealTime} from './backend-real-time.ts';
import {consoleOrigin} from './console-document.ts';
import type {ConsoleSession} from './console-session.ts';
import {Consoles} from './consoles.ts';
import {explainedServer, refuseTunnels} from './bad-requests.ts';
import {Control} from './control.ts';
import {refuseRaw} from './node-http.ts';
import type {CorsHold} from './cors-hold.ts';
import {LocalTraffic, type LocalTrafficOptions} from './local-traffic.ts';
import {LocalStore, type StoreSite} from './local-store.ts';
import {listenAsLocalhost} from './loopback.ts';
import type {SentRequest, SentRequests} from './sent-requests.ts';
import type {Simulated} from './simulated.ts';

/**
 * A simulation for a browser without a proxy: the host page is at `/`, each host of the platform under a path of its
 * own (`/shopify.com/…`), and the mapped backends under a path that only the page knows.
 */
export interface LocalGateway {
  /** For example `http://localhost:3000`. */
  readonly url: string;
  /** The id with which pages connect: unguessable, in the fragment of their address, and never served. */
  readonly id: string;
  readonly forward: Forward;
  readonly backends: readonly Backend[];
  /** The switch between the backend's own CORS headers and answers that every extension can read. */
  readonly cors: CorsHold;
  backendsOnRealTime(): string[];
  /**
   * Serves the console around the page, and returns its address without the id. `pageOrigin` is that of a page with
   * its own server.
   */
  showConsole(session: ConsoleSession, pageOrigin?: string | null): string;
  /** Shows a store in place of the host page. Its origin must be that of a backend. */
  showStore(site: StoreSite): void;
  /**
   * Sends a request of the log again. `renew` returns the token that replaces the one of the request.
   *
   * @throws {SimhostError} `ERR_NOT_KEPT` for a request that was not kept
   */
  resend(id: number, renew: () => Promise<string>): Promise<void>;
  /** Returns a request of the log as the browser sent it; `undefined` if it was not kept. */
  sent(id: number): SentRequest | undefined;
  close(): Promise<void>;
}

export interface LocalOptions extends LocalTrafficOptions {
  readonly port: number;
  /** The id of an earlier start, for pages that are still open. Default: a new one, which is not that of the simulation. */
  readonly id?: string;
  /** Whether `showStore` follows. A tab of an earlier start must not get the host page before. Default: `false`. */
  readonly showsStore?: boolean;
}

/**
 * Serves a simulation to a browser without a proxy.
 *
 * @throws {SimhostError} `ERR_PORT_BUSY`, `ERR_ORIGIN_NEEDS_GATEWAY`
 */
export async function openLocalGateway(simulation: Simulated, options: LocalOptions): Promise<LocalGateway> {
  const {backends, id = randomUUID()} = options;
  const {origin: sandboxOrigin = 'opaque'} = simulation;
  if (sandboxOrigin !== 'opaque') throw needsGateway(sandboxOrigin);

  const key = newKey(simulation);
  const traffic = new LocalTraffic(simulation, options, key);
  const opened: Opened = {port: 0, ...gate(options.showsStore !== true)};
  const {port, close} = await listenAsLocalhost(() => serverFor(traffic, opened), options.port);

  const url = `http://localhost:${port}`;
  const forward = {base: `${url}${key}`, origins: backends.map(({origin}) => origin)};
  const locate = (address: string): string => address.replace(/^https:\/\//, `${url}/`);
  const control = new Control(simulation, {forward, locate, sandbox: 'opaque'}, id);
  opened.port = port;
  opened.control = control;

  return {
    url,
    id,
    forward,
    backends,
    cors: options.cors,
    backendsOnRealTime: () => onRealTime(backends),
    showStore: (site) => showStore(opened, storeOf(simulation, site, traffic.sentRequests, options)),
    showConsole: (session, pageOrigin = null) => {
      opened.consoles = new Consoles(session);
      traffic.console = {pageOrigin};
      return consoleOrigin(port);
    },
    sent: (request) => traffic.sentRequests.read(request),
    resend: (sent, renew) => traffic.sentRequests.resend(sent, {port, renew}),
    close: async () => {
      control.close();
      opened.consoles?.close();
      opened.store?.close();
      traffic.close();
      await close();
    },
  };
}

/** Draws the path of the forward route. Code on a page can read it and write it anywhere, so it is redacted. */
function newKey({serverKeys}: Simulated): string {
  const key = randomUUID();
  serverKeys.add(key);
  return `/${key}/`;
}

/** The parts of a local gateway that are known once its servers listen. */
interface Opened {
  port: number;
  /** Resolves when requests can be answered. */
  readonly ready: Promise<void>;
  readonly pass: () => void;
  control?: Control;
  consoles?: Consoles;
  store?: LocalStore;
}

/** Makes the server for one address. */
function serverFor(traffic: LocalTraffic, opened: Opened): http.Server {
  const answer = async (message: IncomingMessage, out: http.ServerResponse): Promise<void> => {
    await opened.ready;
    const {store, port} = opened;
    const isOfStore =
      store?.takes(message, port) === true &&
      traffic.afterKey(message) === null &&
      traffic.rejection(message, port) === null;
    await (isOfStore ? store.request(message, out, port) : traffic.request(message, out, port));
  };

  const server = refuseTunnels(explainedServer('The server', answer));
  return server.on('upgrade', (message: IncomingMessage, socket, head) => {
    socket.on('error', () => socket.destroy());
    const rejection = traffic.rejection(message, opened.port);
    const channel = channelFor(message, opened);
    const rest = traffic.afterKey(message) ?? (channel === undefined ? storePath(message, opened) : null);

    if (rejection !== null) refuseRaw(socket, 403, rejection);
    else if (rest !== null) traffic.upgrade(message, socket, head, rest).catch(() => socket.destroy());
    else if (channel !== undefined) channel.upgrade(message, socket, head, `http://${message.headers.host}`);
    else refuseRaw(socket, 404, `No WebSocket is at ${message.url}.`);
  });
}

/** Makes a promise, and the function that resolves it. */
function gate(isOpen: boolean): Pick<Opened, 'ready' | 'pass'> {
  let pass = (): void => undefined;
  const ready = new Promise<void>((resolve) => (pass = resolve));
  if (isOpen) pass();
  return {ready, pass};
}

/** Shows a store to the requests that wait for it, and to later ones. */
function showStore(opened: Opened, store: LocalStore): void {
  opened.store = store;
  opened.pass();
}

function storeOf(
  simulation: Simulated,
  site: StoreSite,
  sentRequests: SentRequests,
  {backends, handles}: LocalOptions,
): LocalStore {
  const backend = backends.find(({origin}) => origin === site.origin);
  if (backend === undefined) throw new Error(`No backend is mapped to ${site.origin}.`);
  return new LocalStore(simulation, site, {backend, handles, sentRequests});
}

/** The path of the forward route by which a WebSocket of the store's page reaches the author's server. */
function storePath(message: IncomingMessage, {store, port}: Opened): string | null {
  if (store?.takes(message, port) !== true) return null;
  return `${store.origin.replace('://', '/')}${message.url}`;
}

/** Returns the receiver of a WebSocket. Consoles have their own address. */
function channelFor(
  {url = '/', headers}: IncomingMessage,
  {port, control, consoles}: Opened,
): Control | Consoles | undefined {
  const [path] = url.split('?', 1);
  if (path === CONTROL_PATH) return control;
  return path === CONSOLE_PATH && `http://${headers.host}` === consoleOrigin(port) ? consoles : undefined;
}

function needsGateway(origin: Exclude<SandboxOrigin, 'opaque'>): SimhostError {
  const why =
    origin === 'same-origin'
      ? "the page's own origin is localhost here, which no backend sees in production"
      : `a browser without the gateway would ask the real ${new URL(FRAME_URLS[origin]).host}`;

  return new SimhostError(
    'ERR_ORIGIN_NEEDS_GATEWAY',
    `Extensions cannot have the origin "${origin}" here: ${why}.`,
    {
      next: `Leave it out, or use it in a test of simhost/playwright: test.use({origin: '${origin}'}).`,
    },
  );
}
