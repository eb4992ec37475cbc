import {execFile} from 'node:child_process';
import {readFile} from 'node:fs/promises';
import {promisify} from 'node:util';
import {expect, test} from '@playwright/test';
import {transform} from 'esbuild';

const run = promisify(execFile);

test.skip(process.platform === 'win32', 'Windows has no signals that a process can catch.');

/** The outcome of a process that sends itself a signal after some code. */
async function ended(code: string): Promise<{stdout: string; signal: string | null}> {
  const own = await transform(await readFile('harness/vite/stop-on-end.ts', 'utf8'), {loader: 'ts'});
  const source = `${own.code}
    const stopping = (name, ticks) => async () => {
      for (let tick = 0; tick < ticks; tick++) await new Promise(setImmediate);
      process.stdout.write(name + ' ');
    };
    setInterval(() => undefined, 1000);
    ${code}
    process.kill(process.pid, 'SIGINT');`;

  return run(process.execPath, ['--input-type=module', '-e', source]).then(
    ({stdout}) => ({stdout, signal: null}),
    ({stdout, signal}: {stdout: string; signal: string}) => ({stdout, signal}),
  );
}

test('a signal stops all servers, and then ends the process', async () => {
  const code = `stopOnEnd(stopping('slow', 50)); stopOnEnd(stopping('fast', 1));`;
  expect(await ended(code)).toEqual({stdout: 'fast slow ', signal: 'SIGINT'});
});

test('a signal that the author’s server listens to ends the process in its own way', async () => {
  const code = `process.once('SIGINT', () => setTimeout(() => process.exit(0), 100)); stopOnEnd(stopping('own', 1));`;
  expect(await ended(code)).toEqual({stdout: 'own ', signal: null});
});

test('nothing is stopped twice', async () => {
  const code = `stopOnEnd(stopping('gone', 1))(); stopOnEnd(stopping('here', 1));`;
  expect(await ended(code)).toEqual({stdout: 'here ', signal: 'SIGINT'});
});
