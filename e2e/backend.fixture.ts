import {spawn} from 'node:child_process';
import type {ChildProcess} from 'node:child_process';
import net from 'node:net';
import {setTimeout as delay} from 'node:timers/promises';
import {test as base} from './cli.fixture.ts';
import type {Running} from './cli.fixture.ts';
import {freePort} from '../harness/node/server/free-port.ts';
import type {
  PlaywrightTestArgs,
  PlaywrightTestOptions,
  PlaywrightWorkerArgs,
  PlaywrightWorkerOptions,
  TestType,
} from '@playwright/test';

/** The credentials of the backends below fixtures/, and of their audits. */
export const APP = {clientId: 'key-of-the-app', secret: 'the-secret-of-the-app-under-audit'};

export const ENVIRONMENT = {SHOPIFY_API_KEY: APP.clientId, SHOPIFY_API_SECRET: APP.secret};

/** Starts a backend of fixtures/backends on a free port until the test ends; its origin. */
export type StartBackend = (script: string, env?: Readonly<Record<string, string>>) => Promise<string>;

export const test: TestType<
  PlaywrightTestArgs & PlaywrightTestOptions & {running: Running; backend: StartBackend},
  PlaywrightWorkerArgs & PlaywrightWorkerOptions
> = base.extend<{backend: StartBackend}>({
  backend: async ({}, use) => {
    const children: ChildProcess[] = [];
    await use(async (script, env = {}) => {
      const port = await freePort();
      const child = spawn(process.execPath, [`fixtures/backends/${script}`], {
        stdio: ['ignore', 'ignore', 'inherit'],
        env: {...process.env, ...ENVIRONMENT, PORT: String(port), HOST: '127.0.0.1', ...env},
      });

      children.push(child);
      await listening(port, child);
      return `http://127.0.0.1:${port}`;
    });

    for (const child of children) child.kill();
  },
});

async function listening(port: number, child: ChildProcess): Promise<void> {
  while (child.exitCode === null) {
    const socket = net.connect(port, '127.0.0.1');
    const open = await new Promise((resolve) => {
      socket.once('connect', () => resolve(true));
      socket.once('error', () => resolve(false));
    });
    socket.destroy();
    if (open) return;
    await delay(20);
  }

  throw new Error(`The backend ended with ${child.exitCode}.`);
}
