import {messageOf} from '../errors.ts';
import type {Backend} from './backends.ts';

/** For a host that is neither the platform's nor a backend's. */
export function noSuchHost(origin: string): string {
  return [
    `${origin} is neither a host of the simulated platform nor mapped to a backend.`,
    `Add it: backends: {'${origin}': 'http://localhost:3000'}, or {'${origin}': {command: 'node server.js'}} to have it started.`,
  ].join('\n');
}

/** The same where the command line alone maps backends. */
export function notMapped(origin: string): string {
  return [
    `${origin} is neither a host of the simulated platform nor mapped to a backend.`,
    `Start simhost dev with --backend "${origin}=http://localhost:3000", or --backend "${origin}=node server.js" to have it started.`,
  ].join('\n');
}

/** For an address that the platform leaves to a server of the test's, where there is none. */
export function nothingLeft({origin, pathname}: URL): string {
  return [
    `${origin}${pathname} is no address of the simulated platform: it is your storefront's, and none is mapped to ${origin}.`,
    `Add it: backends: {'${origin}': 'http://localhost:3000'}, or {'${origin}': {command: 'node server.js'}} to have it started.`,
  ].join('\n');
}

/** For a backend from which no answer came. */
export function unreachable(backend: Backend, error: unknown): string {
  const {origin, address, command} = backend;
  const code = error instanceof Error && 'code' in error ? String(error.code) : messageOf(error);
  const what = `The backend of ${origin} at ${address} did not answer: ${code}.`;
  const end = backend.ended();
  if (command === null) return `${what}\nStart it, or give {command: …} to have it started.`;
  return end === null
    ? `${what}\nIt was started by "${command}" and still runs.`
    : `${what}\n"${command}" ${end}.\n${backend.output()}`.trim();
}
