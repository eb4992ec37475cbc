import {SimhostError} from '../../errors.ts';
import {refuseUnknownKeys} from '../../known-values.ts';
import {isPlainObject, kindOf, shown} from '../../shown-value.ts';
import {APP_PROXY_FORM, isAppProxyPath} from '../../wire/app-proxy.ts';

/** The backend of one origin: a base URL, or a command that starts the backend. */
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
  /** The path of the app to which an app proxy leads: `'/proxy'`. Default: its root. */
  readonly path?: string;
  /** A shell command. It must listen on the port in the environment variable `PORT`. */
  readonly command: string;
  /** The folder in which the command runs, relative to the config's folder. Default: that folder. */
  readonly cwd?: string;
  /** More environment variables. */
  readonly env?: Readonly<Record<string, string>>;
  /** The path that answers 2xx when the backend is ready. Default: an accepted connection counts. */
  readonly ready?: string;
  /** Milliseconds that the start may take. Default: as long as it prints or uses the processor, at most two minutes. */
  readonly startTimeout?: number;
  /** `false` starts a Node backend without `simhost/register`. Default `true`. */
  readonly register?: boolean;
  /**
   * The way in which the backend learns the test's time. `'header'`: each request carries `x-simhost-handle`, which
   * `GET $SIMHOST_URL/clock` answers with the time. `'real'`: not at all. Default: by `simhost/register`, in Node.
   */
  readonly clock?: 'real' | 'header';
  /** Other hosts that the backend may reach, for example `'api.example.com'` or `'*.example.com'`. Default: none. */
  readonly allow?: readonly string[];
}

const URL_KEYS = ['url', 'clock'];
const COMMAND_KEYS = ['command', 'cwd', 'env', 'ready', 'startTimeout', 'register', 'clock', 'allow', 'path'];

type Check = readonly [fits: (value: unknown) => boolean, wanted: string];

const CHECKS: Readonly<Record<string, Check>> = {
  cwd: [isText, `a folder, for example 'backend'`],
  env: [isEnvironment, `an object of strings, for example {LOG_LEVEL: 'debug'}`],
  path: [(value) => isText(value) && value.startsWith('/'), `the path of an app proxy, for example '/proxy'`],
  ready: [(value) => isText(value) && value.startsWith('/'), `a path, for example '/health'`],
  startTimeout: [(value) => typeof value === 'number' && value > 0, 'milliseconds, for example 60_000'],
  register: [(value) => typeof value === 'boolean', 'true or false'],
  clock: [(value) => value === 'real' || value === 'header', `'real' or 'header'`],
  allow: [
    (value) => Array.isArray(value) && value.every(isHost),
    `hosts without scheme, for example ['api.example.com', '*.example.com']`,
  ],
};

/**
 * Checks one value of the option `backends`.
 *
 * @throws {SimhostError} `ERR_BAD_BACKEND`, `ERR_UNKNOWN_OPTION`
 */
export function readBackendOption(key: string, option: BackendOption): UrlBackend | CommandBackend {
  const given: unknown = option;
  if (typeof given === 'string') return {url: given};

  const name = `backends["${key}"]`;
  if (typeof given !== 'object' || given === null || Array.isArray(given))
    throw badValue(name, kindOf(given), exampleFor(key));

  const isUrl = 'url' in given;
  if (isUrl && 'command' in given) {
    throw new SimhostError('ERR_BAD_BACKEND', `${name} has both a url and a command.`, {
      next: 'Give url for a backend that runs already, or command to have it started.',
    });
  }

  refuseUnknownKeys(name, given, isUrl ? URL_KEYS : COMMAND_KEYS);
  checkMembers(name, given);

  const backend = option as UrlBackend | CommandBackend;
  if ('path' in given && !isAppProxyPath(new URL(key).pathname)) throw pathWithoutProxy(key);

  const target: unknown = 'url' in backend ? backend.url : backend.command;
  if (isText(target)) return 'url' in backend ? checkedClock(key, backend) : backend;
  if (target !== undefined && target !== '')
    throw badValue(`${name}.${isUrl ? 'url' : 'command'}`, kindOf(target), exampleFor(key));
  throw new SimhostError('ERR_BAD_BACKEND', `The backend of ${key} has neither a url nor a command.`, {
    next: exampleFor(key),
  });
}

