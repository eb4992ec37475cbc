import {SimhostError} from '../../errors.ts';
import {portableClock, readAddress, readBackendOption} from './backend-option.ts';
import type {BackendProcess} from './backend-process.ts';
import type {Credentials, Starter} from './command.ts';

/** Where the requests to one origin go: a base URL, or a command that starts the backend. */
export type BackendOption = string | UrlBackend | CommandBackend;

/** A backend that runs already. */
export interface UrlBackend {
  /** Scheme, host and port, for example `http://localhost:3000`. */
  readonly url: string;
  /** `'real'`: this backend keeps real time when the simulated clock moves. Default: moving the clock is an error. */
  readonly clock?: 'real';
}

/** A backend that simhost starts, once per worker, on a free port. */
export interface CommandBackend {
  /** A shell command. It must listen on the port in the environment variable `PORT`. */
  readonly command: string;
  /** The folder it runs in, relative to the config's folder. Default: that folder. */
  readonly cwd?: string;
  /** More environment variables. */
  readonly env?: Readonly<Record<string, string>>;
  /** The path that answers 2xx when the backend is ready. Default: an accepted connection counts. */
  readonly ready?: string;
  /** Milliseconds that the start may take. Default: as long as it writes or works, and at most two minutes. */
  readonly startTimeout?: number;
  /** `false` starts a Node backend without `simhost/register`. Default `true`. */
  readonly register?: boolean;
  /**
   * How the backend learns the test's time. `'header'`: each request carries `x-simhost-handle`, which
   * `GET $SIMHOST_URL/clock` answers with the time. `'real'`: not at all. Default: by `simhost/register`, in Node.
   */
  readonly clock?: 'real' | 'header';
  /** Other hosts that it may reach: `'api.example.com'`, or `'*.example.com'` for all below. Default: none. */
  readonly allow?: readonly string[];
}

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

export interface BackendsOptions {
  /** The folder that commands run in: that of the Playwright config. */
  readonly folder: string;
  readonly app?: Credentials | undefined;
  /** What the platforms give every backend beside the app's credentials. */
  readonly environment?: Readonly<Record<string, string>>;
  /** Called for each line that a backend writes, and when it ends by itself. */
  readonly onOutput?: ((origin: string, line: string) => void) | undefined;
  /** Whether started backends reach every host, whatever they allow. */
  readonly allowsAll?: boolean;
}

/** The backends of a server: each command runs once for the same folder, environment and credentials. */
export class BackendPool {
  readonly #starter: Starter;

  constructor(starter: Starter) {
    this.#starter = starter;
  }

  async open(options: Readonly<Record<string, BackendOption>>, given: BackendsOptions): Promise<Backend[]> {
    const read = Object.entries(options).map(([key, option]) => ({
      origin: originOf(key),
      option: readBackendOption(key, option),
    }));

    return Promise.all(
      read.map(async ({origin, option}) =>
        'url' in option ? foundBackend(origin, option) : this.#start(origin, option, given),
      ),
    );
  }

  close(): Promise<void> {
    return this.#starter.close();
  }

  async #start(
    origin: string,
    option: CommandBackend,
    {folder, app, environment = {}, onOutput, allowsAll}: BackendsOptions,
  ): Promise<Backend> {
    const onLine = onOutput === undefined ? undefined : (line: string): void => onOutput(origin, line);
    const env = {...environment, ...option.env};
    const allow = allowsAll === true ? ['*'] : (option.allow ?? []);
    const {process, isNew} = await this.#starter.start({...option, env, allow}, {folder, app, onLine});
    if (onLine !== undefined) process.onEnd((ended) => onLine(`"${process.command}" ${ended}.`));
    return startedBackend(origin, process, option.clock, isNew ? 0 : process.output.length);
  }
}

/** The origin of a backend that a request's URL goes to. */
export function originOf(key: string): string {
  const url = URL.canParse(key) ? new URL(key) : undefined;
  if (
    url !== undefined &&
    /^https?:$/.test(url.protocol) &&
    url.pathname === '/' &&
    url.search === '' &&
    url.hash === ''
  )
    return url.origin;

  throw new SimhostError('ERR_BAD_BACKEND', `Not the origin of a backend: ${JSON.stringify(key)}.`, {
    next: 'Give scheme and host alone, for example "https://myapp.com".',
  });
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

/** Names the backends that neither tell the simulation's time nor were said to keep real time. */
export function onRealTime(backends: readonly Backend[]): string[] {
  return withoutClock(backends).map(({origin, command, address}) => `${origin} (${command ?? address})`);
}

/**
 * Fails where the clock must not move, because a backend would not notice.
 *
 * @throws {SimhostError} `ERR_BACKEND_ON_REAL_TIME`, with what to do in the language of the backend's command
 */
export function refuseRealTime(backends: readonly Backend[]): void {
  const [first] = withoutClock(backends);
  if (first === undefined) return;
  throw new SimhostError(
    'ERR_BACKEND_ON_REAL_TIME',
    `The clock cannot move: this backend keeps real time: ${onRealTime(backends).join('; ')}`,
    {next: portableClock(first.origin, first.command)},
  );
}

function withoutClock(backends: readonly Backend[]): Backend[] {
  return backends.filter(({takesHandle, clock}) => !takesHandle && clock !== 'real');
}

/** A backend that simhost did not start. */
export function foundBackend(origin: string, {url, clock}: UrlBackend): Backend {
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

function startedBackend(
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
