import {readFile} from 'node:fs/promises';
import type {IncomingMessage, ServerResponse} from 'node:http';
import {join} from 'node:path';
import {text} from 'node:stream/consumers';
import {pathToFileURL} from 'node:url';
import {SimhostError} from '../errors.ts';
import type {ActionReply, MiniMessage, MiniStartData} from '../wire/mini.ts';
import {miniScript} from '../wire/mini.ts';
import {packageFolder} from './build.ts';
import type {MiniManifest} from './manifest.ts';
import {sdkMocks} from './sdk-mocks.ts';
import {isTrusted} from './trusted-domains.ts';

export interface MiniDevOptions {
  readonly dir: string;
  readonly manifest: MiniManifest;
  readonly start: MiniStartData;
  /** The text of the Shop app's page script. */
  readonly host: string;
  /** Needed to ask the Shop app; the page finds it in its URL's fragment. */
  readonly key: string;
  readonly port: number | undefined;
  /** Why a request to the Shop app is none of the page's; `null` where it is. */
  readonly refuse: (message: IncomingMessage, port: number) => string | null;
  readonly answer: (message: MiniMessage) => Promise<ActionReply>;
  /** Where requests to the mapped backends go; asked for once the page's origin is known. */
  readonly forward: () => {readonly base: string; readonly origins: readonly string[]};
}

export interface MiniDevServer {
  /** For example `http://localhost:5173`. */
  readonly origin: string;
  close(): Promise<void>;
}

/** As much of the user's Vite as is used here. */
interface Vite {
  createServer(config: object): Promise<{
    listen(): Promise<unknown>;
    close(): Promise<void>;
    httpServer: {address(): {port: number} | string | null} | null;
  }>;
}

const ASK_PATH = '/.simhost/mini';

/**
 * The Mini's own dev server, with the Shop app before the Mini's code.
 *
 * @throws {SimhostError} `ERR_NO_VITE`
 */
export async function startMiniDevServer(options: MiniDevOptions): Promise<MiniDevServer> {
  const {dir, port} = options;
  const vite = await packageFolder('vite', dir);
  if (vite === null) throw new SimhostError('ERR_NO_VITE', `The Mini in ${dir} has no vite installed.`, {next: 'Run "npm install" there.'});
  const {createServer} = (await import(pathToFileURL(join(vite, 'dist/node/index.js')).href)) as Vite;
  const mocks = await sdkMocks(dir);
  let listening = 0;
  const plugin = {
    name: 'simhost-shop-app',
    configureServer: ({middlewares}: {middlewares: {use(handle: Middleware): void}}) => {
      middlewares.use((message, out, next) => {
        if (message.url !== ASK_PATH) return next();
        void answerPage(message, out, options, listening);
      });
    },
    transformIndexHtml: {
      order: 'pre',
      handler: () => [{tag: 'script', injectTo: 'head-prepend', children: pageScript(options, mocks)}],
    },
  };
  const server = await createServer({
    root: dir,
    clearScreen: false,
    logLevel: 'warn',
    plugins: [plugin],
    server: {host: 'localhost', ...(port === undefined ? {} : {port, strictPort: port !== 0})},
  });
  await server.listen();
  const address = server.httpServer?.address();
  listening = typeof address === 'object' && address !== null ? address.port : 0;
  return {origin: `http://localhost:${listening}`, close: () => server.close()};
}

type Middleware = (message: IncomingMessage, out: ServerResponse, next: () => void) => void;

async function answerPage(
  message: IncomingMessage,
  out: ServerResponse,
  {key, refuse, answer}: MiniDevOptions,
  port: number,
): Promise<void> {
  const refusal =
    refuse(message, port) ?? (message.headers['x-simhost-key'] === key ? null : 'The page does not know the key of this simulation.');
  const send = (status: number, body: string): void => {
    out.writeHead(status, {'content-type': 'application/json', 'cache-control': 'no-store'}).end(body);
  };
  if (refusal !== null || message.method !== 'POST')
    return send(403, JSON.stringify({ok: false, error: {message: refusal ?? 'POST only'}}));
  const reply = await answer(JSON.parse(await text(message)) as MiniMessage).catch((error: unknown): ActionReply => {
    return {ok: false, rejects: true, error: {message: error instanceof Error ? error.message : String(error)}};
  });
  send(200, JSON.stringify(reply));
}

/** Read anew for each page load, so that it knows where the backends are by then. */
function pageScript({start, host, manifest, forward}: MiniDevOptions, mocks: string): string {
  const {base, origins} = forward();
  const rules = JSON.stringify({base, origins, domains: manifest.trustedDomains, path: manifest.path, ask: ASK_PATH});
  const ask = '(message) => globalThis[Symbol.for("simhost.mini.ask")](message)';
  return `(() => {
const rules = ${rules};
const isTrusted = ${isTrusted.toString()};
const real = globalThis.fetch;
const given = /^#simhost=([\\w-]+)$/.exec(location.hash)?.[1];
if (given !== undefined) {
  sessionStorage.setItem('simhost.key', given);
  history.replaceState(history.state, '', location.pathname + location.search);
}
const key = sessionStorage.getItem('simhost.key') ?? '';
Object.defineProperty(globalThis, Symbol.for('simhost.mini.ask'), {
  value: (message) => real(rules.ask, {method: 'POST', headers: {'x-simhost-key': key}, body: JSON.stringify(message)}).then((answer) => answer.json()),
});
globalThis.fetch = (input, init) => {
  const request = new Request(input, init);
  const url = new URL(request.url);
  if (url.origin === location.origin) return real(input, init);
  if (!isTrusted(url, rules.domains)) {
    return Promise.reject(new TypeError(url.host + ' is not among the trusted_domains of ' + rules.path + '.'));
  }
  if (!rules.origins.includes(url.origin)) {
    return Promise.reject(new TypeError('No backend answers for ' + url.origin + '. Add: --backend "' + url.origin + '=http://localhost:3000"'));
  }
  return real(new Request(rules.base + url.protocol.slice(0, -1) + '/' + url.host + url.pathname + url.search, request));
};
${miniScript({start, ask, mocks, host})}
})();`;
}

/** The Shop app's page script as it was built. */
export function readHostScript(served: URL = new URL('../served/', import.meta.url)): Promise<string> {
  return readFile(new URL('shop-app.js', served), 'utf8');
}
