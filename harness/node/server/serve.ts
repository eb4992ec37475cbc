import http, {type IncomingMessage, type ServerResponse} from 'node:http';
import {messageOf} from '../../errors.ts';
import {nearest} from '../../known-values.ts';
import {redact} from '../../redact.ts';
import {RequestRecorder} from './request-recorder.ts';
import {answerPlatformPath, platformPathOf} from './platform-path.ts';
import {close, loopbackRejection, listen} from './loopback.ts';
import {manifest} from './manifest.ts';
import {plain, send} from './node-http.ts';
import {CONTROL_PATHS, CONTROL_PREFIX, handleControlRequest, type Controllable} from './remote-control.ts';
import type {Simulated} from './simulated.ts';

/** Answers 200 as long as the server runs; tells its version and hosts, and nothing secret. */
export const HEALTH_PATH = '/.simhost/health';

/** A simulation's platforms over plain HTTP, each host under a path of its own, for programs in any language. */
export interface Served {
  /** For example `http://127.0.0.1:4321`. */
  readonly url: string;
  close(): Promise<void>;
}

export type Servable = Simulated & Controllable & {readonly hosts: readonly string[]};

export interface ServeOptions {
  /** Any free one by default. */
  readonly port?: number;
  /** Runs once the port is ours; no request is answered before it has fulfilled. */
  readonly prepare?: (url: string) => Promise<void>;
  /** Told of each answer that is not the platform's, but for the health route's; those are in the request log. */
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
  const {port: wanted = 0, prepare = async () => {}, onAnswer = () => {}} = options;
  const recorder = new RequestRecorder(simulation);

  const server = new http.Server((message, out) => {
    answer(message, out).catch((error: unknown) => {
      if (out.headersSent) out.destroy();
      else void send(plain(500, `The server failed: ${messageOf(error)}`), out);
    });
  });

  const answer = async (message: IncomingMessage, out: ServerResponse): Promise<void> => {
    await prepared;
    const path = message.url ?? '/';
    const refusal = loopbackRejection(message, port);
    const platformPath = refusal === null ? platformPathOf(path) : null;

    if (platformPath !== null && simulation.handlesHost(platformPath.host))
      return answerPlatformPath(simulation, recorder, {message, out, platformPath});
    const response = refusal === null ? await own(message, path) : plain(403, refusal);
    const pathname = pathnameOf(path);

    if (pathname !== HEALTH_PATH || !response.ok) {
      onAnswer({
        method: message.method ?? 'GET',
        path: redact(pathname, simulation.secrets),
        status: response.status,
      });
    }

    return send(response, out);
  };

  const own = async (message: IncomingMessage, path: string): Promise<Response> => {
    const pathname = pathnameOf(path);
    if (pathname === HEALTH_PATH) return health(message.method ?? 'GET', simulation.hosts);
    if (pathname.startsWith(CONTROL_PREFIX)) return handleControlRequest(simulation, message, pathname);
    return plain(404, nothingAt(message.method ?? 'GET', path, simulation));
  };

  const port = await listen(server, wanted);
  const url = `http://127.0.0.1:${port}`;
  const prepared = prepare(url);

  try {
    await prepared;
  } catch (error) {
    await close(server);
    throw error;
  }

  return {url, close: () => close(server)};
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

function nothingAt(method: string, path: string, {hosts, secrets}: Servable): string {
  const host = platformPathOf(path)?.host;
  const known = hosts.map((name) => `/${name}/…`).join(', ');

  if (host === undefined) {
    return `Nothing is at ${method} ${redact(pathnameOf(path), secrets)}.\nKnown: ${known}, ${[HEALTH_PATH, ...CONTROL_PATHS].join(', ')}.`;
  }

  const near = nearest(host, hosts);
  return `The host "${host}" is not simulated here.\n${near === undefined ? '' : `Did you mean "${near}"? `}Known: ${known}.`;
}
