import {SimhostError} from '../../errors.ts';
import {isAppProxyPath} from '../../wire/app-proxy.ts';
import {type CommandBackend, originOf, readAddress, type UrlBackend} from './backend-options.ts';
import type {AppProxy} from './app-proxy.ts';
import type {BackendProcess} from './backend-process.ts';

/** The backend of an origin in one gateway. */
export interface Backend {
  /** For example `https://myapp.com`; for an app proxy its URL, `https://acme.myshopify.com/apps/points`. */
  readonly origin: string;
  /** The host that requests are for: `myapp.com`; for an app proxy that of its address. */
  readonly host: string;
  /** The shop in front of the app; `null` for an app that extensions ask directly. */
  readonly appProxy: AppProxy | null;
  /** For example `http://127.0.0.1:41234`. */
  readonly address: string;
  /** The command that started it, as messages show it, or `null` for a backend that simhost did not start. */
  readonly command: string | null;
  /** Whether each request to it carries a handle, by which it reads the test's time. */
  readonly takesHandle: boolean;
  /** The proof for a process with `simhost/register`, which reads the test of each request; else `null`. */
  readonly proof: string | null;
  /** The option `clock`: `'real'` keeps real time, `'header'` asks for the simulated time by a header. */
  readonly clock: 'real' | 'header' | undefined;
  /** Returns the lines that it wrote since this gateway opened, its start included, without secrets. */
  output(): readonly string[];
  /** Describes its end; `null` while it runs. */
  ended(): string | null;
  /** The same, after a moment in which it can end: for a connection that was just lost. */
  endedSoon(): Promise<string | null>;
}

/** Makes a backend that simhost did not start. */
export function externalBackend(origin: string, {url, clock}: UrlBackend): Backend {
  const {address, path} = readAddress(origin, url);
  return {
    origin,
    address,
    host: hostOf(origin, address),
    appProxy: appProxyOf(origin, path),
    command: null,
    takesHandle: false,
    proof: null,
    clock,
    output: () => [],
    ended: () => null,
    endedSoon: async () => null,
  };
}

/** Makes a backend that simhost started. */
export function startedBackend(
  origin: string,
  process: BackendProcess,
  {clock, path}: Pick<CommandBackend, 'clock' | 'path'>,
  from: number,
): Backend {
  return {
    origin,
    command: process.command,
    clock,
    appProxy: appProxyOf(origin, path),

    get host() {
      return hostOf(origin, process.address);
    },
    get address() {
      return process.address;
    },
    get takesHandle() {
      return process.registered || clock === 'header';
    },
    get proof() {
      return process.registered ? process.proof : null;
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

function hostOf(origin: string, address: string): string {
  return isAppProxy(origin) ? new URL(address).host : new URL(origin).host;
}

function appProxyOf(origin: string, path = ''): AppProxy | null {
  if (!isAppProxy(origin)) return null;
  return {pathPrefix: new URL(origin).pathname, path: path.replace(/\/$/, '')};
}

function isAppProxy(origin: string): boolean {
  return isAppProxyPath(new URL(origin).pathname);
}
