import {execFile, spawn} from 'node:child_process';
import type {ChildProcess} from 'node:child_process';
import {createHash} from 'node:crypto';
import {once} from 'node:events';
import {existsSync} from 'node:fs';
import {readFile} from 'node:fs/promises';
import {createRequire} from 'node:module';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {createInterface} from 'node:readline';
import {pathToFileURL} from 'node:url';
import {promisify} from 'node:util';
import {test} from '@playwright/test';
import {percentile, printFigures, recordAim, roundsOf} from './figures.ts';

/** The packages of the other servers and of the load. The project does not need them, so another folder gets them. */
const PACKAGES = [
  'oauth2-mock-server@8.2.3',
  '@mswjs/http-middleware@0.10.3',
  'autocannon@8.0.0',
  'msw@2.15.0',
];
const CONNECTIONS = 16;
const SECONDS = Number(process.env['SIMHOST_SERVE_SECONDS'] ?? '4');
const ROUNDS = roundsOf(3);

/** The names of the loads. */
const LOADS = {
  oauth2: 'oauth2-mock-server: a token (RS256)',
  shopifyToken: 'simhost: a token of Shopify (HS256)',
  vtexToken: 'simhost: a token of VTEX (ES256)',
  adapter: 'MSW adapter: a query of the Storefront API',
  query: 'simhost: a query of the Storefront API',
} as const;

/** A request that is sent again and again. */
interface Load {
  readonly url: string;
  readonly method: 'GET' | 'POST';
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** The part of autocannon's result that is used. */
interface Result {
  readonly requests: {readonly average: number};
  readonly latency: {readonly p99: number};
  readonly non2xx: number;
  readonly errors: number;
}

type Cannon = (options: Load & {connections: number; duration: number}) => Promise<Result>;

const JSON_TYPE = {'content-type': 'application/json'};
const QUERY = JSON.stringify({query: '{ shop { name } }'});

test('simhost serve under load, next to oauth2-mock-server and the adapter of MSW', async ({}, testInfo) => {
  test.setTimeout(0);
  const folder = await installedPackages();
  const require = createRequire(join(folder, 'package.json'));
  const {default: cannon} = (await import(pathToFileURL(require.resolve('autocannon')).href)) as {
    default: Cannon;
  };

  const idFile = testInfo.outputPath('id');
  const servers = [
    start(['dist/cli/simhost.js', 'serve', '--id-file', idFile]),
    start(['e2e/bench/servers/oauth2.mjs', folder]),
    start(['e2e/bench/servers/msw-adapter.mjs', folder]),
  ] as const;

  try {
    const [simhost, oauth2, msw] = await Promise.all(servers.map(({url}) => url));
    const authorization = `Bearer ${(await readFile(idFile, 'utf8')).trim()}`;
    const mint = (kind: string): Load => ({
      url: `${simhost}/.simhost/mint`,
      method: 'POST',
      headers: {...JSON_TYPE, authorization},
      body: JSON.stringify({kind}),
    });

    const results = await inRounds(cannon, {
      [LOADS.oauth2]: {
        url: `${oauth2}/token`,
        method: 'POST',
        headers: {'content-type': 'application/x-www-form-urlencoded'},
        body: 'grant_type=client_credentials',
      },
      [LOADS.shopifyToken]: mint('checkout'),
      [LOADS.vtexToken]: mint('vtex-shopper'),
      [LOADS.adapter]: {
        url: `${msw}/api/2026-04/graphql.json`,
        method: 'POST',
        // The handlers match the full URL, which Express puts together from these.
        headers: {...JSON_TYPE, host: 'acme.myshopify.com', 'x-forwarded-proto': 'https'},
        body: QUERY,
      },
      [LOADS.query]: {
        url: `${simhost}/acme.myshopify.com/api/2026-04/graphql.json`,
        method: 'POST',
        headers: JSON_TYPE,
        body: QUERY,
      },
    });

    print(results);
  } finally {
    for (const {child} of servers) child.kill('SIGINT');
    await Promise.all(servers.map(({ended}) => ended));
  }
});

function print(results: Readonly<Record<string, readonly Result[]>>): void {
  const median = (name: string, valueOf: (result: Result) => number): number =>
    percentile((results[name] ?? []).map(valueOf), 0.5);
  const perSecond = (name: string): number => median(name, ({requests}) => requests.average);

  for (const [name, rounds] of Object.entries(results)) {
    const failed = rounds.reduce((sum, {non2xx, errors}) => sum + non2xx + errors, 0);
    printFigures(`${name}, ${CONNECTIONS} connections`, [
      {name: 'requests per second', value: perSecond(name), unit: ''},
      {name: 'p99', value: median(name, ({latency}) => latency.p99), unit: 'ms'},
      {name: 'failed requests', value: failed, unit: ''},
    ]);
    recordAim('serveFailed', failed);
  }

  recordAim('serveTokens', perSecond(LOADS.shopifyToken) / perSecond(LOADS.oauth2));
  recordAim('serveQueries', perSecond(LOADS.query) / perSecond(LOADS.adapter));
}

/** Measures all loads in turns, so that a busy moment of the machine affects all of them. The first round warms up. */
async function inRounds(
  cannon: Cannon,
  loads: Readonly<Record<string, Load>>,
): Promise<Readonly<Record<string, readonly Result[]>>> {
  const results = Object.fromEntries(Object.keys(loads).map((name): [string, Result[]] => [name, []]));

  for (let round = 0; round <= ROUNDS; round++) {
    for (const [name, load] of Object.entries(loads)) {
      const result = await cannon({...load, connections: CONNECTIONS, duration: round === 0 ? 1 : SECONDS});
      if (round > 0) results[name]?.push(result);
    }
  }

  return results;
}

/** Installs the packages, once for each choice of versions. Resolves with their folder. */
async function installedPackages(): Promise<string> {
  const versions = createHash('sha256').update(PACKAGES.join(' ')).digest('hex').slice(0, 12);
  const folder = join(tmpdir(), `simhost-bench-servers-${versions}`);
  const missing = PACKAGES.some((spec) => {
    const name = spec.slice(0, spec.lastIndexOf('@'));
    return !existsSync(join(folder, 'node_modules', name, 'package.json'));
  });

  const shared = ['install', '--prefix', folder, '--no-save', '--no-audit', '--no-fund', '--loglevel=error'];
  // npm is a script on Windows, which only a shell starts.
  const shell = process.platform === 'win32';
  if (missing) await promisify(execFile)('npm', [...shared, ...PACKAGES], {shell});
  return folder;
}

interface Started {
  readonly child: ChildProcess;
  /** The first URL that it prints. */
  readonly url: Promise<string>;
  readonly ended: Promise<unknown>;
}

function start(args: readonly string[]): Started {
  const child = spawn(process.execPath, args, {stdio: ['ignore', 'pipe', 'inherit']});
  const ended = once(child, 'exit');

  const url = new Promise<string>((resolve, reject) => {
    createInterface({input: child.stdout}).on('line', (line) => {
      const [found] = /http:\/\/127\.0\.0\.1:\d+/.exec(line) ?? [];
      if (found !== undefined) resolve(found);
    });
    child.once('exit', () => reject(new Error(`${args.join(' ')} ended before it printed a URL.`)));
  });

  return {child, url, ended};
}
