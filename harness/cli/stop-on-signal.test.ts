import {execFile} from 'node:child_process';
import {promisify} from 'node:util';
import {expect, test} from '@playwright/test';
import {build} from 'esbuild';

const run = promisify(execFile);

test.skip(process.platform === 'win32', 'Windows has no signals that a process can catch.');

/** Runs a module that may use the functions of `stop-on-signal.ts`, and writes at its exit. The way in which it ended. */
async function ended(source: string): Promise<unknown> {
  const contents = `
    import {exitOnSignal, interruptible, stopOnSignal} from './harness/cli/stop-on-signal.ts';
    process.once('exit', () => process.stdout.write(' exit'));
    const work = setInterval(() => undefined, 1000);
    ${source}`;
  const bundle = await build({
    stdin: {contents, resolveDir: '.'},
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'node',
  });
  const code = bundle.outputFiles[0]?.text ?? '';
  return run(process.execPath, ['--input-type=module', '-e', code]).catch((error: unknown) => error);
}

for (const [signal, code] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
  ['SIGHUP', 129],
] as const) {
  test(`${signal} ends a command after it has stopped what it started`, async () => {
    const source = `stopOnSignal(async () => {
        await new Promise(setImmediate);
        process.stdout.write('stopped');
      }, 3);
      process.kill(process.pid, '${signal}');`;
    expect(await ended(source)).toMatchObject({stdout: 'stopped exit', code: 3});
  });

  test(`${signal} ends a command that has nothing to stop with ${code}`, async () => {
    const source = `exitOnSignal(); process.kill(process.pid, '${signal}');`;
    expect(await ended(source)).toMatchObject({stdout: ' exit', code});
  });

  test(`${signal} aborts work that undoes what it began`, async () => {
    const source = `const undone = interruptible(async (signal) => {
        process.kill(process.pid, '${signal}');
        await new Promise((resolve) => signal.addEventListener('abort', resolve));
        process.stdout.write('undone');
        signal.throwIfAborted();
      });
      undone.catch((error) => process.exit(error.exitCode));`;
    expect(await ended(source)).toMatchObject({stdout: 'undone exit', code});
  });
}

test('a signal that a command leaves to the system keeps its effect', async () => {
  const source = `exitOnSignal(['SIGINT']); process.kill(process.pid, 'SIGHUP');`;
  expect(await ended(source)).toMatchObject({stdout: '', signal: 'SIGHUP'});
});

test('a second signal ends a command whose stop takes long', async () => {
  const source = `stopOnSignal(() => {
      setImmediate(() => process.kill(process.pid, 'SIGINT'));
      return new Promise(() => {});
    });
    process.kill(process.pid, 'SIGINT');`;
  expect(await ended(source)).toMatchObject({stdout: ' exit', code: 130});
});
