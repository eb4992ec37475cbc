import {SimhostError} from '../../errors.ts';
import {type CommandBackend, originOf, readAddress, type UrlBackend} from './backend-options.ts';
import type {BackendProcess} from './backend-process.ts';

/** A backend that stands for an origin in one gateway. */
export interface Backend {
  /** For example `https://myapp.com`. */
  readonly origin: string;
  /** For example `http://127.0.0.1:41234`. */
  readonly address: string;
  /** What started it, `null` where it was there before. */
  readonly command: string | null;
  /** Whether each request to it carries a handle, by which it knows the test's time. */
  readonly takesHandle: boolean;
  readonly clock: 'real' | 'header' | undefined;
  /** The lines that it wrote since this gateway opened, its start included, without secrets. */
  output(): readonly string[];
  /** How it ended, `null` while it runs. */
  ended(): string | null;
  /** The same, given a moment to end in: for a connection that was just lost. */
  endedSoon(): Promise<string | null>;
}

/** A backend that simhost did not start. */
export function externalBackend(origin: string, {url, clock}: UrlBackend): Backend {
  return {
    origin,
    address: readAddress(origin, url),
    command: null,
    takesHandle: false,
    clock,
    output: () => [],
    ended: () => null,
    endedSoon: async () => null,
  };
}

/** A backend that runs in a process of simhost's. */
export function startedBackend(
  origin: string,
  process: BackendProcess,
  clock: CommandBackend['clock'],
  from: number,
): Backend {
  return {
    origin,
    command: process.command,
    clock,
    get address() {
      return process.address;
    },
    get takesHandle() {
      return process.registered || clock === 'header';
    },
    output: () => process.output.since(from),
    ended: () => process.ended(),
    endedSoon: () => process.endedSoon(),
  };
}

/**
 * Finds the backend of an origin.
 *
 * @throws {SimhostError} `ERR_NO_BACKEND`
 */
export function backendOf(backends: readonly Backend[], origin: string): Backend {
  const wanted = originOf(origin);
  const found = backends.find((backend) => backend.origin === wanted);
  if (found !== undefined) return found;

  throw new SimhostError('ERR_NO_BACKEND', `No backend is mapped to ${wanted}.`, {
    next:
      backends.length === 0
        ? 'The option backends is empty.'
        : `Mapped: ${backends.map((backend) => backend.origin).join(', ')}.`,
  });
}
