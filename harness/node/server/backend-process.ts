import {type ChildProcess, spawn, spawnSync} from 'node:child_process';
import {randomUUID} from 'node:crypto';
import http from 'node:http';
import net from 'node:net';
import type {Readable} from 'node:stream';
import {setTimeout as delay} from 'node:timers/promises';
import {KEY_VARIABLE} from '../../wire/backend.ts';
import {findHost, type HostState, type NotReady} from './backend-address.ts';
import {endedEarly, type FailedStart, notReady} from './backend-failure.ts';
import {type Activity, activityOf} from './backend-listening.ts';
import {BackendOutput, LineReader} from './backend-output.ts';
import {shownCommand} from './shown-command.ts';
import {type StartLimits, StartWatch} from './backend-start.ts';

/** The parameters of a process. */
export interface ProcessOptions {
  readonly command: string;
  readonly cwd: string;
  readonly ready: string | undefined;
  /** The other hosts that the process may reach. */
  readonly allow: readonly string[];
  readonly port: number;
  readonly env: NodeJS.ProcessEnv;
  readonly secrets: readonly string[];
}

const SHOWN_LINES = 20;
/** The least time for the announcement of an open port. A start that took longer shows a slow machine. */
const ANNOUNCE_GRACE = 2000;
/** The most time for it: a start of minutes must not double. */
const LONGEST_GRACE = 10_000;
/** The time for one answer of the `ready` path. A server may compile its first page, on a busy machine. */
const LONGEST_ANSWER = 10_000;
const STOP_GRACE = 2000;
/**
 * The time after a lost connection within which the end of the process, or of a launcher such as npm, becomes
 * visible.
 */
const END_GRACE = 1500;
const POLL = 20;
const POLL_OF_ANSWERING = 200;
const LOOK = 500;

/** The process of a backend's command. */
export class BackendProcess {
  /** The command as messages show it, without secrets. */
  readonly command: string;
  readonly port: number;
  readonly allow: readonly string[];
  readonly output: BackendOutput;
  /** The value by which the process knows that a gateway wrote the test of a request. */
  readonly proof: string = randomUUID();
  /** The base URL, with the host that answers. */
  address: string;
  /** Whether the process that listens has loaded `simhost/register`. */
  registered = false;
  /** Fulfils when the process and all that share its output have ended. */
  readonly exited: Promise<void>;
  readonly #options: ProcessOptions;
  readonly #child: ChildProcess;
  #ended: string | null = null;
  #isStopped = false;
  #wroteAt = performance.now();
  #isLoaded = false;
  #listens: () => void = () => {};
  readonly #listening: Promise<void> = new Promise((fulfil) => (this.#listens = fulfil));

