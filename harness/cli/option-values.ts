import {SimhostError} from '../errors.ts';
import {didYouMean} from '../known-values.ts';
import type {BackendOption} from '../node/server/backend-options.ts';
import {PEOPLE} from '../core/world/people.ts';
import type {CustomerOption, PersonName} from '../core/world/people.ts';

/**
 * Reads `--customer`.
 *
 * @throws {SimhostError} `ERR_UNKNOWN_CUSTOMER`
 */
export function customerByName(name: string): CustomerOption {
  if (name === 'guest') return null;
  const known = (Object.keys(PEOPLE) as PersonName[]).find((each) => each === name);
  if (known !== undefined) return known;

  const names = [...Object.keys(PEOPLE), 'guest'];
  throw new SimhostError('ERR_UNKNOWN_CUSTOMER', `Unknown customer "${name}".`, {
    next: didYouMean(name, names),
  });
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
  throw new SimhostError('ERR_BAD_BACKEND', `Not a backend: ${text}`, {
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
