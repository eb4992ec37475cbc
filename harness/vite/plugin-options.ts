import {SimhostError} from '../errors.ts';
import {kindOf, shown} from '../shown-value.ts';
import {type KeysOf, refuseUnknownKeys} from '../known-values.ts';
import {isRecord} from '../records.ts';
import {SIMULATION_OPTIONS} from '../core/simulation/options.ts';
import type {SimulationOptions} from '../core/simulation/options.ts';
import {type BackendOption, originOf, readBackendOption} from '../node/server/backend-options.ts';

/**
 * The options of the plugin: those of the simulation, and the backends behind the page.
 *
 * @example
 * ```ts
 * import {simhost, type PluginOptions} from 'simhost/vite';
 *
 * const options: PluginOptions = {
 *   customer: 'bea',
 *   backends: {'https://loyalty.example.com': {command: 'node backend/server.js'}},
 * };
 * export default {plugins: [simhost(options)]};
 * ```
 */
export interface PluginOptions extends Omit<SimulationOptions, 'origin' | 'fetchToScriptOrigin'> {
  /**
   * The backends behind the page, by origin: a base URL, or a command that starts the backend. Requests of the page to
   * these origins reach them. Default: none.
   */
  backends?: Readonly<Record<string, BackendOption>>;
  /** Whether there is a console. Its address is in the terminal. Default: `true`. */
  console?: boolean;
}

const OPTIONS: KeysOf<PluginOptions> = (() => {
  const {origin: _, fetchToScriptOrigin: __, ...known} = SIMULATION_OPTIONS;
  return {...known, backends: true, console: true};
})();

/**
 * Checks the names of the options, and the backends. The values of the other options are checked when the server
 * starts.
 *
 * @throws {SimhostError} `ERR_UNKNOWN_OPTION`, `ERR_BAD_OPTION`, `ERR_BAD_BACKEND`
 */
export function checkOptions(options: PluginOptions): void {
  if (!isRecord(options)) {
    throw new SimhostError('ERR_BAD_OPTION', `simhost() got ${kindOf(options)}.`, {
      next: "Give an object, for example simhost({customer: 'ada'}).",
    });
  }

  refuseUnknownKeys('simhost', options, OPTIONS);
  const {console: hasConsole, backends} = options;
  const given: unknown = backends;

  if (hasConsole !== undefined && typeof hasConsole !== 'boolean') {
    throw new SimhostError('ERR_BAD_OPTION', `The option console is ${shown(hasConsole)}.`, {
      next: 'Give true or false.',
    });
  }

  if (given !== undefined && !isRecord(given)) {
    throw new SimhostError('ERR_BAD_OPTION', `The option backends is ${kindOf(given)}.`, {
      next: "Give an object, for example {'https://myapp.com': 'http://localhost:3000'}.",
    });
  }

  for (const [key, backend] of Object.entries(backends ?? {})) {
    originOf(key);
    readBackendOption(key, backend);
  }
}
