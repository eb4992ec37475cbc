import type http from 'node:http';
import type {IncomingMessage, ServerResponse} from 'node:http';
import {didYouMean} from '../../known-values.ts';
import {redact} from '../../redact.ts';
import {explainedServer, refuseTunnels} from './bad-requests.ts';
import {RequestRecorder} from './request-recorder.ts';
import {answerPlatformPath, platformPathOf} from './platform-path.ts';
import {withoutClientOrigin} from './client-origin.ts';
import {close, loopbackRejection, listen} from './loopback.ts';
import {manifest} from './manifest.ts';
import {answerRegistered} from './registered-backends.ts';
import {plain, send} from './node-http.ts';
import {CONTROL_PATHS, CONTROL_PREFIX, handleControlRequest, type Controllable} from './remote-control.ts';
import type {Simulated} from './simulated.ts';

/** The path that answers 200 as long as the server runs, with its version and hosts. */
export const HEALTH_PATH = '/.simhost/health';

/** A simulation's platforms over plain HTTP, each host under its own path, for programs in any language. */
export interface Served {
  /** For example `http://127.0.0.1:4321`. */
  readonly url: string;
  close(): Promise<void>;
}

export type Servable = Simulated & Controllable;

export interface ServeOptions {
  /** Default: a free one. */
  readonly port?: number;
  /**
   * The hosts besides the platform's that a backend with `simhost/register` may reach: `['api.example.com']`,
   * `['*.example.com']`, or `['*']` for all. Default: none.
   */
  readonly allow?: readonly string[];
  /** Runs once the server listens. Requests wait until it has fulfilled. */
  readonly prepare?: (url: string) => Promise<void>;
  /**
   * Called for each answer of simhost's own, except of the health route. The platform's answers are in the
   * request log.
   */
  readonly onAnswer?: (answer: OwnAnswer) => void;
}

export interface OwnAnswer {
  readonly method: string;
  /** Path without query. */
  readonly path: string;
  readonly status: number;
}

/**
 * Serves a simulation on the loopback interface.
 *
 * @throws {SimhostError} `ERR_PORT_BUSY`
 */
export async function serve(simulation: Servable, options: ServeOptions = {}): Promise<Served> {
  const {port = 0, allow = [], prepare = async () => {}, onAnswer = () => {}} = options;
  const server = new PlatformServer(simulation, {allow, onAnswer});
  const url = await server.start(port, prepare);
  return {url, close: () => server.close()};
}

class PlatformServer {
  readonly #simulation: Servable;
  readonly #options: Required<Pick<ServeOptions, 'allow' | 'onAnswer'>>;
  readonly #recorder: RequestRecorder;
  readonly #http: http.Server;
  #port = 0;
  #prepared: Promise<void> = Promise.resolve();

  constructor(simulation: Servable, options: Required<Pick<ServeOptions, 'allow' | 'onAnswer'>>) {
    this.#simulation = simulation;
    this.#options = options;
    this.#recorder = new RequestRecorder(simulation);
    this.#http = refuseTunnels(explainedServer('The server', (message, out) => this.#answer(message, out)));
  }

  async start(wanted: number, prepare: (url: string) => Promise<void>): Promise<string> {
    this.#port = await listen(this.#http, wanted);
    const url = `http://127.0.0.1:${this.#port}`;
    this.#prepared = prepare(url);

    try {
      await this.#prepared;
      return url;
    } catch (error) {
      await this.close();
      throw error;
    }
  }

  close(): Promise<void> {
    return close(this.#http);
  }

  async #answer(message: IncomingMessage, out: ServerResponse): Promise<void> {
    await this.#prepared;
    const path = message.url ?? '/';
    const rejection = loopbackRejection(withoutClientOrigin(message), this.#port);
    const platformPath = rejection === null ? platformPathOf(path) : null;

    if (platformPath !== null && this.#simulation.platforms.handlesHost(platformPath.host))
      return answerPlatformPath(this.#simulation, this.#recorder, {
        message,
        out,
        platformPath,
        sender: 'backend',
      });

    const registered = rejection === null ? this.#registered(message) : null;
    if (registered !== null) {
      message.resume();
      return send(registered, out);
    }

    const response = rejection === null ? await this.#own(message, path) : plain(403, rejection);
    this.#report(message.method ?? 'GET', pathnameOf(path), response);
    return send(response, out);
  }

  #registered(message: IncomingMessage): Response | null {
    const {hosts} = this.#simulation.platforms;
    return answerRegistered(message, {hosts, allow: this.#options.allow});
  }

  #report(method: string, pathname: string, {ok, status}: Response): void {
    if (pathname === HEALTH_PATH && ok) return;
    this.#options.onAnswer({method, path: redact(pathname, this.#simulation.secrets), status});
  }

  async #own(message: IncomingMessage, path: string): Promise<Response> {
    const {method = 'GET'} = message;
    const pathname = pathnameOf(path);

    if (pathname === HEALTH_PATH) return health(method, this.#simulation.platforms.hosts);
    if (pathname.startsWith(CONTROL_PREFIX)) return handleControlRequest(this.#simulation, message, pathname);
    return plain(404, nothingAt(method, path, this.#simulation));
  }
}

function pathnameOf(path: string): string {
  return path.split('?')[0] ?? '/';
}

function health(method: string, hosts: readonly string[]): Response {
  if (method !== 'GET' && method !== 'HEAD') return plain(405, `${HEALTH_PATH} takes GET.`);
  return Response.json(
    {status: 'ok', version: manifest().version, hosts},
    {headers: {'cache-control': 'no-store'}},
  );
}

function nothingAt(method: string, path: string, {platforms: {hosts}, secrets}: Servable): string {
  const host = platformPathOf(path)?.host;
  const known = hosts.map((name) => `/${name}/…`).join(', ');

  if (host === undefined) {
    return (
      `Nothing is at ${method} ${redact(pathnameOf(path), secrets)}.\nKnown: ${known}, ` +
      `${[HEALTH_PATH, ...CONTROL_PATHS].join(', ')}.`
    );
  }

  const next = didYouMean(host, hosts, {label: null, note: `Known: ${known}.`});
  return `The host "${host}" is not simulated here.\n${next}`;
}
