import type {IncomingMessage, ServerResponse} from 'node:http';
import {
  ANNOUNCE_PATH,
  type Announced,
  type Announcement,
  BACKEND_HEADER,
  CLOCK_PATH,
  HANDLE_HEADER,
  LIFELINE_PATH,
} from '../../wire/backend.ts';
import {CLOSES, readSmallBody, TOO_LARGE} from '../http/small-body.ts';
import {BackendCalls} from './backend-calls.ts';
import {type OutsideCalls, outsideUrlOf} from './backend-outside.ts';
import type {BackendStarter} from './backend-starter.ts';
import {urlOf} from './bad-requests.ts';
import type {Handles} from './handles.ts';
import {withoutClientOrigin} from './client-origin.ts';
import {loopbackRejection} from './loopback.ts';
import {plain, send} from './node-http.ts';
import {platformPathOf} from './platform-path.ts';
import type {Simulated} from './simulated.ts';

export interface ServerParts {
  readonly port: number;
  readonly handles: Handles;
  /** The simulations whose gateways are open. */
  readonly simulations: ReadonlySet<Simulated>;
  readonly outsideCalls: OutsideCalls;
  readonly starter: BackendStarter;
}

/** Answers the requests of backends to the server at `SIMHOST_URL`. */
export class ServerRoutes {
  readonly #parts: ServerParts;
  readonly #platformCalls: BackendCalls;

  constructor(parts: ServerParts) {
    this.#parts = parts;
    this.#platformCalls = new BackendCalls(parts.handles, parts.simulations);
  }

  async answer(message: IncomingMessage, out: ServerResponse): Promise<void> {
    const {port, outsideCalls} = this.#parts;
    const isOfBackend = this.#isOfBackend(message);
    const rejection = loopbackRejection(
      isOfBackend ? withoutOrigin(message) : withoutClientOrigin(message),
      port,
    );
    if (rejection !== null) return send(plain(403, rejection), out);

    const path = message.url ?? '/';
    // The backend holds this connection open to see when the server ends.
    if (path.startsWith(LIFELINE_PATH)) return;

    const url = isOfBackend ? outsideUrlOf(path) : null;
    if (url !== null) return outsideCalls.answer({message, out, url});

    const platformPath = platformPathOf(path);
    if (platformPath !== null) return this.#platformCalls.answer(message, out, platformPath);
    return send(await this.#route(message), out);
  }

  async #route(message: IncomingMessage): Promise<Response> {
    const {handles} = this.#parts;
    const {pathname} = urlOf(message, 'http://127.0.0.1');

    if (message.method === 'GET' && pathname === CLOCK_PATH)
      return timeFor(handles, message.headers[HANDLE_HEADER]);
    if (message.method === 'POST' && pathname === ANNOUNCE_PATH) return this.#announce(message);
    return plain(404, `Nothing is at ${message.method} ${pathname}.`);
  }

  async #announce(message: IncomingMessage): Promise<Response> {
    const {starter, simulations} = this.#parts;
    const body = await readSmallBody(message);
    if (body === null) return new Response(TOO_LARGE, {status: 413, headers: CLOSES});

    const announced = starter.announce(readAnnouncement(body));
    if (announced === undefined) return plain(403, 'This server has not started that backend.');

    const hosts = [...new Set([...simulations].flatMap((simulation) => simulation.platforms.hosts))];
    return Response.json({hosts, allow: announced.allow, proof: announced.proof} satisfies Announced);
  }

  /**
   * Whether a backend sent this request. Such a request may carry the origin of the page that the backend
   * works for.
   */
  #isOfBackend({headers}: IncomingMessage): boolean {
    const {handles, starter} = this.#parts;
    const isHandled = handles.simulationOf(String(headers[HANDLE_HEADER])) !== undefined;
    return isHandled || starter.has(String(headers[BACKEND_HEADER]));
  }
}

function withoutOrigin({
  headers: {origin: _origin, 'sec-fetch-site': _site, ...headers},
}: IncomingMessage): Pick<IncomingMessage, 'headers'> {
  return {headers};
}

/** Answers the time, and nothing else, to the backend that works on the request with this handle. */
function timeFor(handles: Handles, handle: string | string[] | undefined): Response {
  if (handle === undefined)
    return plain(400, `Send the header ${HANDLE_HEADER} of the request that you are answering.`);

  const now = handles.timeOf(String(handle));
  return now === undefined
    ? plain(404, 'No request has this handle, or its test is over.')
    : plain(200, (now / 1000).toFixed(3));
}

function readAnnouncement(body: string): Announcement {
  try {
    const {key, port} = JSON.parse(body) as Announcement;
    return {key, ...(Number.isInteger(port) ? {port: Number(port)} : {})};
  } catch {
    return {key: ''};
  }
}
