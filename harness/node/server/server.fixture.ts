import {once} from 'node:events';
import {mkdir, writeFile} from 'node:fs/promises';
import http, {type RequestListener} from 'node:http';
import type {AddressInfo} from 'node:net';
import {text} from 'node:stream/consumers';
import {join} from 'node:path';
import {
  type Browser,
  type BrowserContext,
  chromium,
  type Page,
  type PlaywrightTestArgs,
  type PlaywrightTestOptions,
  type PlaywrightWorkerArgs,
  type PlaywrightWorkerOptions,
  test as base,
  type TestType,
} from '@playwright/test';
import type {HttpHandler} from 'msw';
import {launchOptions} from '../chromium.ts';
import {Clock} from '../../clock.ts';
import {NoticeLog} from '../../notices.ts';
import {RequestLog} from '../../core/simulation/request-log.ts';
import {createSimulationCore} from '../../core/simulation/simulation-core.ts';
import type {Simulated} from './simulated.ts';
import type {FromPage, SandboxOrigin, ToPage} from '../../wire/control.ts';
import type {Gateway} from './gateway.ts';
import {type Server, type ServerOptions, startServer} from './server.ts';

/** As much of a simulation as the server needs. */
export interface FakeSimulation extends Simulated {
  readonly received: FromPage[];
}

export function fakeSimulation({
  handlers = [],
  id = 'an-unguessable-id',
  origin = 'opaque',
  isServedByTest = () => false,
}: FakeOptions = {}): FakeSimulation {
  const received: FromPage[] = [];
  const hosts = ['shopify.com', 'extensions.shopifycdn.com'];
  return {
    id,
    origin,
    clock: new Clock(),
    handlers,
    requests: new RequestLog(),
    notices: new NoticeLog(),
    platforms: {
      hosts,
      environment: {},
      handlesHost: (host) => hosts.includes(host) || host.endsWith('.myshopify.com'),
      isServedByTest,
      identify: async ({headers}) => (headers.get('authorization') === `Bearer key-of-${id}` ? 'key' : null),
    },
    tokens: {
      inspect: (headers) => {
        const token = /^Bearer (.*)/.exec(headers.get('authorization') ?? '')?.[1];
        return token === undefined ? null : {claims: {sub: token}, case: null};
      },
      send: async () => null,
      reached: () => {},
      describe: () => null,
      expected: () => null,
      explain: () => null,
    },
    adminPages: {connect: () => () => {}},
    webhooks: {connect: () => {}},
    appProxies: {query: async (search) => `${search}&signed=1`, redirect: () => null},
    pages: {
      connect: (send: (message: ToPage) => void) => ({
        receive: (message) => {
          received.push(message);
          send({type: 'welcome', secret: 'page-secret'});
        },
        close: () => {},
      }),
      state: () => createSimulationCore().pages.state(),
    },
    extensions: {codeAt: () => undefined},
    secrets: ['client-secret'],
    serverKeys: new Set(),
    received,
  };
}

interface FakeOptions {
  handlers?: HttpHandler[];
  id?: string;
  origin?: SandboxOrigin;
  isServedByTest?: (url: URL) => boolean;
}

/** Puts a host page into the folder of built files that runs this script once its document is read. */
export async function buildPage(folder: string, script: string): Promise<void> {
  const served = join(folder, 'served');
  await mkdir(served, {recursive: true});
  for (const name of ['host.js', 'elements.js', 'sandbox.js']) await writeFile(join(served, name), '');
  await writeFile(join(served, 'start.js'), `addEventListener('DOMContentLoaded', () => { ${script} });`);
}

/** Fetches from a worker with an opaque origin, as an extension does; status and text, or the error. */
export function fetchFromSandbox(
  page: Page,
  url: string,
  init: RequestInit = {headers: {authorization: 'Bearer ada'}},
): Promise<string> {
  const source = `fetch(${JSON.stringify(url)}, ${JSON.stringify(init)})
    .then(async response => postMessage(response.status + ' ' + await response.text()), error => postMessage(String(error)))`;
  const worker = JSON.stringify(`data:text/javascript,${encodeURIComponent(source)}`);
  return page.evaluate<string>(
    `new Promise(fulfil => (new Worker(${worker}).onmessage = event => fulfil(event.data)))`,
  );
}

/** Fetches a plain `http:` URL through a proxy, without a browser; the text of the answer. */
export function proxied(proxy: string, url: string, headers: http.OutgoingHttpHeaders = {}): Promise<string> {
  const {hostname, port} = new URL(proxy);
  return new Promise((fulfil, reject) => {
    const sent = http.get(
      {hostname, port, path: url, headers: {host: new URL(url).host, ...headers}, agent: false},
      (response) => {
        text(response).then(fulfil, reject);
      },
    );

    sent.on('error', reject);
  });
}

interface Fixtures {
  /** A server that closes after the test. */
  server: Server;
  /** Starts further servers that close after the test. */
  start: (options?: ServerOptions) => Promise<Server>;
  /** Listens on a free port; the base URL. */
  listen: (listener: RequestListener) => Promise<string>;
  /** Writes a script into the test's own folder; the command that runs it. */
  script: (name: string, source: string) => Promise<string>;
  /** The test's own folder. */
  folder: string;
  /** A browser context behind a gateway. */
  contextOf: (gateway: Gateway) => Promise<BrowserContext>;
}

interface WorkerFixtures {
  chrome: Browser;
  /** URL of the built `simhost/register`. */
  register: string;
}

export const test: TestType<
  PlaywrightTestArgs & PlaywrightTestOptions & Fixtures,
  PlaywrightWorkerArgs & PlaywrightWorkerOptions & WorkerFixtures
> = base.extend<Fixtures, WorkerFixtures>({
  chrome: [
    async ({}, use) => {
      const browser = await chromium.launch(launchOptions());
      await use(browser);
      await browser.close();
    },
    {scope: 'worker'},
  ],
  register: [
    async ({}, use) => use(new URL('../../../dist/register/index.js', import.meta.url).href),
    {scope: 'worker'},
  ],
  folder: async ({}, use, info) => {
    await mkdir(info.outputPath(), {recursive: true});
    await use(info.outputPath());
  },
  start: async ({folder, register}, use) => {
    const servers: Server[] = [];
    await use(async (options) => {
      const server = await startServer({folder, register, served: `${folder}/served`, ...options});
      servers.push(server);
      return server;
    });

    await Promise.all(servers.map((server) => server.close()));
  },
  server: async ({start}, use) => use(await start()),
  listen: async ({}, use) => {
    const servers: http.Server[] = [];
    await use(async (listener) => {
      // Some cases send a header that is longer than Node's limit of 16 KiB.
      const server = http.createServer({maxHeaderSize: 65_536}, listener).listen(0, '127.0.0.1');
      servers.push(server);
      await once(server, 'listening');
      return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    });

    for (const server of servers) {
      server.closeAllConnections();
      server.close();
    }
  },
  script: async ({folder}, use) => {
    await use(async (name, source) => {
      await writeFile(join(folder, name), source);
      return `node ${name}`;
    });
  },
  contextOf: async ({chrome}, use) => {
    const contexts: BrowserContext[] = [];
    await use(async (gateway) => {
      const context = await chrome.newContext({proxy: {server: gateway.proxy}, ignoreHTTPSErrors: true});
      contexts.push(context);
      return context;
    });

    await Promise.all(contexts.map((context) => context.close()));
  },
});
