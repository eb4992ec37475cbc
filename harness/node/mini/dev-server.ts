import {readFile} from 'node:fs/promises';
import type {IncomingMessage, ServerResponse} from 'node:http';
import {join} from 'node:path';
import {text} from 'node:stream/consumers';
import {pathToFileURL} from 'node:url';
import {SimhostError} from '../../errors.ts';
import {
  type ActionReply,
  type BlockedRequest,
  MINI_ASK,
  MINI_NETWORK,
  type MiniMessage,
  type MiniStartData,
  miniScript,
} from '../../wire/mini.ts';
import type {MiniNetwork} from '../../wire/mini.ts';
import {SERVED} from '../package-files.ts';
import {cliConfig, type ConfigLoader} from './cli-config.ts';
import {minisPolicy, whyBlocked} from './content-security-policy.ts';
import type {MiniManifest} from './manifest.ts';
import {toolFolder} from './package-folder.ts';
import {phonePage} from './phone-page.ts';
import {PHONES} from './phone.ts';
import {sdkMocks} from './sdk-mocks.ts';

export interface MiniDevOptions {
  readonly dir: string;
  readonly manifest: MiniManifest;
  readonly start: MiniStartData;
  /** The key for requests to the Shop app. The page reads it from its URL's fragment. */
  readonly key: string;
  readonly port: number | undefined;
  /** Returns the reason why a request to the Shop app does not come from the page, or `null`. */
  readonly refuse: (message: IncomingMessage, port: number) => string | null;
  readonly answer: (message: MiniMessage) => Promise<ActionReply>;
  /** Returns the reason why the Mini must not send a request to a URL, or `null`. */
  readonly refuses: (url: URL) => string | null;
  /** Called with the reason why the browser blocked a request of the page. */
  readonly blocked: (why: string) => void;
  /** The base of the forward route. Scheme, host and path follow it. */
  readonly forward: string;
}

export interface MiniDevServer {
  /** For example `http://localhost:5173`. */
  readonly origin: string;
  close(): Promise<void>;
}

/** The part of the user's Vite that is used here. */
interface Vite extends ConfigLoader {
  createServer(config: object): Promise<{
    listen(): Promise<unknown>;
    close(): Promise<void>;
    httpServer: {address(): {port: number} | string | null} | null;
  }>;
}

interface ResolvedConfig {
  readonly server: {readonly headers: Record<string, unknown>};
}

const ASK_PATH = '/.simhost/mini';

const POLICY = 'content-security-policy';

/**
 * Starts the Mini's own dev server, with the Shop app before the Mini's code, and a phone around it.
 *
 * @throws {SimhostError} `ERR_NO_VITE`
 */
export async function startMiniDevServer(options: MiniDevOptions): Promise<MiniDevServer> {
  const {dir, port} = options;
  const folder = await toolFolder('vite', dir);

  if (folder === null)
    throw new SimhostError('ERR_NO_VITE', `The Mini in ${dir} has no vite installed.`, {
      next: 'Run "npm install" there.',
    });

  const vite = (await import(pathToFileURL(join(folder, 'dist/node/index.js')).href)) as Vite;
  const shopApp = new ShopAppPlugin(options, await pageScript(options));
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

  return {origin: `http://localhost:${listening}`, close: () => server.close()};
}

/** The plugin of Vite that adds the Shop app and the phone to the Mini's dev server. */
class ShopAppPlugin {
  readonly name = 'simhost-shop-app';
  /** The port of the dev server, known once it listens. */
  port = 0;
  readonly transformIndexHtml: object;
  readonly #options: MiniDevOptions;
  readonly #phone: ReturnType<typeof phonePage>;

  constructor(options: MiniDevOptions, script: string) {
    this.#options = options;
    this.#phone = phonePage(options.manifest.name, ASK_PATH);
    this.transformIndexHtml = {
      order: 'pre',
      handler: () => [{tag: 'script', injectTo: 'head-prepend', children: script}],
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
      void answerPage(message, out, this.#options, this.port);
      return;
    }

    const isTop = message.headers['sec-fetch-dest'] === 'document';
    out.setHeader(POLICY, isTop ? this.#phone.policy : minisPolicy(this.port, this.#options.forward));
    if (!isTop) return next();

    out
      .writeHead(200, {'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store'})
      .end(this.#phone.html);
  }
}

interface DevServer {
  readonly middlewares: {use(handle: Middleware): void};
}

type Middleware = (message: IncomingMessage, out: ServerResponse, next: () => void) => void;

async function answerPage(
  message: IncomingMessage,
  out: ServerResponse,
  {key, refuse, answer, blocked, refuses}: MiniDevOptions,
  port: number,
): Promise<void> {
  const refusal =
    refuse(message, port) ??
    (message.headers['x-simhost-key'] === key ? null : 'The page does not know the key of this simulation.');

  const send = (status: number, body: string): void => {
    out.writeHead(status, {'content-type': 'application/json', 'cache-control': 'no-store'}).end(body);
  };

  if (refusal !== null || message.method !== 'POST')
    return send(403, JSON.stringify({ok: false, error: {message: refusal ?? 'POST only'}}));
  const asked = JSON.parse(await text(message)) as MiniMessage | BlockedRequest;
  if (asked.type === 'blocked') {
    const why = whyBlocked(asked, refuses);
    if (why !== null) blocked(why);
    return send(200, JSON.stringify({ok: true}));
  }

  const reply = await answer(asked).catch((error: unknown): ActionReply => {
    return {
      ok: false,
      rejects: true,
      error: {message: error instanceof Error ? error.message : String(error)},
    };
  });

  send(200, JSON.stringify(reply));
}

async function pageScript({dir, start, forward}: MiniDevOptions): Promise<string> {
  const {userAgent, platform} = PHONES.ios;
  const appVersion = userAgent.replace('Mozilla/', '');
  const network: MiniNetwork = {ask: ASK_PATH, base: forward, navigator: {userAgent, appVersion, platform}};
  const [mocks, host, sending] = await Promise.all([
    sdkMocks(dir),
    readPageScript('shop-app'),
    readPageScript('mini-network'),
  ]);

  return `(() => {
globalThis[Symbol.for(${JSON.stringify(MINI_NETWORK)})] = ${JSON.stringify(network)};
${sending}
${miniScript({start, ask: `globalThis[Symbol.for(${JSON.stringify(MINI_ASK)})]`, mocks, host})}
})();`;
}

/** Reads a built script of a Mini's page. */
export function readPageScript(name: 'shop-app' | 'mini-network', served: URL = SERVED): Promise<string> {
  return readFile(new URL(`${name}.js`, served), 'utf8');
}
