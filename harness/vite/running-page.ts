import type {IncomingMessage, ServerResponse} from 'node:http';
import type {Duplex} from 'node:stream';
import {answerPage} from '../browser/answer.ts';
import type {Question} from '../browser/shopify-global.ts';
import {Copies} from '../dev/copy/copies.ts';
import {describeRequest, printRequests} from '../dev/event-lines.ts';
import {openAtKeptAddress} from '../dev/kept-address.ts';
import {keepRequests} from '../dev/kept-requests.ts';
import {openConsole, pageSession} from '../dev/page-session.ts';
import {printEvents} from '../dev/terminal.ts';
import {type ScriptFrame, servedPosition} from '../core/simulation/script-frames.ts';
import type {SimulationCore} from '../core/simulation/simulation-core.ts';
import {unpublishedSecrets} from '../core/world/app.ts';
import {PUBLISHED_MINIS_API_KEY} from '../core/world/minis.ts';
import {ASK_PATH, PageLink} from '../node/live/page-link.ts';
import {moduleLine} from '../node/mini/module-lines.ts';
import type {BackendOption} from '../node/server/backend-options.ts';
import type {LocalGateway} from '../node/server/local-gateway.ts';
import {send, plain} from '../node/server/node-http.ts';
import {type Server, startServer} from '../node/server/server.ts';
import {redact} from '../redact.ts';
import type {PageQuestion, VitePage} from '../wire/live-page.ts';
import {destinationOf} from './destination.ts';
import {type OwnPath, pageOriginOf, refusalOf} from './own-paths.ts';
import {builtScripts, type BuiltScripts, pageScript} from './page-script.ts';
import {PageShown, pageFixture} from './page-shown.ts';
import {stopOnEnd} from './stop-on-end.ts';
import {type GatewayTarget, passOn, passOnSocket} from './to-gateway.ts';
import type {ModuleGraph} from './vite-plugin.ts';

export interface PageOptions {
  readonly backends?: Readonly<Record<string, BackendOption>>;
  readonly console?: boolean;
  /** The folder in which commands of backends run. */
  readonly folder: string;
  /** The folder of the project. */
  readonly root: string;
  /** The path that the project is served from. */
  readonly base: string;
  /** The modules of the page; `null` if their lines are not known. */
  readonly modules: ModuleGraph | null;
  readonly print: (line: string) => void;
}

/** The simulated platform of the pages of one server. */
export interface RunningPage {
  /** Writes the first script of a page. */
  script(message: IncomingMessage): string;
  /** Answers a question or a request of a page. */
  answer(message: IncomingMessage, out: ServerResponse, path: OwnPath): Promise<void>;
  /** Connects a WebSocket of a page. */
  upgrade(message: IncomingMessage, socket: Duplex, head: Buffer, path: ForwardPath): void;
  close(): Promise<void>;
}

/** The answer to a request whose path has another key. */
const WITHOUT_KEY =
  'The page does not know the key of this simulation. Open it by the address that simhost has printed.';

type ForwardPath = Extract<OwnPath, {kind: 'forward'}>;

/**
 * Starts gateway, backends and console, and prints the address of the console.
 *
 * @throws {SimhostError} for a backend that does not start
 */
export async function startPage(simulation: SimulationCore, options: PageOptions): Promise<RunningPage> {
  const print = (line: string): void => options.print(redact(line, simulation.secrets));
  keepRequests(simulation);
  printEvents(simulation, print);
  printRequests(simulation.requests, print, (entry) =>
    entry.problem === null ? null : describeRequest(entry),
  );

  const server = await startServer({folder: options.folder});
  const forgetEnd = stopOnEnd(() => server.close());

  try {
    const scripts = await builtScripts();
    const pages: string[] = [];
    const local = await openGateway(server, simulation, {...options, pages, print});
    const page = new OpenPage({...options, simulation, local, pages, scripts});

    if (options.console !== false) print(`  simhost console: ${await page.openConsole(print)}`);
    if (page.fragment !== null) print(`  simhost: open your page with ${page.fragment} after its address`);
    return {
      script: (message) => page.script(message),
      answer: (message, out, path) => page.answer(message, out, path),
      upgrade: (message, socket, head, path) => page.upgrade(message, socket, head, path),
      close: async () => {
        forgetEnd();
        page.close();
        await server.close();
      },
    };
  } catch (error) {
    forgetEnd();
    await server.close();
    throw error;
  }
}

function openGateway(
  server: Server,
  simulation: SimulationCore,
  {root, backends = {}, pages, print}: PageOptions & {readonly pages: readonly string[]},
): Promise<LocalGateway> {
  return openAtKeptAddress([root], undefined, (address) =>
    server.openLocal(simulation, {
      backends,
      app: simulation.world.app,
      onOutput: (origin, line) => print(`[${origin}] ${line}`),
      pages,
      mappedBy: 'option',
      // A backend allows the origin that the page has in production, which is not this one.
      holdToCors: false,
      ...address,
    }),
  );
}

