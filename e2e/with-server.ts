import type {TestType} from '@playwright/test';
import {test as ofSimhost} from 'simhost/playwright';
import type {startServer} from '../dist/node/server/server.js';

type Server = Awaited<ReturnType<typeof startServer>>;

type WithServer =
  typeof ofSimhost extends TestType<infer TestArgs, infer WorkerArgs>
    ? TestType<TestArgs, WorkerArgs & {simhostServer: Server}>
    : never;

/** simhost's `test` with the server of its worker, which the published types hide. */
export const test: WithServer = ofSimhost as unknown as WithServer;
