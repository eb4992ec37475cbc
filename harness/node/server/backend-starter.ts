import {randomUUID} from 'node:crypto';
import {existsSync} from 'node:fs';
import {resolve} from 'node:path';
import {SimhostError} from '../../errors.ts';
import {type Announcement, KEY_VARIABLE, URL_VARIABLE} from '../../wire/backend.ts';
import {lostItsPort} from './backend-failure.ts';
import {languageOf} from './backend-language.ts';
import {BackendProcess} from './backend-process.ts';
import {type BackendProxy, proxyVariables} from './backend-proxy.ts';
import {freePort} from './free-port.ts';
import {shownCommand} from './shown-command.ts';
import type {CommandBackend} from './backend-options.ts';

/** The app that a started backend belongs to. */
export interface BackendApp {
  readonly clientId: string;
  readonly clientSecret: string;
  /** The application URL of an embedded app. The server at its origin gets more variables. */
  readonly url?: string | undefined;
  readonly scopes?: readonly string[];
}

export interface StarterOptions {
  /** The base URL of the server to which registered backends announce themselves. */
  readonly serverUrl: string;
  /** The path or URL of `simhost/register`. */
  readonly register: string;
  /** Milliseconds without a sign of life after which the start of a backend has failed. */
  readonly silence: number;
  /** Opens the proxy for a backend in another language than Node's. */
  readonly openProxy: (allow: readonly string[]) => Promise<BackendProxy>;
}

/** The purpose of a started command. */
export interface StartOptions {
  /** The folder that `cwd` is relative to. */
  readonly folder: string;
  readonly app?: BackendApp | undefined;
  /** Called for each line that the command writes, from its start on. */
  readonly onLine?: ((line: string) => void) | undefined;
  /** Ends the process that this call starts, as long as it is not ready. */
  readonly signal?: AbortSignal | undefined;
}

export interface Started {
  readonly process: BackendProcess;
  /** Whether this call started the process. */
  readonly isNew: boolean;
}

/** The identity that a process gets in its environment. */
interface BackendIdentity {
  readonly key: string;
  readonly app: BackendApp | undefined;
  readonly proxy: BackendProxy | undefined;
  readonly port: number;
}

/** The names that Shopify's CLI gives the port of an app's server, besides `PORT`. */
const PORT_NAMES = ['FRONTEND_PORT', 'BACKEND_PORT', 'SERVER_PORT'];

type PlacedBackend = CommandBackend & {readonly cwd: string};

/** Starts backends by command and keeps them until the server closes. */
export class BackendStarter {
  readonly #options: StarterOptions;
  readonly #started = new Map<string, Promise<BackendProcess>>();
  /** The starts whose callers no longer need them. Another caller of the same command starts its own. */
  readonly #abandoned = new WeakSet<Promise<BackendProcess>>();
  readonly #byKey = new Map<string, BackendProcess>();

