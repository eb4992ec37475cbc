import {defineConfig as definePlaywrightConfig} from '@playwright/test';
import type {PlaywrightTestConfig} from '@playwright/test';
import {missingPeer} from '../node/server/peers.ts';
// Types only: a config is read by every process of a run, and must load nothing of the platform.
import type {SimhostOptions} from './options.ts';

/** A Playwright config whose `use` also takes simhost's options. `Options` are options of your own fixtures. */
export type SimhostConfig<Options = object> = PlaywrightTestConfig<SimhostOptions & Options>;

/**
 * Playwright's `defineConfig` with simhost's options in `use`. A misspelt option is a type error.
 *
 * @throws {SimhostError} `ERR_PEER_MISSING` if msw is not installed, or in a version that simhost cannot use
 *
 * @example
 * ```ts
 * import {defineConfig} from 'simhost/config';
 *
 * export default defineConfig({
 *   testDir: 'tests',
 *   use: {
 *     app: {clientId: 'key', clientSecret: 'secret'},
 *     backends: {'https://myapp.com': {command: 'node server.js'}},
 *   },
 * });
 * ```
 */
export function defineConfig<Options = object>(config: SimhostConfig<Options>): SimhostConfig<Options> {
  // Tests load msw before any code of simhost can run. The config is the only place that can say what is missing.
  const missing = missingPeer('msw');
  if (missing !== undefined) throw missing;

  return definePlaywrightConfig<SimhostOptions & Options>(config);
}
