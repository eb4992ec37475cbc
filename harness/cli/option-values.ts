import {SimhostError, messageOf} from '../errors.ts';
import {readChange} from '../core/world/change-shapes.ts';
import type {SimulationChange} from '../core/simulation/simulation-change.ts';
import type {BackendOption} from '../node/server/backend-options.ts';
import {shownCommand} from '../node/server/shown-command.ts';

/**
 * Reads `--update`: JSON as `host.update` of a test takes it. The simulation checks the fields.
 *
 * @throws {SimhostError} `ERR_BAD_OPTION`
 */
export function readUpdate(text: string): SimulationChange {
  try {
    const change = JSON.parse(text) as unknown;
    return readChange(change) as SimulationChange;
  } catch (cause) {
    if (cause instanceof SimhostError) throw cause;
    throw new SimhostError('ERR_BAD_OPTION', `--update is not JSON: ${messageOf(cause)}`, {
      next: 'Give a change as host.update takes it: --update \'{"order": {"note": "Ring twice"}}\'.',
      cause,
    });
  }
}

/**
 * Reads `--backend`: `https://myapp.com=http://127.0.0.1:3000` or `https://myapp.com=node server.js`.
 *
 * @throws {SimhostError} `ERR_BAD_BACKEND`
 */
export function readBackend(text: string): [string, BackendOption] {
  const [, origin, value] = /^(https?:\/\/[^=]+)=(.+)$/s.exec(text) ?? [];
  if (origin !== undefined && value !== undefined)
    return [origin, /^https?:\/\//.test(value) ? value : {command: value}];
  throw new SimhostError('ERR_BAD_BACKEND', `Not a backend: ${shownCommand(text)}`, {
    next: 'Give --backend "https://myapp.com=http://127.0.0.1:3000" or --backend "https://myapp.com=node server.js".',
  });
}

/**
 * Reads `--port`. 0 is any free port.
 *
 * @throws {SimhostError} `ERR_BAD_PORT`
 */
export function readPort(text: string | undefined): number {
  if (text === undefined) return 0;
  const port = /^\d{1,5}$/.test(text) ? Number(text) : -1;
  if (port >= 0 && port < 65_536) return port;
  throw new SimhostError('ERR_BAD_PORT', `Not a port: ${text}.`, {
    next: 'Give a number from 1 to 65535, or leave --port out for a free one.',
  });
}

/**
 * Reads a list of access scopes. An empty one is an app without scopes.
 *
 * @throws {SimhostError} `ERR_USAGE`
 */
export function readScopeList(text: string): readonly string[] {
  const scopes = text
    .split(',')
    .map((scope) => scope.trim())
    .filter((scope) => scope !== '');

  const bad = scopes.find((scope) => !/^[a-z_]+$/.test(scope));
  if (bad === undefined) return [...new Set(scopes)];
  throw new SimhostError('ERR_USAGE', `"${bad}" is not an access scope.`, {
    next: 'Separate scopes by commas: --scopes read_orders,write_products.',
  });
}
