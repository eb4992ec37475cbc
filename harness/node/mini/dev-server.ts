import {AsyncLocalStorage} from 'node:async_hooks';
import {randomUUID} from 'node:crypto';
import {readFile} from 'node:fs/promises';
import type {IncomingMessage, ServerResponse} from 'node:http';
import {join} from 'node:path';
import {pathToFileURL} from 'node:url';
import {SimhostError} from '../../errors.ts';
import {WATCHER_FILE} from '../../wire/deed.ts';
import {LIVE_PAGE, type LivePage} from '../../wire/live-page.ts';
import {MINI_ASK, type MiniStartData, miniScript} from '../../wire/mini.ts';
import {isSameKey} from '../http/same-key.ts';
import {ASK_PATH, type PageLink} from '../live/page-link.ts';
import {SERVED} from '../package-files.ts';
import {cliConfig, type ConfigLoader} from './cli-config.ts';
import {minisPolicy} from './content-security-policy.ts';
import type {MiniManifest} from './manifest.ts';
import {moduleLine, type ModuleServer} from './module-lines.ts';
import {toolFolder} from './package-folder.ts';
import {PHONE_PATH, phonePage} from './phone-page.ts';
import {PHONES} from './phone.ts';
import {sdkMocks} from './sdk-mocks.ts';

export interface MiniDevOptions {
  readonly dir: string;
  readonly manifest: MiniManifest;
  /** Returns the values with which the Mini starts now. */
  readonly start: () => MiniStartData;
  /** The language of the phone now. */
  readonly language: () => string;
  /** The way between the page and simhost. */
  readonly link: PageLink;
  readonly port: number | undefined;
  /** The base of the forward route. Scheme, host and path follow it. */
  readonly forward: string;
  /** The origin of the console, which may show the phone in a frame. `null` without a console. */
  readonly framedBy: string | null;
}

export interface MiniDevServer {
  /** For example `http://localhost:5173`. */
  readonly origin: string;
  /** The header of requests that came through the gateway of `--open`. Nobody else knows its value. */
  readonly gatewayHeader: readonly [name: string, value: string];
  close(): Promise<void>;
}

/** The part of the user's Vite that is used here. */
interface Vite extends ConfigLoader {
  createServer(config: object): Promise<
    ModuleServer & {
      listen(): Promise<unknown>;
      close(): Promise<void>;
      httpServer: {address(): {port: number} | string | null} | null;
    }
  >;
}

interface ResolvedConfig {
  readonly server: {readonly headers: Record<string, unknown>};
}

const POLICY = 'content-security-policy';

/** The header by which the gateway of `--open` marks the requests of its browser. Its value is a key. */
const GATEWAY_HEADER = 'x-simhost-gateway';

/**
 * Starts the Mini's own dev server, with the Shop app before the Mini's code, and a phone around it.
 *
 * @throws {SimhostError} `ERR_NO_VITE`
 */
export async function startMiniDevServer(options: MiniDevOptions): Promise<MiniDevServer> {
  const {dir, port, link} = options;
  const folder = await toolFolder('vite', dir);

  if (folder === null)
    throw new SimhostError('ERR_NO_VITE', `The Mini in ${dir} has no vite installed.`, {
      next: 'Run "npm install" there.',
    });

  const vite = (await import(pathToFileURL(join(folder, 'dist/node/index.js')).href)) as Vite;
  const shopApp = new ShopAppPlugin(options, await scriptsOf(options));
  const {plugins, ...config} = await cliConfig(dir, vite, 'serve');
  const server = await vite.createServer({
    ...config,
    root: dir,
    clearScreen: false,
    logLevel: 'warn',
    plugins: [...plugins, shopApp],
    server: {host: 'localhost', ...(port === undefined ? {} : {port, strictPort: port !== 0})},
  });

  await server.listen();
  const address = server.httpServer?.address();
  const listening = typeof address === 'object' && address !== null ? address.port : 0;
  shopApp.port = listening;

  const origin = `http://localhost:${listening}`;
  link.positionOf = (frames) => moduleLine({dir, origin, server}, frames);
  return {origin, gatewayHeader: [GATEWAY_HEADER, shopApp.gatewayKey], close: () => server.close()};
}

