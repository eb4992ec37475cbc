// A run that is stopped says what it waited for, and leaves nothing that simhost started.
import {type ChildProcessWithoutNullStreams, spawn} from 'node:child_process';
import {once} from 'node:events';
import {existsSync} from 'node:fs';
import {mkdir, readdir, writeFile} from 'node:fs/promises';
import {dirname, join} from 'node:path';
import {expect, test as base} from '@playwright/test';
import {WebSocket} from 'ws';
import {writeSpecs} from './inner-run.ts';
import {writeExtensionFolder} from './written-extension.ts';

interface Started {
  readonly child: ChildProcessWithoutNullStreams;
  output(): string;
  /** Resolves with the exit code. */
  readonly ended: Promise<number | null>;
}

const test = base.extend<{startPlaywright: (...args: readonly string[]) => Started}>({
  /** Starts Playwright. A run that a failed test has left ends with the test. */
  startPlaywright: async ({}, use) => {
    const running = new Set<ChildProcessWithoutNullStreams>();

    await use((...args) => {
      const env = {...process.env, FORCE_COLOR: '0', TEST_WORKER_INDEX: undefined};
      const child = spawn(process.execPath, ['node_modules/@playwright/test/cli.js', ...args], {env});
      running.add(child);
      child.once('exit', () => running.delete(child));

      let output = '';
      for (const stream of [child.stdout, child.stderr])
        stream.setEncoding('utf8').on('data', (chunk: string) => (output += chunk));
      return {
        child,
        output: () => output,
        ended: once(child, 'close').then(([code]) => code as number | null),
      };
    });

    for (const child of running) child.kill('SIGKILL');
  },
});

// Each test starts one Playwright, which starts workers and browsers: on a busy machine that takes its time.
test.describe.configure({timeout: 240_000});

const TARGET = 'customer-account.profile.block.render';

/** A backend that leaves its process id in a file. One named `late` never listens. */
const SERVER = `const {NAME, PORT, HOST} = process.env;
if (NAME !== 'late') require('http').createServer((_, out) => out.end()).listen(PORT, HOST);
setInterval(() => {}, 1000);
require('fs').writeFileSync(__dirname + '/' + NAME + '-' + process.pid + '.pid', '');
`;

const BEGINNING = `import {existsSync, writeFileSync} from 'node:fs';
import {expect, test} from 'simhost/playwright';
const backend = (NAME, limits) => ({'https://myapp.com': {command: 'node server.cjs', env: {NAME}, ...limits}});
const mark = (name) => writeFileSync(import.meta.dirname + '/' + name, '');
const marked = (name) => expect.poll(() => existsSync(import.meta.dirname + '/' + name), {timeout: 200_000}).toBe(true);
`;

const SPECS: Readonly<Record<string, string>> = {
  'mounts.spec.ts': `${BEGINNING}
test.use({backends: backend('mounts')});
test('mounts', async ({host}) => {
  const mounted = host.mount('waiting');
  mounted.catch(() => {});
  await host.logs.waitFor('begins to wait', {timeout: 200_000});
  mark('mounting');
  await mounted;
});`,
  'starts.spec.ts': `${BEGINNING}
test.use({backends: backend('late')});
test('starts', async ({host}) => {});`,
  'needs-a-browser.spec.ts': `${BEGINNING}
// Only the failure of the browser ends this start.
test.use({backends: backend('late', {startTimeout: 600_000})});
test('needs a browser', async ({host}) => {});`,
  'killed.spec.ts': `${BEGINNING}
test.use({backends: backend('killed')});
test('killed', async ({simulation, gateway}, {retry, repeatEachIndex}) => {
  const [, payload] = (await simulation.mint('customer-account')).split('.');
  const {jti} = JSON.parse(Buffer.from(payload, 'base64url').toString());
  mark(jti + '.jti');
  if (retry === 0 && repeatEachIndex === 0) process.kill(process.pid, 'SIGKILL');
});`,
  'stops.spec.ts': `${BEGINNING}
test('stops', async () => {
  await marked('mounting');
  throw new Error('the run may end');
});`,
  'passes.spec.ts': `${BEGINNING}
test('passes', async ({host}) => void (await host.goto('/account')));`,
};

/** The message of the test that waited. */
const EXPLAINED = `Extension "waiting" did not finish starting at ${TARGET} within`;

/** Writes a project of some specs into the folder of the test. */
async function writeProject(specs: readonly string[], settings: object): Promise<string> {
  const folder = test.info().outputPath('project');
  const source = 'export default () => { console.log("begins to wait"); return new Promise(() => {}); };';
  await writeExtensionFolder(join(folder, 'waiting'), {handle: 'waiting', target: TARGET, source});

  const config = {outputDir: './out', reporter: [['list']], timeout: 220_000, ...settings};
  const specSources = Object.fromEntries(specs.map((name) => [name, SPECS[name] ?? '']));
  await writeSpecs(folder, {'server.cjs': SERVER, ...specSources}, config);
  return folder;
}

/** Writes a program for the shell. */
async function writeProgram(path: string, lines: string): Promise<string> {
  await mkdir(dirname(path), {recursive: true});
  await writeFile(path, `#!/bin/sh\n${lines}\n`, {mode: 0o755});
  return path;
}

/** The files of a project with an ending, which its tests and backends leave as signs. */
async function signs(folder: string, ending: string): Promise<readonly string[]> {
  return (await readdir(folder)).filter((name) => name.endsWith(ending));
}

function appears(folder: string, name: string): Promise<void> {
  return expect.poll(() => existsSync(join(folder, name)), {timeout: 200_000}).toBe(true);
}

