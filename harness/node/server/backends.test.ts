import {spawn} from 'node:child_process';
import type {ChildProcessByStdio} from 'node:child_process';
import {once} from 'node:events';
import {writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import type {Readable} from 'node:stream';
import {expect} from '@playwright/test';
import {build} from 'vite';
import {SimhostError} from '../../errors.ts';
import {originOf} from './backend-options.ts';
import type {Gateway} from './gateway.ts';
import {fakeSimulation, fetchFromSandbox, proxied, test} from './server.fixture.ts';

const app = {clientId: 'key', clientSecret: 'client-secret'};
const ENVIRONMENT = `
const {PORT, HOST, SHOPIFY_API_KEY, SHOPIFY_API_SECRET, COLOR, SIMHOST_URL} = process.env;
require('node:http').createServer((request, response) => {
  if (request.url === '/die') process.exit(7);
  response.end(JSON.stringify({HOST, SHOPIFY_API_KEY, SHOPIFY_API_SECRET, COLOR, SIMHOST_URL, cwd: process.cwd(), pid: process.pid}));
}).listen(PORT, HOST);
console.log('the secret is ' + SHOPIFY_API_SECRET);
`;

async function ask(address: string | undefined): Promise<Record<string, unknown>> {
  return (await (await fetch(address ?? '')).json()) as Record<string, unknown>;
}

/** Runs TypeScript that Node itself would not. */
async function bundled(folder: string, source: string): Promise<ChildProcessByStdio<null, Readable, null>> {
  await writeFile(join(folder, 'parent.ts'), source);
  const output = {entryFileNames: 'parent.mjs'};
  const ssr = join(folder, 'parent.ts');

  await build({
    configFile: false,
    logLevel: 'error',
    build: {ssr, outDir: join(folder, 'built'), target: 'node20', rollupOptions: {output}},
  });

  return spawn(process.execPath, [join('built', 'parent.mjs')], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

test('a command gets port, host, credentials and its own environment, in the config folder', async ({
  server,
  script,
  folder,
}) => {
  const command = await script('environment.cjs', ENVIRONMENT);
  const gateway = await server.open(fakeSimulation(), {
    app,
    backends: {'https://myapp.com': {command, env: {COLOR: 'red'}}},
  });

  const {pid, ...told} = await ask(gateway.backends[0]?.address);

  expect(pid).toEqual(expect.any(Number));
  expect(told).toEqual({
    HOST: '127.0.0.1',
    SHOPIFY_API_KEY: 'key',
    SHOPIFY_API_SECRET: 'client-secret',
    COLOR: 'red',
    SIMHOST_URL: server.url,
    cwd: folder,
  });

  await expect.poll(() => gateway.backends[0]?.output()).toEqual(['the secret is <secret>']);
});

test('the server of an embedded app gets its URL, its scopes and the port under the names of Shopify', async ({
  server,
  script,
}) => {
  const names = [
    'SHOPIFY_APP_URL',
    'APP_URL',
    'SCOPES',
    'FRONTEND_PORT',
    'BACKEND_PORT',
    'SERVER_PORT',
    'PORT',
  ];
  const command = await script(
    'names.cjs',
    `const given = ${JSON.stringify(names)}.map((name) => [name, process.env[name]]);
    require('node:http').createServer((request, response) => response.end(JSON.stringify(Object.fromEntries(given))))
      .listen(process.env.PORT, process.env.HOST);`,
  );
  const {backends} = await server.open(fakeSimulation(), {
    app: {...app, url: 'https://myapp.com/start', scopes: ['read_products', 'write_orders']},
    backends: {'https://myapp.com': {command}, 'https://api.myapp.com': {command, env: {SCOPES: 'own'}}},
  });

  const [ofApp, ofApi] = await Promise.all(backends.map(({address}) => ask(address)));
  const port = ofApp?.['PORT'];
  const ports = {FRONTEND_PORT: port, BACKEND_PORT: port, SERVER_PORT: port, PORT: port};
  const url = 'https://myapp.com';
  expect(ofApp).toEqual({...ports, SHOPIFY_APP_URL: url, APP_URL: url, SCOPES: 'read_products,write_orders'});
  expect(ofApi).toMatchObject({SCOPES: 'own'});
  expect(ofApi).not.toHaveProperty('SHOPIFY_APP_URL');
});

test('the same command is started once, and again for other credentials or another environment', async ({
  server,
  script,
}) => {
  const command = await script('environment.cjs', ENVIRONMENT);
  const pid = async (backend: object, credentials = app): Promise<unknown> => {
    const gateway = await server.open(fakeSimulation(), {
      app: credentials,
      backends: {'https://myapp.com': {command, ...backend}},
    });
    return (await ask(gateway.backends[0]?.address))['pid'];
  };

  const [first, second] = await Promise.all([pid({}), pid({})]);

  expect(second).toBe(first);
  expect(
    new Set([first, await pid({env: {COLOR: 'red'}}), await pid({}, {...app, clientSecret: 'another'})]).size,
  ).toBe(3);

  expect(await pid({})).toBe(first);
});

test('closing the server ends what it started, with what that started', async ({start, script}) => {
  await script('environment.cjs', ENVIRONMENT);
  const command = await script(
    'parent.cjs',
    `require('node:child_process').spawn(process.execPath, ['environment.cjs'], {stdio: 'inherit'}); setInterval(() => {}, 1000)`,
  );

  const server = await start();
  const gateway = await server.open(fakeSimulation(), {
    backends: {'https://myapp.com': {command, register: false}},
  });

  const address = gateway.backends[0]?.address;

  expect(await ask(address)).toMatchObject({HOST: '127.0.0.1'});
  await server.close();
  await expect(ask(address)).rejects.toThrow('fetch failed');
});

test('a backend that exits before it is ready fails with the end of its output', async ({server, script}) => {
  const command = await script(
    'exits.cjs',
    `console.error('no database at ' + process.env.SHOPIFY_API_SECRET); process.exit(3)`,
  );

  const opening = server.open(fakeSimulation(), {app, backends: {'https://myapp.com': {command}}});
  await expect(opening).rejects.toMatchObject({
    code: 'ERR_BACKEND',
    message: expect.stringMatching(
      /"node exits\.cjs" ended with exit code 3 before it was ready \(in .*\)\.\nno database at <secret>\n/,
    ),
  });
});

test('a backend that does nothing fails, and the message names PORT', async ({start, script}) => {
  const server = await start({silence: 4000}); // longer than Node takes to start on a busy machine
  const command = await script('silent.cjs', `console.log('ready'); setInterval(() => {}, 1000)`);
  const opening = server.open(fakeSimulation(), {
    backends: {'https://myapp.com': {command, register: false}},
  });

  await expect(opening).rejects.toThrow(
    /did not listen on PORT \(\d+\) within \d+ s, and is idle \(in .*\)\.\nready\nIt must listen on process\.env\.PORT, for example app\.listen\(process\.env\.PORT\)/,
  );
});

test('a backend that listens on another port than PORT fails, and the message names that port', async ({
  start,
  script,
}) => {
  test.skip(process.platform !== 'linux', 'only Linux shows on which ports a process listens');
  const server = await start({silence: 4000});
  const source = `require('node:http').createServer().listen(0, '127.0.0.1', function () { console.log('at ' + this.address().port); })`;
  const opening = server.open(fakeSimulation(), {
    backends: {'https://myapp.com': {command: await script('fixed.cjs', source)}},
  });

  const {message} = (await opening.catch((error: unknown) => error)) as Error;
  const [, port, own] =
    /listens on 127\.0\.0\.1:(\d+), not on \d+, the port in PORT \(in .*\)\.\nat (\d+)\n/.exec(message) ?? [];
  expect(port, message).toBe(own);
});

test('a ready path that answers 404 fails, and the message names path and status', async ({
  start,
  script,
}) => {
  const server = await start({silence: 4000});
  const source = `require('node:http').createServer((q, s) => s.writeHead(404).end()).listen(process.env.PORT)`;
  const command = await script('wrong-path.cjs', source);
  const opening = server.open(fakeSimulation(), {
    backends: {'https://myapp.com': {command, ready: '/helth'}},
  });

  await expect(opening).rejects.toThrow(
    'answers GET /helth with 404, and counts as ready when it answers with 2xx',
  );
});

test('startTimeout ends the start of a backend that works and never listens', async ({server, script}) => {
  const command = await script('chatty.cjs', `setInterval(() => console.log('waiting'), 10)`);
  const opening = server.open(fakeSimulation(), {
    backends: {'https://myapp.com': {command, register: false, startTimeout: 500}},
  });
  await expect(opening).rejects.toThrow(/did not listen on PORT/);
});

test('a ready path is waited for', async ({server, script}) => {
  const command = await script(
    'slow.cjs',
    `
let asked = 0;
require('node:http').createServer((request, response) => {
  response.statusCode = request.url === '/ready' && ++asked < 3 ? 503 : 200;
  response.end(String(asked));
}).listen(process.env.PORT, process.env.HOST);`,
  );

  const gateway = await server.open(fakeSimulation(), {
    backends: {'https://myapp.com': {command, ready: '/ready'}},
  });

  expect(await (await fetch(gateway.backends[0]?.address ?? '')).text()).toBe('3');
});

test('a backend that ends in a test is named with its end, and starts again for the next', async ({
  server,
  script,
  contextOf,
}) => {
  const command = await script('environment.cjs', ENVIRONMENT);
  const open = () => server.open(fakeSimulation(), {backends: {'https://myapp.com': {command}}});
  const gateway = await open();
  const page = await (await contextOf(gateway)).newPage();

  await page.goto('https://myapp.com/die');
  await expect.poll(() => gateway.backends[0]?.ended()).toBe('ended with exit code 7');
  await page.goto('https://myapp.com/');
  expect(await page.textContent('body')).toContain(
    'The backend of https://myapp.com did not answer (ECONNREFUSED): "node environment.cjs" ended with exit code 7.',
  );

  const again = await open();
  expect(again.backends[0]?.ended()).toBe(null);
  expect(await ask(again.backends[0]?.address)).toMatchObject({HOST: '127.0.0.1'});
  expect(await fetchFromSandbox(page, 'https://myapp.com/', {})).toContain('Failed to fetch');
});

const CRASHING = `
const server = require('node:http').createServer((request, response) => {
  console.log('asked for ' + request.url);
  if (request.url === '/throw') throw new TypeError('no points for ' + process.env.SHOPIFY_API_SECRET);
  if (request.url === '/close') server.close(), response.socket.destroy();
  else response.writeHead(request.url === '/fail' ? 500 : 200).end(String(process.pid));
}).listen(process.env.PORT);
setInterval(() => {}, 1000);
`;

test('a crash while a request is answered is reported with its error', async ({server, script}) => {
  const simulation = fakeSimulation();
  const gateway = await server.open(simulation, {
    app,
    backends: {'http://myapp.test': {command: await script('crashing.cjs', CRASHING)}},
  });

  expect(await proxied(gateway.proxy, 'http://myapp.test/throw')).toContain(
    'The backend of http://myapp.test did not answer (ECONNRESET): "node crashing.cjs" ended with exit code 1: TypeError: no points for <secret>.',
  );

  expect(simulation.requests.entries.at(-1)).toMatchObject({
    outcome: 'failed',
    problem: {cause: expect.stringContaining('TypeError: no points'), turn: 'backend'},
  });
});

test('a process that runs on without a server says so, and is replaced for the next test', async ({
  server,
  script,
}) => {
  const open = async (): Promise<Gateway> =>
    server.open(fakeSimulation(), {
      backends: {'http://myapp.test': {command: await script('crashing.cjs', CRASHING)}},
    });

  const first = await open();
  const pid = await proxied(first.proxy, 'http://myapp.test/');

  expect(await proxied(first.proxy, 'http://myapp.test/close')).toContain(
    '"node crashing.cjs" still runs, but it closed the connection.',
  );

  expect(await proxied(first.proxy, 'http://myapp.test/')).toContain(
    '"node crashing.cjs" still runs, but nothing listens at http://127.0.0.1:',
  );

  const second = await open();
  expect(await proxied(second.proxy, 'http://myapp.test/')).not.toBe(pid);
});

test('an answer with 500 names the attachment, and output of earlier tests is left out', async ({
  server,
  script,
}) => {
  const backends = {'http://myapp.test': {command: await script('crashing.cjs', CRASHING)}};
  const first = await server.open(fakeSimulation(), {backends});

  await proxied(first.proxy, 'http://myapp.test/before');
  await expect.poll(() => first.backends[0]?.output()).toEqual(['asked for /before']);

  const simulation = fakeSimulation();
  const second = await server.open(simulation, {backends});

  await proxied(second.proxy, 'http://myapp.test/fail');
  await expect.poll(() => second.backends[0]?.output()).toEqual(['asked for /fail']);
  expect(simulation.requests.entries.at(-1)?.problem).toEqual({
    headline: '500 from http://myapp.test/fail',
    cause: 'the backend failed',
    turn: 'backend',
    fix: 'The attachment "backend http://myapp.test" has its output. The last lines:\nasked for /fail',
  });
});

test('lines and the end of a backend are passed on as they come', async ({server, script}) => {
  const said: string[] = [];
  const onOutput = (origin: string, line: string): number => said.push(`${origin} ${line}`);
  const command = `${await script('environment.cjs', ENVIRONMENT)} --api-key hush`;
  const backends = {'http://myapp.test': {command}};
  const {proxy} = await server.open(fakeSimulation(), {app, backends, onOutput});

  await proxied(proxy, 'http://myapp.test/die');
  await expect
    .poll(() => said)
    .toEqual([
      'http://myapp.test the secret is <secret>',
      'http://myapp.test "node environment.cjs --api-key <secret>" ended with exit code 7.',
    ]);
});

test('a folder that does not exist is named', async ({server}) => {
  const opening = server.open(fakeSimulation(), {
    backends: {'https://myapp.com': {command: 'API_KEY=hush node server.js', cwd: 'nowhere'}},
  });
  await expect(opening).rejects.toThrow(
    /The backend "API_KEY=<secret> node server\.js" cannot start: the folder .*nowhere does not exist\./,
  );
});

const bad: [string, Record<string, unknown>, string][] = [
  [
    'a path in the origin',
    {'https://myapp.com/api': 'http://127.0.0.1:1'},
    'Not the origin of a backend: "https://myapp.com/api".',
  ],
  [
    'its own path without an app proxy',
    {'https://myapp.com': {command: 'node server.js', path: '/proxy'}},
    'backends["https://myapp.com"] has a path, and is not an app proxy.',
  ],
  [
    'a path that does not begin with a slash',
    {'https://acme.myshopify.com/apps/points': {command: 'node server.js', path: 'proxy'}},
    'backends["https://acme.myshopify.com/apps/points"].path is "proxy".',
  ],
  [
    'an app proxy without a subpath',
    {'https://example.org/apps': 'http://127.0.0.1:1'},
    'Not the origin of a backend: "https://example.org/apps".',
  ],
  ['a host of the platform', {'https://shopify.com/apps/points': 'http://127.0.0.1:1'}, 'answers it itself'],
  ['no scheme', {'myapp.com': 'http://127.0.0.1:1'}, 'Not the origin of a backend: "myapp.com".'],
  [
    'an address with a path',
    {'https://myapp.com': 'http://127.0.0.1:1/api'},
    'Not the address of a backend for https://myapp.com: "http://127.0.0.1:1/api".',
  ],
  [
    'a command for an address',
    {'https://myapp.com': 'node server.js'},
    'Not the address of a backend for https://myapp.com: "node server.js".',
  ],
  [
    'a port alone',
    {'https://myapp.com': 3000},
    'backends["https://myapp.com"] is a number.\nGive backends: {',
  ],
  ['null', {'https://myapp.com': null}, 'backends["https://myapp.com"] is null.'],
  ['an array', {'https://myapp.com': ['node', 'server.js']}, 'backends["https://myapp.com"] is an array.'],
  [
    'a url that is a number',
    {'https://myapp.com': {url: 3000}},
    'backends["https://myapp.com"].url is a number.',
  ],
  [
    'url and command at once',
    {'https://myapp.com': {url: 'http://localhost:1', command: 'node server.js'}},
    'has both a url and a command',
  ],
  [
    'an unknown clock',
    {'https://myapp.com': {command: 'x', clock: 'fake'}},
    `.clock is "fake".\nGive 'real' or 'header'.`,
  ],
  [
    'a clock header for a url',
    {'https://myapp.com': {url: 'http://localhost:1', clock: 'header'}},
    `clock: 'header' with a url`,
  ],
  [
    'a ready path without a slash',
    {'https://myapp.com': {command: 'x', ready: 'health'}},
    '.ready is "health".\nGive a path',
  ],
  [
    'a variable that is a number',
    {'https://myapp.com': {command: 'x', env: {A: 1}}},
    '.env.A is a number.\nGive an object of strings',
  ],
  [
    'a scheme in allow',
    {'https://myapp.com': {command: 'x', allow: ['https://a.com']}},
    '.allow is ["https://a.com"].\nGive hosts without scheme',
  ],
  [
    'neither url nor command',
    {'https://myapp.com': {}},
    'The backend of https://myapp.com has neither a url nor a command.',
  ],
  [
    'a misspelt option',
    {'https://myapp.com': {comand: 'node server.js'}},
    'Unknown backends["https://myapp.com"] option "comand".\nDid you mean "command"?',
  ],
];

for (const [what, backends, message] of bad) {
  test(`refuses ${what}`, async ({server}) => {
    const error = await server
      .open(fakeSimulation(), {backends: backends as never})
      .catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(SimhostError);
    expect((error as SimhostError).message).toContain(message);
  });
}

test('the address of a backend is found by its origin', async ({server}) => {
  const gateway = await server.open(fakeSimulation(), {
    backends: {'https://myapp.com': 'http://localhost:3000'},
  });

  expect(gateway.backendUrl('https://myapp.com')).toBe('http://localhost:3000');
  expect(() => gateway.backendUrl('https://my-app.com')).toThrow(
    'No backend is mapped to https://my-app.com.\nMapped: https://myapp.com.',
  );
});

test('an origin is written as browsers write it', () => {
  expect(originOf('https://MyApp.com:443/')).toBe('https://myapp.com');
  expect(originOf('https://Acme.myshopify.com/apps/points/')).toBe('https://acme.myshopify.com/apps/points');
});

test('a backend ends with the process that started it, however that ended', async ({
  folder,
  register,
  script,
}) => {
  await script('environment.cjs', ENVIRONMENT);
  const source = `
    import {BackendStarter} from ${JSON.stringify(new URL('./backend-starter.ts', import.meta.url).href)};
    import http from 'node:http';
    const server = http.createServer((request, response) => request.method === 'POST' && response.end('{}'));
    server.listen(0, '127.0.0.1', async () => {
      const starter = new BackendStarter({serverUrl: 'http://127.0.0.1:' + server.address().port, register: ${JSON.stringify(register)}, silence: 5000});
      const started = await starter.start({command: 'node environment.cjs'}, {folder: process.cwd()});
      console.log(started.process.address);
    });`;

  const parent = await bundled(folder, source);
  const [chunk] = (await once(parent.stdout, 'data')) as [Buffer];
  const address = String(chunk).trim();

  expect(await ask(address)).toMatchObject({HOST: '127.0.0.1'});
  parent.kill('SIGKILL');

  await expect
    .poll(() =>
      ask(address).then(
        () => 'runs',
        () => 'ended',
      ),
    )
    .toBe('ended');
});
