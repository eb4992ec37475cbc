import {type ChildProcess, spawn, spawnSync} from 'node:child_process';
import {randomUUID} from 'node:crypto';
import {once} from 'node:events';
import {existsSync} from 'node:fs';
import http from 'node:http';
import net from 'node:net';
import {resolve} from 'node:path';
import {setTimeout as delay} from 'node:timers/promises';
import {redact, SimhostError} from '../errors.ts';
import {type Announcement, KEY_VARIABLE, URL_VARIABLE} from '../wire/backend.ts';
import type {CommandBackend} from './backends.ts';

/** The app that a started backend speaks for. */
export interface Credentials {
  readonly clientId: string;
  readonly clientSecret: string;
}

export interface Running {
  readonly command: string;
  readonly address: string;
  readonly registered: boolean;
  output(): string;
  ended(): string | null;
}

export interface StarterOptions {
  /** Base URL of the server, where registered backends announce themselves. */
  readonly serverUrl: string;
  /** Where `simhost/register` is loaded from. */
  readonly register: string;
  /** Milliseconds without output after which a backend that is not ready counts as failed. */
  readonly silence: number;
}

/** Starts backends by command and keeps them until the server closes. */
export class Starter {
  readonly #options: StarterOptions;
  readonly #started = new Map<string, Promise<Process>>();
  readonly #byKey = new Map<string, Process>();

