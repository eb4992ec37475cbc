import {execFile, spawn} from 'node:child_process';
import type {ChildProcessWithoutNullStreams} from 'node:child_process';
import {once} from 'node:events';
import {createInterface} from 'node:readline';
import {promisify} from 'node:util';
import {test as base} from '@playwright/test';
import type {
  PlaywrightTestArgs,
  PlaywrightTestOptions,
  PlaywrightWorkerArgs,
  PlaywrightWorkerOptions,
  TestType,
} from '@playwright/test';
import {launchOptions} from '../harness/node/chromium.ts';

const CLI = 'dist/cli/simhost.js';

export interface Outcome {
  stdout: string;
  stderr: string;
  code: number;
}

/** Runs the command line that is built below a folder to its end. */
export async function simhost(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
  cwd = '.',
): Promise<Outcome> {
  return promisify(execFile)(process.execPath, [CLI, ...args], {
    cwd,
    env: {...withoutCredentials(), ...env},
  }).then(
    ({stdout, stderr}) => ({stdout, stderr, code: 0}),
    (error: Outcome) => error,
  );
}

/** Runs command lines that end by themselves, one after the other in one process; the outcome of each. */
export async function simhostLines(lines: readonly (readonly string[])[]): Promise<readonly Outcome[]> {
  const running = promisify(execFile)(process.execPath, ['e2e/cli-lines.mjs', CLI], {
    env: withoutCredentials(),
    maxBuffer: 16_000_000,
  });
  running.child.stdin?.end(JSON.stringify(lines));
  return JSON.parse((await running).stdout) as readonly Outcome[];
}

/** A command that runs until its test ends. */
export interface Running {
  /**
   * Starts it and resolves with the URL that it prints. `dev` shows the page alone: tests of the console use
   * `startWithConsole`.
   */
  start(args: readonly string[], env?: Readonly<Record<string, string>>): Promise<string>;
  /** Starts `dev` with its console, and resolves with the console's URL. */
  startWithConsole(args: readonly string[], env?: Readonly<Record<string, string>>): Promise<string>;
  /** Resolves when a line with that text has been printed. */
  line(text: string | RegExp): Promise<string>;
  /** Types a line into its terminal. */
  type(text: string): void;
  /** All that it has printed since it was started. */
  output(): string;
  /** Ends it as Ctrl+C does. */
  stop(): Promise<void>;
  /** Ends it at once, without a chance to clean up. */
  kill(): Promise<void>;
}

export const test: TestType<
  PlaywrightTestArgs & PlaywrightTestOptions & {running: Running},
  PlaywrightWorkerArgs & PlaywrightWorkerOptions
> = base.extend<{running: Running}>({
  launchOptions: [async ({}, use) => use(launchOptions()), {scope: 'worker'}],
  running: async ({}, use) => {
    const lines: string[] = [];
    const waiting = new Set<() => void>();
    let child: ChildProcessWithoutNullStreams | undefined;

    const line = (text: string | RegExp): Promise<string> =>
      new Promise((resolve) => {
        const look = (): void => {
          const found = lines.find((candidate) =>
            typeof text === 'string' ? candidate.includes(text) : text.test(candidate),
          );
          if (found === undefined) return;
          waiting.delete(look);
          resolve(found);
        };

        waiting.add(look);
        look();
      });

    const end = async (signal: 'SIGTERM' | 'SIGKILL'): Promise<void> => {
      if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, 'exit');
      child.kill(signal);
      await ended;
    };

    const stop = (): Promise<void> => end('SIGTERM');

    const startProcess = async (
      args: readonly string[],
      env: Readonly<Record<string, string>>,
    ): Promise<string> => {
      lines.length = 0;
      child = spawn(process.execPath, [CLI, ...args], {
        stdio: 'pipe',
        env: {...withoutCredentials(), ...env},
      });

      for (const stream of [child.stdout, child.stderr]) {
        createInterface(stream).on('line', (text) => {
          lines.push(text);
          for (const look of waiting) look();
        });
      }

      const ended = once(child, 'close').then(([code]) => {
        throw new Error(
          `simhost ${args.join(' ')} ended with ${code}, and printed no URL:\n${lines.join('\n')}`,
        );
      });
      const withUrl = await Promise.race([line(/^[^[]*http:\/\/(localhost|127\.0\.0\.1):\d+/), ended]);

      return /http:\/\/(localhost|127\.0\.0\.1):\d+\S*/.exec(withUrl)?.[0] ?? '';
    };

    await use({
      line,
      stop,
      kill: () => end('SIGKILL'),
      type: (text) => child?.stdin.write(`${text}\n`),
      output: () => lines.join('\n'),
      start: (args, env = {}) => startProcess(args[0] === 'dev' ? [...args, '--no-console'] : args, env),
      startWithConsole: (args, env = {}) => startProcess(args, env),
    });

    await stop();
  },
});

function withoutCredentials(): NodeJS.ProcessEnv {
  const {SHOPIFY_API_KEY: _key, SHOPIFY_API_SECRET: _secret, ...rest} = process.env;
  return rest;
}