interface Parts extends PageOptions {
  readonly simulation: SimulationCore;
  readonly local: LocalGateway;
  /** The origins of pages that have asked. */
  readonly pages: string[];
  readonly scripts: BuiltScripts;
}

/** The way between the pages and the local gateway. */
class OpenPage {
  readonly #parts: Parts;
  readonly #link: PageLink;

  constructor(parts: Parts) {
    this.#parts = parts;
    this.#link = new PageLink({
      simulation: parts.simulation,
      handle: 'page',
      refuse: refusalOf,
      blocked: () => undefined,
      answer: (message) => answerPage(parts.simulation, (message as PageQuestion).question as Question),
    });

    this.#link.positionOf = (frames) => this.#lineOf(frames);
  }

  get #origin(): string {
    return this.#parts.pages.at(-1) ?? '';
  }

  /** The end of the address by which a page gets its key; `null` if every page gets it. */
  get fragment(): string | null {
    return holdsSecret(this.#parts.simulation) ? `#simhost=${this.#link.key}` : null;
  }

  script(message: IncomingMessage): string {
    this.#noteOrigin(message);
    const {simulation, local, base, scripts} = this.#parts;
    const {hosts} = simulation.platforms;

    const page: VitePage = {
      key: this.fragment === null ? this.#link.key : null,
      ask: `${base}${ASK_PATH.slice(1)}`,
      base: `${base}.simhost/`,
      forwards: [...new Set([...hosts, ...local.forward.origins.map((origin) => new URL(origin).host)])],
      origin: null,
      clock: simulation.clock.stateOf('browser'),
      navigator: {},
    };
    return pageScript(scripts, page);
  }

  async answer(message: IncomingMessage, out: ServerResponse, path: OwnPath): Promise<void> {
    if (path.kind !== 'forward') return this.#link.receive(message, out, 0);
    if (path.key !== this.#link.key) return send(plain(403, WITHOUT_KEY), out);

    this.#noteOrigin(message);
    return passOn(message, out, this.#destinationOf(path.rest, message));
  }

  upgrade(message: IncomingMessage, socket: Duplex, head: Buffer, path: ForwardPath): void {
    if (path.key !== this.#link.key) socket.destroy();
    else passOnSocket(message, socket, head, this.#destinationOf(path.rest, message));
  }

  /** Opens the console, and returns its address for a separate window. */
  async openConsole(print: (line: string) => void): Promise<string> {
    const {simulation, local, root, backends = {}} = this.#parts;
    const copies = new Copies({
      simulation,
      page: {folder: root, fixtureAt: () => pageFixture(this.#origin)},
      shown: () => [],
      backends,
      layout: undefined,
      cwd: this.#parts.folder,
    });

    const page = new PageShown({
      simulation,
      link: this.#link,
      origin: () => this.#origin,
      starting: () => copies.restarted(),
    });

    const session = pageSession(simulation, {page, copies, local});
    const devConsole = await openConsole(session, local, {dir: root, backend: [], port: undefined, print});
    devConsole.started();
    return `${local.showConsole(devConsole, 'null')}/#${local.id}?window`;
  }

  close(): void {
    this.#link.close();
  }

  #destinationOf(rest: string, message: IncomingMessage): GatewayTarget {
    const forwardPath = `${this.#parts.base}.simhost/${this.#link.key}/`;
    return destinationOf(rest, message, {...this.#parts, forwardPath});
  }

  async #lineOf(frames: readonly ScriptFrame[]): Promise<string | null> {
    const {root, modules, base} = this.#parts;
    const [first] = frames;
    if (first === undefined) return null;
    if (modules === null) return servedPosition(first, this.#origin);

    // Vite knows its modules without the base.
    const server = {
      moduleGraph: {
        getModuleByUrl: (url: string) =>
          modules.getModuleByUrl(url.startsWith(base) ? `/${url.slice(base.length)}` : url),
      },
    };
    return moduleLine({dir: root, origin: first.url.origin, server}, frames);
  }

  /** The gateway lets these origins pass. The newest one is in copied tests. */
  #noteOrigin(message: IncomingMessage): void {
    const {pages} = this.#parts;
    const origin = pageOriginOf(message);
    const at = pages.indexOf(origin);
    if (at !== -1) pages.splice(at, 1);
    pages.push(origin);
  }
}

/**
 * Whether the app has its own secret. Then the page gets its key from its address only, because every program on
 * this machine can read what the server serves. Everybody knows the published test secrets.
 */
function holdsSecret({world: {app, minis}}: SimulationCore): boolean {
  return unpublishedSecrets(app).length > 0 || minis.apiKey !== PUBLISHED_MINIS_API_KEY;
}
