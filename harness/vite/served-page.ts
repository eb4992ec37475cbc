import type {IncomingMessage, ServerResponse} from 'node:http';
import type {Duplex} from 'node:stream';
import {dirname} from 'node:path';
import {messageOf} from '../errors.ts';
import {isRecord} from '../records.ts';
import {createSimulationCore, type SimulationCore} from '../core/simulation/simulation-core.ts';
import {addToHead, isDocumentRequest} from './html-head.ts';
import {ownPathOf, refusalOf, SCRIPT_PATH} from './own-paths.ts';
import {failureScript} from './page-script.ts';
import type {PluginOptions} from './plugin-options.ts';
import {type RunningPage, startPage} from './running-page.ts';
import type {HttpServer, NextHandler, UpgradeListener, ViteServer} from './vite-plugin.ts';

/**
 * The simulated platform behind one server of Vite. It starts once the server listens, or with the first request of a
 * page. So a server that only transforms files, as in Vitest, starts no backend.
 */
export class ServedPage {
  readonly #options: PluginOptions;
  readonly #server: ViteServer;
  readonly #simulation: SimulationCore;
  readonly #config: object;
  readonly #stopUpgrades: () => void;
  #running: Promise<RunningPage> | null = null;
  #isClosed = false;

  /** @throws {SimhostError} for an option that the simulation refuses */
  constructor(options: PluginOptions, server: ViteServer) {
    const {backends: _, console: __, ...simulationOptions} = options;
    this.#options = options;
    this.#server = server;
    // A restart gives the server object the configuration of the next one.
    this.#config = server.config;
    this.#simulation = createSimulationCore(simulationOptions);

    server.middlewares.use((message, out, next) => this.#answer(message, out, next));
    server.httpServer?.once('listening', () => void this.#start().catch(() => undefined));

    const upgrading = upgradingServer(server);
    const upgrade: UpgradeListener = (message, socket, head) => this.#upgrade(message, socket, head);
    upgrading?.on('upgrade', upgrade);
    this.#stopUpgrades = () => void upgrading?.off('upgrade', upgrade);
  }

  /** Whether the platform has started, or is about to. */
  get hasStarted(): boolean {
    return this.#running !== null;
  }

  /** Whether the page belongs to the server with this configuration. */
  isOf(config: object): boolean {
    return config === this.#config;
  }

  /** Stops what has started. A second call does nothing. */
  async close(): Promise<void> {
    if (this.#isClosed) return;
    this.#isClosed = true;
    // The author's own server goes on, and the next page gets its WebSockets.
    this.#stopUpgrades();
    await this.#running?.then(
      (page) => page.close(),
      () => undefined,
    );
  }

  #start(): Promise<RunningPage> {
    if (this.#running !== null) return this.#running;
    // The author's own server may go on after the one of Vite.
    if (this.#isClosed) return Promise.reject(new Error('The server of Vite is closed.'));

    const {root, configFile, base, logger} = this.#server.config;

    this.#running = startPage(this.#simulation, {
      ...this.#options,
      folder: configFile === undefined ? root : dirname(configFile),
      root,
      base,
      modules: this.#server.moduleGraph ?? null,
      print: (line) => logger.info(line),
    });

    this.#running.catch((error: unknown) => logger.error(`simhost did not start. ${messageOf(error)}`));
    return this.#running;
  }

  #answer(message: IncomingMessage, out: ServerResponse, next: NextHandler): void {
    const {base} = this.#server.config;
    const path = ownPathOf(message.url ?? '/', base);

    if (path === null) {
      if (isDocumentRequest(message)) this.#addScript(message, out);
      return next();
    }

    const refusal = refusalOf(message);
    if (refusal !== null) {
      out.writeHead(403, {'content-type': 'text/plain; charset=utf-8'}).end(refusal);
      return;
    }

    const answered =
      path.kind === 'script'
        ? this.#sendScript(message, out)
        : this.#start().then((page) => page.answer(message, out, path));
    answered.catch(() => out.destroy());
  }

  /** Pages that Vite does not transform get the script here: those of a preview, and those of other handlers. */
  #addScript({headers}: IncomingMessage, out: ServerResponse): void {
    // The script has to be in the answer, so the answer must come whole and readable.
    delete headers['if-none-match'];
    delete headers['if-modified-since'];
    delete headers['accept-encoding'];
    addToHead(out, `<script src="${this.#server.config.base}${SCRIPT_PATH}"></script>`, SCRIPT_PATH);
  }

  async #sendScript(message: IncomingMessage, out: ServerResponse): Promise<void> {
    const script = await this.#start().then(
      (page) => page.script(message),
      (error: unknown) => failureScript(messageOf(error)),
    );

    const headers = {
      'content-type': 'text/javascript; charset=utf-8',
      'cache-control': 'no-store',
      'cross-origin-resource-policy': 'same-origin',
    };
    out.writeHead(200, headers).end(script);
  }

  #upgrade(message: IncomingMessage, socket: Duplex, head: Buffer): void {
    if (this.#isClosed) return;
    const path = ownPathOf(message.url ?? '/', this.#server.config.base);
    if (path?.kind !== 'forward') return;
    if (refusalOf(message) !== null) return void socket.destroy();

    this.#start()
      .then((page) => page.upgrade(message, socket, head, path))
      .catch(() => socket.destroy());
  }
}

/** Finds the server that gets WebSockets: in `middlewareMode` that of the author, if Vite knows it. */
function upgradingServer({httpServer, config}: ViteServer): HttpServer | null {
  const mode: unknown = config.server?.middlewareMode;
  if (httpServer !== null || !isRecord(mode)) return httpServer;
  return isHttpServer(mode['server']) ? mode['server'] : null;
}

function isHttpServer(server: unknown): server is HttpServer {
  return isRecord(server) && typeof server['on'] === 'function';
}
