import type {TestType} from '@playwright/test';
import {test as ofSimhost} from 'simhost/playwright';
import type {Gateway} from '../dist/node/server/gateway.js';
import type {BackendOption} from '../dist/node/server/backend-options.js';
import type {SimulationCore} from '../dist/core/simulation/simulation-core.js';

/** The part of the worker's server that specs use. */
interface Server {
  open(
    simulation: SimulationCore,
    options?: {
      readonly backends?: Readonly<Record<string, BackendOption>>;
      readonly app?: {readonly clientId: string; readonly clientSecret: string};
    },
  ): Promise<Gateway>;
}

type WithServer =
  typeof ofSimhost extends TestType<infer TestArgs, infer WorkerArgs>
    ? TestType<TestArgs, WorkerArgs & {simhostServer: Server}>
    : never;

/** simhost's `test` with the server of its worker, which the published types hide. */
export const test: WithServer = ofSimhost as unknown as WithServer;