/** Reads the base URL of a backend that runs already. Behind an app proxy the URL may have a path. */
export function readAddress(origin: string, given: string): {address: string; path: string} {
  const url = URL.canParse(given) ? new URL(given) : undefined;
  const takesPath = isAppProxyPath(new URL(origin).pathname);
  if (url !== undefined && isBase(url) && (takesPath || url.pathname === '/'))
    return {address: url.origin, path: url.pathname};

  throw new SimhostError('ERR_BAD_BACKEND', `Not the address of a backend for ${origin}: ${shown(given)}.`, {
    next:
      'Give scheme, host and port, for example "http://localhost:3000", or {command: "node ' +
      'server.js"} to have it started.',
  });
}

/** Reads the origin of a backend, or the URL of an app proxy. */
export function originOf(key: string): string {
  const url = URL.canParse(key) ? new URL(key) : undefined;
  if (url !== undefined && isBase(url)) {
    if (url.pathname === '/') return url.origin;
    if (isAppProxyPath(url.pathname)) return `${url.origin}${url.pathname.replace(/\/$/, '')}`;
  }

  throw new SimhostError('ERR_BAD_BACKEND', `Not the origin of a backend: ${shown(key)}.`, {
    next: `Give scheme and host alone, for example "https://myapp.com", or an app proxy: "${APP_PROXY_FORM}".`,
  });
}

function isBase({protocol, search, hash}: URL): boolean {
  return /^https?:$/.test(protocol) && search === '' && hash === '';
}

function checkMembers(name: string, given: object): void {
  for (const [member, value] of Object.entries(given) as [string, unknown][]) {
    const check = CHECKS[member];
    if (value === undefined || check === undefined || check[0](value)) continue;
    throw badMember(name, member, value, `Give ${check[1]}.`);
  }
}

function checkedClock(key: string, backend: UrlBackend): UrlBackend {
  if ((backend.clock as string | undefined) !== 'header') return backend;
  throw new SimhostError('ERR_BAD_BACKEND', `backends["${key}"] has clock: 'header' with a url.`, {
    next:
      'A backend reads the time at SIMHOST_URL, which only one started by command gets: give command, ' +
      "or clock: 'real'.",
  });
}

function pathWithoutProxy(key: string): SimhostError {
  return new SimhostError('ERR_BAD_BACKEND', `backends["${key}"] has a path, and is not an app proxy.`, {
    next: `Leave path out, or map the app proxy: "${APP_PROXY_FORM}".`,
  });
}

/** Creates the error for a wrong member. Variables are often secrets, so only the kind of a wrong one is shown. */
function badMember(backend: string, member: string, value: unknown, next: string): SimhostError {
  const name = `${backend}.${member}`;
  if (member !== 'env') return badValue(name, shown(value), next);
  if (!isPlainObject(value)) return badValue(name, kindOf(value), next);

  const [variable, wrong] = Object.entries(value).find(([, each]) => typeof each !== 'string') ?? [];
  return badValue(`${name}.${variable}`, kindOf(wrong), next);
}

function badValue(name: string, value: string, next: string): SimhostError {
  return new SimhostError('ERR_BAD_BACKEND', `${name} is ${value}.`, {next});
}

function exampleFor(key: string): string {
  return `Give backends: {'${key}': 'http://localhost:3000'} or {'${key}': {command: 'node server.js'}}.`;
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}

function isEnvironment(value: unknown): boolean {
  return isPlainObject(value) && Object.values(value).every((each) => typeof each === 'string');
}

function isHost(value: unknown): boolean {
  return typeof value === 'string' && /^(?:\*\.)?[a-z\d_-]+(?:\.[a-z\d_-]+)*(?::\d+)?$|^\*$/i.test(value);
}
