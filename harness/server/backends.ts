import {refuseUnknownKeys, SimhostError} from '../errors.ts';
import type {Credentials, Running, Starter} from './command.ts';

/** Where the requests to one origin go: a base URL, or a command that starts the backend. */
export type BackendOption = string | UrlBackend | CommandBackend;

export interface UrlBackend {
  readonly url: string;
  /** The test says that this backend keeps real time when the simulated clock moves. */
  readonly clock?: 'real';
}

export interface CommandBackend {
  readonly command: string;
  /** The folder it runs in, from the config's folder. */
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** The path that answers 2xx once the backend is ready; without it, an accepted connection counts. */
  readonly ready?: string;
  /** `false` starts the backend without `simhost/register`. */
  readonly register?: boolean;
  readonly clock?: 'real';
}

/** A backend that stands for an origin in one gateway. */
export interface Backend {
  /** For example `https://myapp.com`. */
  readonly origin: string;
  /** For example `http://127.0.0.1:41234`. */
  readonly address: string;
  /** What started it, `null` where it was there before. */
  readonly command: string | null;
  /** Whether it tells the time of the test that calls it. */
  readonly registered: boolean;
  readonly clock: 'real' | undefined;
  /** The end of what it wrote, without secrets. */
  output(): string;
  /** How it ended, `null` while it runs. */
  ended(): string | null;
}

export interface BackendsOptions {
  /** The folder that commands run in: that of the Playwright config. */
  readonly folder: string;
  readonly app?: Credentials | undefined;
  /** What the platforms give every backend beside the app's credentials. */
  readonly environment?: Readonly<Record<string, string>>;
}

/** The backends of a server: each command runs once for the same folder, environment and credentials. */
export class BackendPool {
  readonly #starter: Starter;

  constructor(starter: Starter) {
    this.#starter = starter;
  }

  async open(options: Readonly<Record<string, BackendOption>>, {folder, app, environment = {}}: BackendsOptions): Promise<Backend[]> {
    const read = Object.entries(options).map(([key, option]) => ({origin: originOf(key), ...readOption(key, option)}));
    return Promise.all(
      read.map(async ({origin, option}) => {
        if ('url' in option) return {origin, address: addressOf(origin, option.url), ...standing, clock: option.clock};
        const env = {...environment, ...option.env};
        return started(origin, await this.#starter.start({...option, env}, folder, app), option.clock);
      }),
    );
  }

  close(): Promise<void> {
    return this.#starter.close();
  }
}

/** The origin of a backend that a request's URL goes to. */
export function originOf(key: string): string {
  const url = URL.canParse(key) ? new URL(key) : undefined;
  if (url !== undefined && /^https?:$/.test(url.protocol) && url.pathname === '/' && url.search === '' && url.hash === '')
    return url.origin;
  throw new SimhostError('ERR_BAD_BACKEND', `Not the origin of a backend: ${JSON.stringify(key)}.`, {
    next: 'Give scheme and host alone, for example "https://myapp.com".',
  });
}

/** Names the backends that neither tell the simulation's time nor were said to keep real time. */
export function onRealTime(backends: readonly Backend[]): string[] {
  const left = backends.filter(({registered, clock}) => !registered && clock !== 'real');
  return left.map(({origin, command, address}) => `${origin} (${command ?? address})`);
}

const standing = {command: null, registered: false, output: () => '', ended: () => null} as const;

function started(origin: string, running: Running, clock: 'real' | undefined): Backend {
  return {
    origin,
    address: running.address,
    command: running.command,
    get registered() {
      return running.registered;
    },
    clock,
    output: () => running.output(),
    ended: () => running.ended(),
  };
}

function readOption(key: string, option: BackendOption): {option: UrlBackend | CommandBackend} {
  if (typeof option === 'string') return {option: {url: option}};
  if ('url' in option) {
    refuseUnknownKeys(`backends["${key}"]`, option, ['url', 'clock']);
    return {option};
  }
  refuseUnknownKeys(`backends["${key}"]`, option, ['command', 'cwd', 'env', 'ready', 'register', 'clock']);
  if (typeof option.command === 'string' && option.command !== '') return {option};
  throw new SimhostError('ERR_BAD_BACKEND', `The backend of ${key} has neither a url nor a command.`, {
    next: `Give backends: {'${key}': 'http://localhost:3000'} or {'${key}': {command: 'node server.js'}}.`,
  });
}

function addressOf(origin: string, given: string): string {
  const url = URL.canParse(given) ? new URL(given) : undefined;
  if (url !== undefined && /^https?:$/.test(url.protocol) && url.pathname === '/' && url.search === '') return url.origin;
  throw new SimhostError('ERR_BAD_BACKEND', `Not the address of a backend for ${origin}: ${JSON.stringify(given)}.`, {
    next: 'Give scheme, host and port, for example "http://localhost:3000", or {command: "node server.js"} to have it started.',
  });
}