/** Expects that no backend of a project runs any more. */
async function expectNoBackends(folder: string, names: readonly string[]): Promise<void> {
  const pids = (await signs(folder, '.pid')).map((name) => name.replace('.pid', '').split('-'));
  expect(new Set(pids.map(([name]) => name))).toEqual(new Set(names));
  await expect.poll(() => pids.filter(([, pid]) => isAlive(Number(pid))), {timeout: 30_000}).toEqual([]);
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

test('Ctrl+C in the start of a backend and in a mount ends both, and explains the mount', async ({
  startPlaywright,
}) => {
  const folder = await writeProject(['mounts.spec.ts', 'starts.spec.ts'], {workers: 2});
  const run = startPlaywright('test', '--config', folder);
  await appears(folder, 'mounting');
  await expect.poll(async () => (await signs(folder, '.pid')).length, {timeout: 200_000}).toBe(2);
  run.child.kill('SIGINT');

  expect(await run.ended).toBe(130);
  expect(run.output()).toContain('2 interrupted');
  expect(run.output()).toContain(EXPLAINED);
  expect(run.output()).not.toContain('The page was closed');
  await expectNoBackends(folder, ['mounts', 'late']);
});

test('a killed worker, retries and repetitions leave nothing, and share no token', async ({
  startPlaywright,
}) => {
  // The inner run has retries, because they are what it tests.
  const folder = await writeProject(['killed.spec.ts'], {workers: 1, retries: 1});
  const run = startPlaywright('test', '--config', folder, '--repeat-each=2');
  await run.ended;

  expect(run.output()).toMatch(/worker process exited unexpectedly/);
  expect(run.output()).toMatch(/1 flaky[\s\S]*1 passed/);
  expect(await signs(folder, '.jti')).toHaveLength(3);
  await expectNoBackends(folder, ['killed']);
});

test('a browser that does not start is named, and ends the start of the backends', async ({
  startPlaywright,
}, testInfo) => {
  const folder = testInfo.outputPath('project');
  const browser = await writeProgram(
    testInfo.outputPath('browser.sh'),
    `until ls ${folder}/late-*.pid; do sleep 0.1; done; echo 'no display here' >&2; exit 1`,
  );
  const use = {launchOptions: {executablePath: browser}};
  await writeProject(['needs-a-browser.spec.ts'], {workers: 1, use});

  const run = startPlaywright('test', '--config', folder);
  expect(await run.ended).toBe(1);
  expect(run.output()).toMatch(/browserType\.launch: [\s\S]*no display here/);
  expect(run.output()).not.toMatch(/exceeded|ERR_BACKEND|AbortError/);
  await expectNoBackends(folder, ['late']);
});

test('--max-failures ends a test that waits', async ({startPlaywright}) => {
  const folder = await writeProject(['mounts.spec.ts', 'stops.spec.ts'], {workers: 2});
  const run = startPlaywright('test', '--config', folder, '--max-failures=1');

  expect(await run.ended).toBe(1);
  expect(run.output()).toContain('the run may end');
  // Playwright prints no error of a test that it interrupts in this way.
  expect(run.output()).toContain('1 interrupted');
  await expectNoBackends(folder, ['mounts']);
});

for (const [name, args] of [
  ['the editor', ['test-server']],
  ['UI mode', ['test', '--ui-host=127.0.0.1', '--ui-port=0']],
] as const) {
  test(`${name} stops a test that waits, and runs the next one`, async ({startPlaywright}) => {
    const folder = await writeProject(['mounts.spec.ts', 'passes.spec.ts'], {workers: 1});
    const server = startPlaywright(...args, '--config', folder);
    await expect.poll(() => server.output(), {timeout: 200_000}).toMatch(/Listening on \S+/);
    const [, address = ''] = /Listening on (\S+)/.exec(server.output()) ?? [];
    const client = await connect(await socketOf(address));

    await client.call('initialize', {});
    const first = client.call('runTests', {locations: [join(folder, 'mounts.spec.ts')]});
    await appears(folder, 'mounting');
    await client.call('stopTests', {});
    expect(await first).toEqual({status: 'interrupted'});
    await expectNoBackends(folder, ['mounts']);

    const second = client.call('runTests', {locations: [join(folder, 'passes.spec.ts')]});
    expect(await second).toEqual({status: 'passed'});
    client.close();
    server.child.kill('SIGINT');
    await server.ended;
  });
}

/** The address of the socket: an editor reads it, and the page of UI mode is at an unguessable path next to it. */
async function socketOf(address: string): Promise<URL> {
  if (address.startsWith('ws:')) return new URL(address);

  const {headers} = await fetch(address, {redirect: 'manual'});
  const [, secret = ''] = new URL(headers.get('location') ?? '', address).pathname.split('/');
  return new URL(`/${secret}/ws`, address.replace('http:', 'ws:'));
}

interface Client {
  call(method: string, params: object): Promise<unknown>;
  close(): void;
}

/** Connects to Playwright's test server, as an editor does. */
async function connect(url: URL): Promise<Client> {
  const socket = new WebSocket(url);
  const waiting = new Map<number, (answer: {result?: unknown; error?: unknown}) => void>();
  let calls = 0;

  socket.on('message', (data: Buffer) => {
    const message = JSON.parse(data.toString()) as {id?: number; result?: unknown; error?: unknown};
    if (message.id !== undefined) waiting.get(message.id)?.(message);
  });
  await once(socket, 'open');

  return {
    call: async (method, params) => {
      const id = ++calls;
      const answer = new Promise<{result?: unknown; error?: unknown}>((fulfil) => waiting.set(id, fulfil));
      socket.send(JSON.stringify({id, method, params}));
      const {result, error} = await answer;
      if (error !== undefined) throw new Error(JSON.stringify(error));
      return result;
    },
    close: () => socket.close(),
  };
}