/** The plugin of Vite that adds the Shop app and the phone to the Mini's dev server. */
class ShopAppPlugin {
  readonly name = 'simhost-shop-app';
  readonly gatewayKey = randomUUID();
  /** The port of the dev server, known once it listens. */
  port = 0;
  readonly transformIndexHtml: object;
  readonly #options: MiniDevOptions;
  readonly #phone: ReturnType<typeof phonePage>;
  /** Whether the request that is being answered came through a gateway. */
  readonly #isByGateway = new AsyncLocalStorage<boolean>();

  constructor(options: MiniDevOptions, scripts: PageScripts) {
    this.#options = options;
    this.#phone = phonePage(options.manifest.name, {ask: ASK_PATH, framedBy: options.framedBy});
    this.transformIndexHtml = {
      order: 'pre',
      handler: () => {
        const forward = this.#isByGateway.getStore() === true ? null : options.forward;
        return [
          {tag: 'script', injectTo: 'head-prepend', children: pageScript({...options, forward}, scripts)},
        ];
      },
    };
  }

  /** Removes the policy of the Mini's own configuration, which would replace the one that restricts its requests. */
  readonly configResolved = ({server: {headers}}: ResolvedConfig): void => {
    for (const name of Object.keys(headers)) if (name.toLowerCase() === POLICY) delete headers[name];
  };

  readonly configureServer = ({middlewares}: DevServer): void => {
    middlewares.use((message, out, next) => this.#answer(message, out, next));
  };

  #answer(message: IncomingMessage, out: ServerResponse, next: () => void): void {
    if (message.url === ASK_PATH) {
      void this.#options.link.receive(message, out, this.port);
      return;
    }

    const isTop = message.headers['sec-fetch-dest'] === 'document' || message.url === PHONE_PATH;
    const isByGateway = isSameKey(message.headers[GATEWAY_HEADER], this.gatewayKey);
    if (isTop) out.setHeader(POLICY, this.#phone.policy);
    // A gateway refuses requests to other hosts by itself.
    else if (!isByGateway) out.setHeader(POLICY, minisPolicy(this.port, this.#options.forward));
    if (!isTop) return this.#isByGateway.run(isByGateway, next);

    out
      .writeHead(200, {'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store'})
      .end(this.#phone.html);
  }
}

interface DevServer {
  readonly middlewares: {use(handle: Middleware): void};
}

type Middleware = (message: IncomingMessage, out: ServerResponse, next: () => void) => void;

/** The texts of the scripts before the Mini's code. */
interface PageScripts {
  readonly mocks: string;
  readonly host: string;
  readonly network: string;
  readonly watcher: string;
}

async function scriptsOf({dir}: MiniDevOptions): Promise<PageScripts> {
  const [mocks, host, network, watcher] = await Promise.all([
    sdkMocks(dir),
    readPageScript('shop-app.js'),
    readPageScript('mini-network.js'),
    readPageScript(WATCHER_FILE),
  ]);
  return {mocks, host, network, watcher};
}

function pageScript(
  {start, forward, language}: Omit<MiniDevOptions, 'forward'> & {readonly forward: string | null},
  {mocks, host, network, watcher}: PageScripts,
): string {
  const {userAgent, platform} = PHONES.ios;
  const appVersion = userAgent.replace('Mozilla/', '');
  const tag = language();
  const started = start();
  const page: LivePage = {
    clock: started.clock,
    ask: ASK_PATH,
    base: forward,
    origin: null,
    navigator: {userAgent, appVersion, platform, language: tag, languages: [tag]},
  };

  return `(() => {
globalThis[Symbol.for(${JSON.stringify(LIVE_PAGE)})] = ${JSON.stringify(page)};
${network}
${miniScript({start: started, ask: `globalThis[Symbol.for(${JSON.stringify(MINI_ASK)})]`, mocks, host})}
${watcher}
})();`;
}

/** Reads a built script of a Mini's page. */
export function readPageScript(
  name: 'shop-app.js' | 'mini-network.js' | 'store-network.js' | typeof WATCHER_FILE,
  served: URL = SERVED,
): Promise<string> {
  return readFile(new URL(name, served), 'utf8');
}
