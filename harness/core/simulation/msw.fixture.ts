import {readFileSync, realpathSync} from 'node:fs';
import {mkdtemp, rm} from 'node:fs/promises';
import http from 'node:http';
import {createRequire} from 'node:module';
import type {AddressInfo} from 'node:net';
import {dirname, join} from 'node:path';
import {fileURLToPath, pathToFileURL} from 'node:url';
import {chromium, test as base} from '@playwright/test';
import type {
  Browser,
  PlaywrightTestArgs,
  PlaywrightTestOptions,
  PlaywrightWorkerArgs,
  PlaywrightWorkerOptions,
  TestType,
} from '@playwright/test';
import type * as Msw from 'msw';
import type * as MswNode from 'msw/node';
import {build} from 'vite';
import {launchOptions} from '../../node/chromium.ts';
import type * as Simulations from './simulation-core.ts';

/** An installed version of MSW. */
export interface MswVersion {
  readonly major: number;
  readonly folder: string;
}

/**
 * The `msw` of the project, and that in the folder of `SIMHOST_TEST_MSW`, if it is set
 * (`.ci/msw3.mjs`).
 */
export const MSW_VERSIONS: readonly MswVersion[] = [
  dirname(createRequire(import.meta.url).resolve('msw/package.json')),
  process.env['SIMHOST_TEST_MSW'] ?? '',
].flatMap((folder) => (folder === '' ? [] : [{folder: realpathSync(folder), major: majorOf(folder)}]));

function majorOf(folder: string): number {
  const {version} = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {version: string};
  return Number(version.split('.')[0]);
}

function fileOf({major, folder}: MswVersion, entry: 'core' | 'browser' | 'node'): string {
  return join(folder, 'lib', entry, major === 2 ? 'index.mjs' : 'index.js');
}

export async function importMsw(version: MswVersion): Promise<typeof Msw> {
  return (await import(pathToFileURL(fileOf(version, 'core')).href)) as typeof Msw;
}

export async function importMswNode(version: MswVersion): Promise<typeof MswNode> {
  return (await import(pathToFileURL(fileOf(version, 'node')).href)) as typeof MswNode;
}

interface WorkerFixtures {
  chrome: Browser;
  /**
   * Builds a script of `source` (imports from `/harness/…`, `msw`, `msw/browser`) with one version of MSW; the
   * folder it is in.
   */
  bundle: (source: string, options: {msw: MswVersion; node?: boolean}) => Promise<string>;
}

interface Fixtures {
  /**
   * Serves a page at `/`, the files of a folder, and MSW's worker script unless it says otherwise; the base
   * URL.
   */
  serve: (options: {folder: string; html?: string; worker?: MswVersion | null}) => Promise<string>;
}

type MswTest = TestType<
  PlaywrightTestArgs & PlaywrightTestOptions & Fixtures,
  PlaywrightWorkerArgs & PlaywrightWorkerOptions & WorkerFixtures
>;

export const test: MswTest = base.extend<Fixtures, WorkerFixtures>({
  chrome: [
    async ({}, use) => {
      const browser = await chromium.launch(launchOptions());
      await use(browser);
      await browser.close();
    },
    {scope: 'worker'},
  ],
  bundle: [
    async ({}, use) => {
      const built = new Map<string, Promise<string>>();
      await use((source, {msw, node = false}) => {
        const key = JSON.stringify([source, msw, node]);
        const folder = built.get(key) ?? buildEntry(source, {msw, node});
        built.set(key, folder);
        return folder;
      });

      for (const folder of built.values()) await rm(await folder, {recursive: true});
    },
    {scope: 'worker'},
  ],
  serve: async ({}, use) => {
    const servers: http.Server[] = [];
    await use(async ({folder, html = PAGE, worker = null}) => {
      const server = http.createServer((request, response) => {
        const [status, type, body] = fileAt(request.url ?? '/', {folder, html, worker});
        response.writeHead(status, {'content-type': type}).end(body);
      });

      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      servers.push(server);
      return `http://localhost:${(server.address() as AddressInfo).port}`;
    });

    for (const server of servers) {
      server.closeAllConnections();
      server.close();
    }
  },
});

const PAGE = '<!doctype html><title>ordinary page</title><script type="module" src="/entry.js"></script>';

/** Builds as a user's own project would: nothing of Node in what a browser gets, and no warning of it. */
async function buildEntry(source: string, {msw, node}: {msw: MswVersion; node: boolean}): Promise<string> {
  // What stays outside of the bundle has to be found from it.
  const outDir = await mkdtemp(
    fileURLToPath(new URL('../../../node_modules/.simhost-bundle-', import.meta.url)),
  );

  const id = 'virtual:entry';

  await build({
    configFile: false,
    root: import.meta.dirname,
    logLevel: 'error',
    ...(node ? {ssr: {noExternal: true, external: ['@faker-js/faker']}} : {}),
    resolve: {
      alias: [
        {find: /^msw$/, replacement: fileOf(msw, 'core')},
        {
          find: /^msw\/(browser|node)$/,
          replacement: join(msw.folder, 'lib/$1', msw.major === 2 ? 'index.mjs' : 'index.js'),
        },
        {find: /^\/harness\//, replacement: `${join(import.meta.dirname, '../..')}/`},
      ],
    },
    plugins: [
      {
        name: 'entry',
        enforce: 'pre',
        resolveId: (asked, importer) => {
          if (!node && asked.startsWith('node:'))
            throw new Error(`${asked} is not for a browser; ${importer} imports it.`);
          return asked === id ? `\0${id}` : null;
        },
        load: (asked) => (asked === `\0${id}` ? source : null),
      },
    ],
    build: {
      outDir,
      minify: false,
      ssr: node,
      rollupOptions: {
        input: id,
        output: {
          entryFileNames: node ? 'entry.mjs' : 'entry.js',
          chunkFileNames: node ? '[name].mjs' : '[name].js',
        },
        preserveEntrySignatures: 'strict',
      },
    },
  });

  return outDir;
}

/** Builds `createSimulationCore` with one version of MSW. */
export async function importSimulations(
  bundle: WorkerFixtures['bundle'],
  msw: MswVersion,
): Promise<typeof Simulations> {
  const folder = await bundle(
    `export {createSimulationCore} from '/harness/core/simulation/simulation-core.ts';`,
    {
      msw,
      node: true,
    },
  );
  return (await import(pathToFileURL(join(folder, 'entry.mjs')).href)) as typeof Simulations;
}

type File = readonly [status: number, type: string, body: string | Buffer];

function fileAt(
  url: string,
  {folder, html, worker}: {folder: string; html: string; worker: MswVersion | null},
): File {
  const {pathname} = new URL(url, 'http://localhost');
  if (pathname === '/mockServiceWorker.js' && worker !== null) {
    return [
      200,
      'text/javascript; charset=utf-8',
      readFileSync(join(worker.folder, 'lib/mockServiceWorker.js')),
    ];
  }

  if (/^\/[\w-]+\.js$/.test(pathname)) {
    try {
      return [200, 'text/javascript; charset=utf-8', readFileSync(join(folder, pathname))];
    } catch {
      return [404, 'text/plain', 'not here'];
    }
  }

  return pathname === '/' || pathname.endsWith('.html')
    ? [200, 'text/html; charset=utf-8', html]
    : [404, 'text/plain', 'not here'];
}