  constructor(options: StarterOptions) {
    this.#options = options;
    process.once('exit', this.#killAll);
  }

  /**
   * Returns the running process of a command, or starts one. A process that has ended is replaced. Rejects with the
   * reason of the signal if that ends the start.
   *
   * @throws {SimhostError} `ERR_BACKEND`
   */
  async start(backend: CommandBackend, options: StartOptions): Promise<Started> {
    const cwd = resolve(options.folder, backend.cwd ?? '.');
    if (!existsSync(cwd)) {
      throw new SimhostError(
        'ERR_BACKEND',
        `The backend "${shownCommand(backend.command)}" cannot start: the folder ${cwd} does not exist.`,
        {
          next: 'Set cwd, which is relative to the folder of the config.',
        },
      );
    }

    const placed = {...backend, cwd};
    const identity = identityOf(placed, options.app);
    const known = this.#started.get(identity);
    if (known !== undefined && (await this.#isUsable(known))) return {process: await known, isNew: false};

    const other = this.#started.get(identity);
    if (other !== undefined && other !== known) return {process: await other, isNew: false};

    options.signal?.throwIfAborted();
    const starting = this.#startOnAnyPort(placed, options);
    options.signal?.addEventListener('abort', () => this.#abandoned.add(starting), {once: true});
    const forget = (): boolean => this.#started.get(identity) === starting && this.#started.delete(identity);

    this.#started.set(identity, starting);
    starting.then((started) => void started.exited.then(forget), forget);
    return {process: await starting, isNew: true};
  }

  /** Whether a key belongs to a started backend. */
  has(key: string): boolean {
    return this.#byKey.has(key);
  }

  /** Takes the announcement of a backend that runs, or listens; `undefined` for an unknown key. */
  announce({key, port}: Announcement): BackendProcess | undefined {
    const known = this.#byKey.get(key);
    known?.announced(port);
    return known;
  }

  async close(): Promise<void> {
    process.removeListener('exit', this.#killAll);
    await Promise.all([...this.#byKey.values()].map((backend) => backend.stop()));
    this.#byKey.clear();
    this.#started.clear();
  }

  /** Whether a process still serves. Ends the rest of a process that does not. */
  async #isUsable(known: Promise<BackendProcess>): Promise<boolean> {
    const started = await known.catch((error: unknown) => {
      if (this.#abandoned.has(known)) return null;
      throw error;
    });
    if (started === null) return false;
    if (await started.serves()) return true;
    await started.stop();
    return false;
  }

  async #startOnAnyPort(backend: PlacedBackend, options: StartOptions): Promise<BackendProcess> {
    const {signal} = options;

    for (let attempt = 1; ; attempt++) {
      const key = randomUUID();
      const started = await this.#spawn(key, backend, options);
      // The wait below ends with the process.
      const stop = (): void => void started.stop();
      signal?.addEventListener('abort', stop);

      try {
        signal?.throwIfAborted();
        await started.ready({silence: this.#options.silence, total: backend.startTimeout});
        signal?.throwIfAborted();
        return started;
      } catch (error) {
        await started.stop();
        this.#byKey.delete(key);
        signal?.throwIfAborted();
        if (attempt < 3 && lostItsPort(started.output.since(0), started.port)) continue;
        throw error;
      } finally {
        signal?.removeEventListener('abort', stop);
      }
    }
  }

  async #spawn(key: string, backend: PlacedBackend, {app, onLine}: StartOptions): Promise<BackendProcess> {
    const {command, cwd, ready, allow = []} = backend;
    const secrets = app === undefined ? [] : [app.clientSecret];
    const port = await freePort();
    // In Node, simhost/register sees the requests themselves.
    const proxy = languageOf(command) === 'node' ? undefined : await this.#options.openProxy(allow);
    const env = this.#environment(backend, {key, app, proxy, port});

    const started = new BackendProcess({command, cwd, ready, allow, port, env, secrets});
    void started.exited.then(() => proxy?.close());
    if (onLine !== undefined) started.output.onLine(onLine);
    this.#byKey.set(key, started);
    return started;
  }

  #environment({env, register}: CommandBackend, {key, app, proxy, port}: BackendIdentity): NodeJS.ProcessEnv {
    const {serverUrl, register: module} = this.#options;
    const ports = Object.fromEntries(PORT_NAMES.map((name) => [name, String(port)]));
    const all: NodeJS.ProcessEnv = {...process.env, ...ports, HOST: '127.0.0.1', [URL_VARIABLE]: serverUrl};

    if (app !== undefined)
      Object.assign(all, {SHOPIFY_API_KEY: app.clientId, SHOPIFY_API_SECRET: app.clientSecret});
    if (proxy !== undefined) Object.assign(all, proxyVariables(proxy));

    Object.assign(all, env);
    delete all[KEY_VARIABLE];
    if (register === false) return all;

    all[KEY_VARIABLE] = key;
    all['NODE_OPTIONS'] = [all['NODE_OPTIONS'], `--import ${module}`].filter(Boolean).join(' ');
    return all;
  }

  readonly #killAll = (): void => {
    for (const backend of this.#byKey.values()) backend.kill('SIGKILL');
  };
}

/** The key by which backends share a process. */
function identityOf(
  {command, cwd, env = {}, ready, register = true, allow = []}: PlacedBackend,
  app: BackendApp | undefined,
): string {
  const variables = Object.entries(env).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([command, cwd, variables, ready, register, allow, app?.clientId, app?.clientSecret]);
}
