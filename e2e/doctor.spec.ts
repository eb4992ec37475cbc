import {execFile} from 'node:child_process';
import {once} from 'node:events';
import {cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile} from 'node:fs/promises';
import {createServer} from 'node:net';
import type {AddressInfo} from 'node:net';
import {tmpdir} from 'node:os';
import {join, resolve} from 'node:path';
import {promisify} from 'node:util';
import {expect} from '@playwright/test';
import {simhost, test} from './cli.fixture.ts';

const run = promisify(execFile);
const LOYALTY = ['--backend', 'https://loyalty.example.com=node fixtures/backends/loyalty/server.js'];
const MIRROR = ['--backend', 'https://mirror.example.com=node fixtures/backends/mirror/server.js'];

interface Report {
  ok: boolean;
  checks: {check: string; state: string; text: string; next?: string}[];
}

async function report(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Report> {
  return JSON.parse((await simhost(['doctor', ...args, '--json'], env)).stdout) as Report;
}

async function found(
  check: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Report['checks']> {
  return (await report(args, env)).checks.filter((entry) => entry.check === check);
}

test('finds nothing wrong with a sound extension and its backend, one line for each check', async () => {
  const {stdout, stderr, code} = await simhost(['doctor', 'fixtures/extensions/loyalty', ...LOYALTY]);
  expect(stderr).toBe('');
  expect(code).toBe(0);
  const lines = stdout
    .trim()
    .split('\n')
    .filter((line) => !/^(notice| )/.test(line));

  expect(lines.map((line) => line.split(/ +/).slice(0, 2).join(' '))).toEqual(
    [
      'node',
      'browser',
      'ports',
      'clock',
      'msw',
      'playwright',
      'credentials',
      'app',
      'extension',
      'network',
      'build',
      'backend',
    ].map((check) => `ok ${check}`),
  );

  expect(lines.at(-1)).toContain('https://loyalty.example.com/api/points');
});

test('notices are problems with --strict alone', async () => {
  const [lenient, strict] = await Promise.all(
    [[], ['--strict']].map((more) => simhost(['doctor', 'fixtures/extensions/loyalty', ...more])),
  );

  expect(lenient?.stdout).toContain(
    'notice   settings     The setting program is filled by default_value here.',
  );

  expect([lenient?.code, strict?.code]).toEqual([0, 1]);
});

test('a preflight that a browser would refuse is a problem with its reason', async () => {
  const {stdout, code} = await simhost(['doctor', 'fixtures/extensions/styles/dom', ...MIRROR], {
    PREFLIGHT: 'no-authorization',
  });
  expect(stdout).toContain('problem  backend      The preflight of GET https://mirror.example.com/api/seen');
  expect(stdout).toContain('Access-Control-Allow-Headers lacks "authorization"');
  expect(code).toBe(1);
});

test('a path can be named; one that is guessed and not known only warns', async () => {
  const elsewhere = ['e2e', '--backend', LOYALTY[1] ?? ''];
  expect(await found('backend', [...elsewhere, '--path', '/api/points'])).toMatchObject([{state: 'ok'}]);
  const script = `require('http').createServer((q, s) => s.writeHead(404).end()).listen(process.env.PORT)`;
  const unknowing = ['e2e', '--backend', `https://a.example=node -e "${script}"`];

  expect(await found('backend', unknowing)).toMatchObject([
    {state: 'warning', next: expect.stringContaining('--path') as unknown},
  ]);

  expect(await found('backend', [...unknowing, '--path', '/api'])).toMatchObject([{state: 'problem'}]);
});

test('a backend that is not there, ends, or says nothing HTTP is told, and others are still looked at', async () => {
  const mute = createServer((socket) => socket.end('no http\r\n\r\n')).listen(0, '127.0.0.1');
  await once(mute, 'listening');
  const address = `http://127.0.0.1:${(mute.address() as AddressInfo).port}`;

  const backends = await found('backend', [
    '--backend',
    'https://gone.example=http://127.0.0.1:9',
    '--backend',
    'https://ends.example=node -e "process.exit(3)"',
    '--backend',
    `https://mute.example=${address}`,
    '--backend',
    'https://shopify.com=http://127.0.0.1:9',
    ...MIRROR,
  ]);

  mute.close();
  expect(backends).toMatchObject([
    {
      state: 'problem',
      text: expect.stringContaining('https://gone.example at http://127.0.0.1:9 did not answer') as unknown,
    },
    {state: 'problem', text: expect.stringContaining('ended with exit code 3') as unknown},
    {state: 'problem', text: expect.stringContaining('https://mute.example') as unknown},
    {state: 'problem', text: expect.stringContaining('belongs to the simulated platform') as unknown},
    {state: 'ok'},
  ]);
});

test('half a pair of credentials is a problem, and no secret is written', async () => {
  const backend = ['--backend', 'https://a.example=node -e "console.log(process.env.SHOPIFY_API_SECRET)"'];
  const {stdout, stderr, code} = await simhost(['doctor', ...backend], {
    SHOPIFY_API_SECRET: 'a-secret-of-the-app',
  });

  expect(stdout).toContain('SHOPIFY_API_SECRET is set and SHOPIFY_API_KEY is not.');
  expect(stdout).toContain('<secret>');
  expect(stdout + stderr).not.toContain('a-secret-of-the-app');
  expect(code).toBe(1);
});

test('a browser that is not there is a problem', async () => {
  expect(await found('browser', [], {SIMHOST_BROWSER: '/no/such/browser'})).toMatchObject([
    {state: 'problem', text: expect.stringContaining('/no/such/browser') as unknown},
  ]);
});

test('a TOML that is wrong is a problem with its place, a folder without one only where it was named', async ({}, testInfo) => {
  const folder = testInfo.outputPath('broken');
  await mkdir(folder, {recursive: true});
  await writeFile(join(folder, 'shopify.extension.toml'), 'api_version = "2026-07"\n[[extensions]\n');
  expect(await found('extension', [folder])).toMatchObject([
    {state: 'problem', text: expect.stringMatching(/shopify\.extension\.toml:2:\d+/) as unknown},
  ]);

  expect(await found('extension', ['no/such/folder'])).toMatchObject([
    {state: 'problem', text: expect.stringContaining('no/such/folder') as unknown},
  ]);

  expect(await found('extension', [])).toMatchObject([{state: 'warning'}]);
});

test("the app's file is read with the extension's, and a mistake in it is told with its place", async ({}, testInfo) => {
  const folder = testInfo.outputPath('app');
  await cp('fixtures/extensions/styles/dom', join(folder, 'extensions/dom'), {recursive: true});
  const write = (text: string): Promise<void> => writeFile(join(folder, 'shopify.app.toml'), text);
  await write('client_id = "a-client-id"\n[access_scopes]\nscopes = "read_customers"\n');

  expect(await found('app', [join(folder, 'extensions/dom')])).toMatchObject([
    {
      state: 'ok',
      text: expect.stringContaining('shopify.app.toml: client id a-client-id, read_customers') as unknown,
    },
  ]);

  await write('client_id = "a-client-id"\n[access_scopes]\nscopes = ""\n');
  expect(await found('app', [join(folder, 'extensions/dom')])).toMatchObject([
    {
      state: 'ok',
      text: expect.stringContaining('no scopes; tokens name no customer without read_customers') as unknown,
    },
  ]);

  await write('client_id = \n');
  expect(await found('app', [join(folder, 'extensions/dom')])).toMatchObject([
    {state: 'problem', text: expect.stringMatching(/shopify\.app\.toml:1:\d+/) as unknown},
  ]);
});

test('a fetch without network_access is a warning that names the source', async ({}, testInfo) => {
  const folder = testInfo.outputPath('loyalty');
  await cp('fixtures/extensions/loyalty', folder, {recursive: true});
  const toml = await readFile(join(folder, 'shopify.extension.toml'), 'utf8');
  await writeFile(join(folder, 'shopify.extension.toml'), toml.replace('network_access = true', ''));

  expect(await found('network', [folder])).toMatchObject([
    {
      state: 'warning',
      text: expect.stringContaining('src/points.js calls fetch') as unknown,
      next: expect.stringContaining('network_access = true') as unknown,
    },
  ]);
});

test('without msw it still runs, and says what to install, as every other command and the config do', async () => {
  const root = await mkdtemp(join(tmpdir(), 'simhost-doctor-'));
  await cp('dist', join(root, 'dist'), {recursive: true});
  await cp('package.json', join(root, 'package.json'));
  await mkdir(join(root, 'node_modules'));
  await symlink(resolve('node_modules/smol-toml'), join(root, 'node_modules/smol-toml'));
  const {stdout, code} = await simhost(['doctor', '--backend', 'https://a.example=true'], {}, root);
  const token = await simhost(['token', 'checkout'], {}, root);

  await symlink(resolve('node_modules/@playwright'), join(root, 'node_modules/@playwright'));
  const script = "import {defineConfig} from './playwright/config.js'; defineConfig({});";
  await writeFile(join(root, 'dist/config.mjs'), script);
  const config = await run(process.execPath, ['dist/config.mjs'], {cwd: root}).catch(
    ({stderr}: {stderr: string}) => stderr,
  );

  await rm(root, {recursive: true});
  expect(config).toMatch(
    /SimhostError: simhost needs the package msw, and it is not installed\.\nRun: npm install/,
  );
  expect(token).toMatchObject({code: 1, stdout: ''});
  expect(token.stderr).toMatch(
    /^simhost: simhost needs the package msw, and it is not installed\.\nRun: npm install --save-dev "msw@\S+ \|\| \S+"\n$/,
  );

  expect(stdout).toMatch(/problem +msw +msw is not installed\.\n +npm install --save-dev "msw@/);
  expect(stdout).toMatch(/warning +playwright /);
  expect(stdout).toMatch(/problem +backend /);
  expect(code).toBe(1);
});

test('the documents of an embedded app are requested as the admin does, and their frame headers checked', async () => {
  expect(
    await found('backend', [
      'fixtures/apps/plain-app',
      '--backend',
      'https://back-in-stock.example.com=node fixtures/apps/plain-app/server.js',
    ]),
  ).toMatchObject([
    {
      state: 'ok',
      text: expect.stringContaining('The document at / may be shown by https://acme.') as unknown,
    },
    {state: 'ok', text: expect.stringContaining('without id_token may be shown by') as unknown},
  ]);

  const folder = test.info().outputPath('app');
  await mkdir(folder, {recursive: true});
  await writeFile(
    join(folder, 'shopify.app.toml'),
    'application_url = "https://desk.example.org/app"\nembedded = true\n',
  );
  const server = join(folder, 'server.mjs');
  await writeFile(
    server,
    `import http from 'node:http';
    http.createServer(({url}, response) => {
      if (url.startsWith('/bounce')) response.writeHead(500).end();
      else if (url.includes('id_token')) response.writeHead(200, {'X-Frame-Options': 'DENY'}).end();
      else response.writeHead(302, {Location: '/bounce'}).end();
    }).listen(process.env.PORT);`,
  );

  expect(await found('backend', [folder, '--backend', `https://desk.example.org=node ${server}`])).toEqual([
    {
      check: 'backend',
      state: 'problem',
      text: 'The document at /app is not shown in the admin: it has X-Frame-Options: DENY.',
      next: expect.stringContaining(
        'Content-Security-Policy: frame-ancestors https://acme.myshopify.com https://admin.shopify.com;',
      ) as unknown,
    },
    {
      check: 'backend',
      state: 'problem',
      text: 'The document at /app without id_token answered 500: the backend failed, and wrote nothing about it.',
      next: 'The output of the server has the reason, or its log.',
    },
  ]);
});