  constructor(options: StarterOptions) {
    this.#options = options;
    process.once('exit', this.#killAll);
  }

  async start(backend: CommandBackend, folder: string, app: Credentials | undefined): Promise<Running> {
    const {command, env = {}, ready, register = true} = backend;
    const cwd = resolve(folder, backend.cwd ?? '.');
    if (!existsSync(cwd)) {
      throw new SimhostError('ERR_BACKEND', `The backend "${command}" cannot start: there is no folder ${cwd}.`, {
        next: 'Set cwd, which counts from the folder of the config.',
      });
    }
    const pooled = JSON.stringify([
      command,
      cwd,
      Object.entries(env).toSorted(([a], [b]) => (a < b ? -1 : 1)),
      ready,
      register,
      app?.clientId,
      app?.clientSecret,
    ]);
    const running = this.#started.get(pooled);
    if (running !== undefined) return running;
    const starting = this.#startOnAnyPort({...backend, env, register, cwd}, app);
    const forget = (): boolean => this.#started.get(pooled) === starting && this.#started.delete(pooled);
    this.#started.set(pooled, starting);
    starting.then((started) => void started.exited.then(forget), forget);
    return starting;
  }

  /** A backend says that it runs, or where it listens; `false` for a key that nobody was given. */
  announce({key, port}: Announcement): boolean {
    const known = this.#byKey.get(key);
    known?.announced(port);
    return known !== undefined;
  }

  async close(): Promise<void> {
    process.removeListener('exit', this.#killAll);
    await Promise.all([...this.#byKey.values()].map((backend) => backend.stop()));
    this.#byKey.clear();
    this.#started.clear();
  }

  async #startOnAnyPort(backend: CommandBackend & {cwd: string}, app: Credentials | undefined): Promise<Process> {
    for (let attempt = 1; ; attempt++) {
      const key = randomUUID();
      const started = new Process(backend, await freePort(), this.#environment(backend, key, app), app?.clientSecret);
      this.#byKey.set(key, started);
      try {
        await started.ready(this.#options.silence);
        return started;
      } catch (error) {
        this.#byKey.delete(key);
        await started.stop();
        // Another process took the port between our look and the backend's.
        if (attempt < 3 && started.output().includes('EADDRINUSE')) continue;
        throw error;
      }
    }
  }

  #environment({env, register}: CommandBackend, key: string, app: Credentials | undefined): NodeJS.ProcessEnv {
    const {serverUrl, register: module} = this.#options;
    const all: NodeJS.ProcessEnv = {...process.env, HOST: '127.0.0.1', [URL_VARIABLE]: serverUrl};
    if (app !== undefined) Object.assign(all, {SHOPIFY_API_KEY: app.clientId, SHOPIFY_API_SECRET: app.clientSecret});
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

const KEPT_LINES = 200;
const SHOWN_LINES = 20;
/** A backend that talks but never listens must not hang for ever. */
const MOST_SILENCES = 10;
const ANNOUNCE_GRACE = 2000;
const STOP_GRACE = 2000;

class Process implements Running {
  readonly command: string;
  address: string;
  registered = false;
  readonly #port: number;
  readonly #cwd: string;
  readonly #readyPath: string | undefined;
  readonly #secrets: string[];
  readonly #child: ChildProcess;
  /** Fulfils when it and all that share its output have ended. */
  readonly exited: Promise<unknown>;
  #lines: string[] = [''];
  #ended: string | null = null;
  #wrote = performance.now();
  #loaded = false;
  #listens: () => void = () => {};
  readonly #listening: Promise<void> = new Promise((fulfil) => (this.#listens = fulfil));

  constructor({command, cwd = '.', ready}: CommandBackend, port: number, env: NodeJS.ProcessEnv, secret: string | undefined) {
    this.command = command;
    this.#port = port;
    this.#cwd = cwd;
    this.#readyPath = ready;
    this.#secrets = [secret, env[KEY_VARIABLE]].filter((value) => value !== undefined);
    this.address = `http://127.0.0.1:${port}`;
    // A group of its own, so that a shell's children end with it.
    this.#child = spawn(command, {
      cwd,
      shell: true,
      detached: process.platform !== 'win32',
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {...env, PORT: String(port)},
      windowsHide: true,
    });
    this.#child.stdout?.setEncoding('utf8').on('data', (text: string) => this.#write(text));
    this.#child.stderr?.setEncoding('utf8').on('data', (text: string) => this.#write(text));
    this.#child.once('error', (error) => (this.#ended ??= `could not start: ${error.message}`));
    this.#child.once(
      'exit',
      (code, signal) => (this.#ended ??= signal === null ? `ended with exit code ${code}` : `was ended by ${signal}`),
    );
    this.exited = new Promise((fulfil) => this.#child.once('close', fulfil));
  }

  output(): string {
    return redact(this.#lines.slice(-SHOWN_LINES).join('\n').trim(), this.#secrets);
  }

  ended(): string | null {
    return this.#ended;
  }

  announced(port: number | undefined): void {
    this.#loaded = true;
    if (port !== this.#port) return;
    this.registered = true;
    this.#listens();
  }

  async ready(silence: number): Promise<void> {
    const started = performance.now();
    while (!(await this.#answers())) {
      if (this.#ended !== null) {
        await Promise.race([this.exited, delay(200)]);
        throw this.#failed(`The backend "${this.command}" ${this.#ended} before it was ready`, 'Run the command by hand in that folder.');
      }
      const waited = performance.now() - started;
      const silent = performance.now() - this.#wrote;
      if (silent > silence || waited > silence * MOST_SILENCES) throw this.#notReady(silent > silence, waited);
      await delay(20);
    }
    // The port opens an instant before the announcement of it arrives; a launcher such as npm only loads the module.
    if (this.#loaded && !this.registered) await Promise.race([this.#listening, delay(ANNOUNCE_GRACE, undefined, {ref: false})]);
  }

  kill(signal: NodeJS.Signals): void {
    const {pid} = this.#child;
    if (pid === undefined) return;
    try {
      if (process.platform === 'win32') spawnSync('taskkill', ['/pid', String(pid), '/T', '/F']);
      else process.kill(-pid, signal);
    } catch {
      // The group has ended already.
    }
  }

  async stop(): Promise<void> {
    this.kill('SIGTERM');
    if (this.#child.pid === undefined) return;
    const stopped = await Promise.race([this.exited.then(() => true), delay(STOP_GRACE, false, {ref: false})]);
    this.kill('SIGKILL');
    if (!stopped) await Promise.race([this.exited, delay(STOP_GRACE, undefined, {ref: false})]);
  }

  #write(text: string): void {
    this.#wrote = performance.now();
    const [first = '', ...rest] = text.split('\n');
    this.#lines[this.#lines.length - 1] += first;
    this.#lines.push(...rest);
    this.#lines = this.#lines.slice(-KEPT_LINES);
  }

  async #answers(): Promise<boolean> {
    for (const host of ['127.0.0.1', '[::1]']) {
      const address = `http://${host}:${this.#port}`;
      if (!(await (this.#readyPath === undefined ? accepts(host, this.#port) : answersOk(new URL(this.#readyPath, address))))) continue;
      this.address = address;
      return true;
    }
    return false;
  }

  #notReady(silent: boolean, waited: number): SimhostError {
    const wanted = this.#readyPath === undefined ? 'listen' : `answer ${this.#readyPath} with 2xx`;
    const seconds = Math.ceil(waited / 1000);
    return this.#failed(
      `The backend "${this.command}" did not ${wanted} on PORT (${this.#port}) within ${seconds} s${silent ? ' and fell silent' : ''}`,
      'It must listen on the port in the environment variable PORT, on 127.0.0.1 (HOST).',
    );
  }

  #failed(what: string, next: string): SimhostError {
    const output = this.output();
    return new SimhostError('ERR_BACKEND', `${what} (in ${this.#cwd}).${output === '' ? ' It wrote nothing.' : `\n${output}`}`, {next});
  }
}

async function freePort(): Promise<number> {
  const probe = net.createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const {port} = probe.address() as net.AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}

function accepts(host: string, port: number): Promise<boolean> {
  return new Promise((fulfil) => {
    const socket = net.connect(port, host.replace(/[[\]]/g, ''));
    const settle = (accepted: boolean): void => {
      socket.destroy();
      fulfil(accepted);
    };
    socket.once('connect', () => settle(true)).once('error', () => settle(false));
  });
}

function answersOk(url: URL): Promise<boolean> {
  return new Promise((fulfil) => {
    const request = http.get(url, {agent: false, timeout: 2000}, (response) => {
      response.resume();
      fulfil(response.statusCode !== undefined && response.statusCode >= 200 && response.statusCode < 300);
    });
    request.once('error', () => fulfil(false)).once('timeout', () => request.destroy());
  });
}