  constructor(options: ProcessOptions) {
    const {command, cwd, port, env, secrets} = options;
    this.command = shownCommand(command);
    this.port = port;
    this.allow = options.allow;
    this.address = `http://127.0.0.1:${port}`;
    this.#options = options;
    this.output = new BackendOutput([...secrets, env[KEY_VARIABLE] ?? '', this.proof]);

    // A separate process group, so that a shell's children end with it.
    this.#child = spawn(command, {
      cwd,
      shell: true,
      detached: process.platform !== 'win32',
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {...env, PORT: String(port)},
      windowsHide: true,
    });

    this.#read(this.#child.stdout);
    this.#read(this.#child.stderr);
    this.#child.once('error', (error) => (this.#ended ??= `could not start: ${error.message}`));
    this.#child.once(
      'exit',
      (code, signal) =>
        (this.#ended ??= signal === null ? `ended with exit code ${code}` : `was ended by ${signal}`),
    );

    this.exited = new Promise((fulfil) => this.#child.once('close', () => fulfil()));
  }

  /** Describes the end; `null` while the process runs. */
  ended(): string | null {
    return this.#ended;
  }

  /** The same, after a moment in which the process can end and its last lines arrive. */
  async endedSoon(): Promise<string | null> {
    await Promise.race([this.exited, delay(END_GRACE, undefined, {ref: false})]);
    return this.#ended;
  }

  /** Calls back when the process has ended by itself and all its output is read. */
  onEnd(listener: (ended: string) => void): void {
    this.#child.once('close', () => {
      if (!this.#isStopped) listener(this.#ended ?? 'ended');
    });
  }

  /** Whether the process runs and something accepts connections at its address. */
  async serves(): Promise<boolean> {
    return this.#ended === null && accepts(new URL(this.address).hostname, this.port);
  }

  announced(port: number | undefined): void {
    this.#isLoaded = true;
    if (port !== this.port) return;
    this.registered = true;
    this.#listens();
  }

  /** @throws {SimhostError} `ERR_BACKEND` if the process ended, or will not become ready */
  async ready(limits: StartLimits): Promise<void> {
    const startedAt = performance.now();
    const watch = new StartWatch(this.port, limits, startedAt);
    let lookedAt = startedAt;

    for (;;) {
      const limit = longestAnswer(limits.total, performance.now() - startedAt);
      const found = await findHost((host, signal) => this.#lookAt(host, limit, signal));
      if ('host' in found) {
        this.address = `http://${found.host}:${this.port}`;
        break;
      }

      if (this.#ended !== null) {
        await Promise.race([this.exited, delay(END_GRACE)]);
        throw endedEarly(this.#failed(), this.#ended);
      }

      const now = performance.now();
      let activity: Activity | null = null;
      if (now - lookedAt > LOOK && this.#child.pid !== undefined) {
        activity = await activityOf(this.#child.pid);
        lookedAt = now;
      }
      const hopeless = watch.look({now, wroteAt: this.#wroteAt, activity, status: found.status});
      if (hopeless !== null) throw notReady(this.#failed(), hopeless);
      await delay(found.status === null ? POLL : POLL_OF_ANSWERING);
    }

    // The port opens an instant before the announcement of it arrives; a launcher such as npm only loads the module.
    if (!this.#isLoaded || this.registered) return;
    const took = performance.now() - startedAt;
    const grace = Math.min(Math.max(ANNOUNCE_GRACE, took), LONGEST_GRACE);
    await Promise.race([this.#listening, this.exited, delay(grace, undefined, {ref: false})]);
  }

  kill(signal: NodeJS.Signals): void {
    const {pid} = this.#child;
    if (pid === undefined) return;

    this.#isStopped = true;
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

    const stopped = await Promise.race([
      this.exited.then(() => true),
      delay(STOP_GRACE, false, {ref: false}),
    ]);

    this.kill('SIGKILL');
    if (!stopped) await Promise.race([this.exited, delay(STOP_GRACE, undefined, {ref: false})]);
  }

  #read(stream: Readable | null): void {
    const reader = new LineReader((line) => this.output.add(line));
    stream?.setEncoding('utf8').on('data', (chunk: string) => {
      this.#wroteAt = performance.now();
      reader.write(chunk);
    });
    stream?.once('end', () => reader.end());
  }

  async #lookAt(host: string, limit: number, needed: AbortSignal): Promise<HostState> {
    const {ready} = this.#options;
    if (ready === undefined) return (await accepts(host, this.port, needed)) ? 'ready' : null;

    const status = await statusOf(new URL(ready, `http://${host}:${this.port}`), limit, needed);
    return typeof status === 'number' && status >= 200 && status < 300 ? 'ready' : status;
  }

  #failed(): FailedStart {
    const {cwd, port, ready} = this.#options;
    return {
      command: this.command,
      folder: cwd,
      port,
      readyPath: ready,
      output: this.output.since(0).slice(-SHOWN_LINES),
    };
  }
}

/** The milliseconds for one answer of the `ready` path: no more than is left of `startTimeout`. */
function longestAnswer(total: number | undefined, waited: number): number {
  return total === undefined
    ? LONGEST_ANSWER
    : Math.min(LONGEST_ANSWER, Math.max(0, Math.ceil(total - waited)));
}

function accepts(host: string, port: number, needed?: AbortSignal): Promise<boolean> {
  return new Promise((fulfil) => {
    const signal = atMost(LONGEST_ANSWER, needed);
    const socket = net.connect({port, host: host.replace(/[[\]]/g, ''), signal});
    const settle = (accepted: boolean): void => {
      socket.destroy();
      fulfil(accepted);
    };
    socket.once('connect', () => settle(true)).once('error', () => settle(false));
  });
}

function statusOf(url: URL, limit: number, needed: AbortSignal): Promise<NotReady> {
  return new Promise((fulfil) => {
    const signal = atMost(limit, needed);
    const request = http.get(url, {agent: false, signal}, (response) => {
      fulfil(response.statusCode ?? null);
      // A body without an end would keep the connection.
      request.destroy();
    });
    request.once('error', () => fulfil(signal.aborted ? 'hanging' : null));
  });
}

function atMost(limit: number, needed?: AbortSignal): AbortSignal {
  const late = AbortSignal.timeout(limit);
  return needed === undefined ? late : AbortSignal.any([late, needed]);
}
