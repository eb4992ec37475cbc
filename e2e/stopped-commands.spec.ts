// A command that is interrupted ends, prints no stack trace, and leaves no process, port or temporary file.
import {type ChildProcess, spawn} from 'node:child_process';
import {once} from 'node:events';
import {existsSync} from 'node:fs';
import {mkdir, readdir, writeFile} from 'node:fs/promises';
import {createServer} from 'node:http';
import type {AddressInfo} from 'node:net';
import {delimiter, dirname, join, resolve} from 'node:path';
import {expect, test} from '@playwright/test';
import {writeExtensionFolder} from './written-extension.ts';

test.skip(process.platform === 'win32', 'Windows has no signals that a process can catch.');

const CLI = resolve('dist/cli/simhost.js');
const TARGET = 'customer-account.profile.block.render';

/** Leaves the process ids of itself and of a child in files, and ends neither. */
const LASTING = `const {spawn} = require('node:child_process');
const {writeFileSync} = require('node:fs');
const {pid} = spawn('sleep', ['1000']);
for (const each of [pid, process.pid]) writeFileSync(__dirname + '/' + each + '.pid', '');
setInterval(() => console.log('works'), 100);`;

/** A Playwright that lasts at the first look at the parts, or at the check of the new tests, and passes otherwise. */
const PLAYWRIGHT = `const {writeFileSync} = require('node:fs');
const phase = process.argv.includes('-c') ? 'look' : 'check';
if (phase === process.env.LASTS_AT) require('./lasting.cjs');
else {
  const results = [{status: 'passed', duration: 1}];
  const report = {specs: [{title: 'block starts', tests: [{results}]}]};
  writeFileSync(process.env.PLAYWRIGHT_JSON_OUTPUT_FILE, JSON.stringify(report));
}`;

const PACKAGES = {
  'node_modules/msw/package.json': '{"name": "msw"}',
  'node_modules/@playwright/test/package.json': '{"name": "@playwright/test"}',
  'node_modules/@playwright/test/cli.js': PLAYWRIGHT,
  'node_modules/@playwright/test/lasting.cjs': LASTING,
};

interface Phase {
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** Files of the project besides its extension and `lasting.cjs`. */
  readonly files?: Readonly<Record<string, string>>;
  /** The folder in which two processes leave their ids; `null` if there are none. Default: that of the project. */
  readonly ids?: string | null;
  /** The line with an address that the command prints before it is interrupted. */
  readonly waitsFor?: RegExp;
  readonly signal: 'SIGINT' | 'SIGTERM' | 'SIGHUP';
  readonly code: number;
  /** The end of its output. */
  readonly says?: string;
}

const BACKEND = ['--backend', 'https://myapp.com=node lasting.cjs'];
const INIT = ['init', '.', '--yes'];
const IN_PLAYWRIGHT = {files: PACKAGES, ids: 'node_modules/@playwright/test'};

const PHASES: Readonly<Record<string, Phase>> = {
  'init, while it installs,': {
    args: INIT,
    env: {PATH: `.${delimiter}${process.env['PATH'] ?? ''}`},
    files: {npm: `#!${process.execPath}\n${LASTING}`},
    signal: 'SIGTERM',
    code: 143,
    says: 'simhost: SIGTERM has interrupted the command.\nRun it again.',
  },
  'init, while it looks at the parts,': {
    args: [...INIT, '--no-install'],
    env: {SIMHOST_BROWSER: process.execPath, LASTS_AT: 'look'},
    ...IN_PLAYWRIGHT,
    signal: 'SIGINT',
    code: 130,
    says: 'simhost: SIGINT has interrupted the command.',
  },
  'init, while it runs the new tests,': {
    args: [...INIT, '--no-install'],
    env: {SIMHOST_BROWSER: process.execPath, LASTS_AT: 'check'},
    ...IN_PLAYWRIGHT,
    signal: 'SIGHUP',
    code: 129,
    says: 'simhost: SIGHUP has interrupted the command.',
  },
  'doctor, while it asks the browser,': {
    args: ['doctor'],
    env: {SIMHOST_BROWSER: './browser'},
    files: {browser: `#!${process.execPath}\n${LASTING}`},
    signal: 'SIGTERM',
    code: 143,
  },
  'doctor, while a backend starts,': {args: ['doctor', '.', ...BACKEND], signal: 'SIGHUP', code: 129},
  'dev, while a backend starts,': {
    args: ['dev', '.', ...BACKEND, '--no-console', '--port', '0'],
    signal: 'SIGINT',
    code: 0,
  },
  'dev with a backend': {
    args: ['dev', '.', ...BACKEND, '--no-console', '--port', '0'],
    files: {'lasting.cjs': `require('node:http').createServer().listen(process.env.PORT);\n${LASTING}`},
    waitsFor: /http:\/\/localhost:\d+/,
    signal: 'SIGINT',
    code: 0,
  },
  serve: {
    args: ['serve', '--id-file', 'id.txt'],
    ids: null,
    waitsFor: /http:\/\/127\.0\.0\.1:\d+/,
    signal: 'SIGINT',
    code: 0,
  },
};

