import {execFile} from 'node:child_process';
import {readFile} from 'node:fs/promises';
import {promisify} from 'node:util';
import {expect, test} from '@playwright/test';
import {transform} from 'esbuild';

const run = promisify(execFile);

test.skip(process.platform === 'win32', 'Windows has no signals that a process can catch.');

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  test(`${signal} ends a command after it has stopped what it started`, async () => {
    const {code} = await transform(await readFile('harness/cli/stop-on-signal.ts', 'utf8'), {loader: 'ts'});
    const source = `${code}
      const work = setInterval(() => undefined, 1000);
      stopOnSignal(async () => {
        await new Promise(setImmediate);
        process.stdout.write('stopped');
      }, 3);
      process.kill(process.pid, '${signal}');`;

    const ended = await run(process.execPath, ['--input-type=module', '-e', source]).catch(
      (error: unknown) => error,
    );
    expect(ended).toMatchObject({stdout: 'stopped', code: 3});
  });
}