for (const [name, phase] of Object.entries(PHASES)) {
  test(`${name} ends at a signal, and leaves nothing`, async ({}, testInfo) => {
    const {args, env = {}, signal, code, ids = '.', waitsFor = /^/, says = ''} = phase;
    const [folder, temporary] = [testInfo.outputPath('project'), testInfo.outputPath('temporary')];
    await mkdir(temporary);
    await writeProject(folder, phase.files);
    const processes = (): Promise<readonly number[]> =>
      ids === null ? Promise.resolve([]) : pidsIn(join(folder, ids));

    const command = start(args, {cwd: folder, env: {TMPDIR: temporary, ...env}});
    const count = ids === null ? 0 : 2;
    await expect.poll(async () => (await processes()).length, {timeout: 50_000}).toBe(count);
    await expect.poll(command.output, {timeout: 50_000}).toMatch(waitsFor);
    command.child.kill(signal);

    expect(await command.ended, command.output()).toEqual([code, null]);
    expect(command.output()).toContain(says);
    expect(command.output()).not.toMatch(/ {4}at |The backend "/);
    const pids = await processes();
    await expect.poll(() => pids.filter(isAlive)).toEqual([]);
    const [address] = waitsFor.exec(command.output()) ?? [''];
    if (address !== '') await expect(fetch(address)).rejects.toThrow('fetch failed');
    expect(await leftIn(folder)).toEqual([]);
    expect(await leftIn(temporary)).toEqual([]);
  });
}

test('an interrupted audit ends at once, and writes no half report', async ({}, testInfo) => {
  const report = testInfo.outputPath('report.json');
  // A backend that never answers.
  const backend = createServer().listen(0, '127.0.0.1');
  await once(backend, 'listening');
  const {port} = backend.address() as AddressInfo;

  for (const [signal, code] of [
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const) {
    const args = ['audit', `http://127.0.0.1:${port}/api`, '--report', `json=${report}`];
    const env = {SHOPIFY_API_KEY: 'key', SHOPIFY_API_SECRET: 'secret'};
    const command = start(args, {cwd: '.', env});

    await once(backend, 'request');
    command.child.kill(signal);
    expect(await command.ended).toEqual([code, null]);
    expect(command.output()).not.toContain('    at ');
    expect(existsSync(report)).toBe(false);
  }

  backend.closeAllConnections();
  backend.close();
});

interface Command {
  readonly child: ChildProcess;
  readonly output: () => string;
  /** Resolves with the exit code and the signal. */
  readonly ended: Promise<readonly unknown[]>;
}

/** Starts a command alone, so that a signal to it does not reach what it has started. */
function start(
  args: readonly string[],
  {cwd, env}: {readonly cwd: string; readonly env: Readonly<Record<string, string>>},
): Command {
  const child = spawn(process.execPath, [CLI, ...args], {cwd, env: {...process.env, ...env}});
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (chunk: string) => (output += chunk));

  return {child, output: () => output, ended: once(child, 'close')};
}

/** Writes a project with an extension. */
async function writeProject(folder: string, files: Phase['files'] = {}): Promise<void> {
  await writeExtensionFolder(folder, {handle: 'block', target: TARGET, source: 'export default () => {};'});
  const all = {'package.json': '{"name": "app", "private": true}', 'lasting.cjs': LASTING, ...files};
  for (const [name, text] of Object.entries(all)) {
    await mkdir(dirname(join(folder, name)), {recursive: true});
    await writeFile(join(folder, name), text, {mode: text.startsWith('#!') ? 0o755 : 0o644});
  }
}

/** The process ids that were left in a folder. */
async function pidsIn(folder: string): Promise<readonly number[]> {
  const names = await readdir(folder).catch(() => []);
  return names.filter((name) => name.endsWith('.pid')).map((name) => Number(name.replace('.pid', '')));
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

/** The temporary files below a folder. */
async function leftIn(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder, {recursive: true});
  return names.filter((name) =>
    /(?:^|\/)(?:first-look-|simhost-init-|simhost-browser-|id\.txt|.*\.lock$)/.test(name),
  );
}
