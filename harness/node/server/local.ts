import {randomUUID} from 'node:crypto';
import http, {type IncomingMessage, type ServerResponse} from 'node:http';
import type {Duplex} from 'node:stream';
import {SimhostError} from '../../errors.ts';
import {HANDLE_HEADER} from '../../wire/backend.ts';
import {CONTROL_PATH, type Forward, type SandboxOrigin} from '../../wire/control.ts';
import {armedRequest} from './armed-request.ts';
import type {Backend} from './backend.ts';
import {onRealTime} from './backend-real-time.ts';
import {Control, refuseUpgrade} from './control.ts';
import {needsPreflight} from './cors.ts';
import {Forwarder, withHeaders, withoutHeaders} from './forward.ts';
import type {GatewayOptions} from './gateway.ts';
import {RequestRecorder} from './journal.ts';
import {answerLogical, logicalOf} from './logical.ts';
import {loopbackRejection, listenAsLocalhost} from './loopback.ts';
import {headersOf, isPreflight, plain, readableBy, send} from './node-http.ts';
import {probe} from './probe.ts';
import {failedInside, notMapped, unreachable} from './problems.ts';
import type {Simulated} from './simulated.ts';

/**
 * A simulation for a browser without a proxy: the host page at `/`, each host of the platform under a path of its
 * own (`/shopify.com/…`), and the way to the mapped backends under a path that only the page is told.
 */
export interface LocalGateway {
  /** For example `http://localhost:3000`. */
  readonly url: string;
  /** The id that its pages say hello to. It is unguessable, is in the fragment of their address, and is never served. */
  readonly id: string;
  readonly forward: Forward;
  readonly backends: readonly Backend[];
  backendsOnRealTime(): string[];
  close(): Promise<void>;
}

export interface LocalOptions extends GatewayOptions {
  readonly port: number;
  /** The id of an earlier start, for pages that are still open. Default: the id of the simulation. */
  readonly id?: string;
  /** Origins of other pages that may reach the backends by the forward route, if they know it. */
  readonly pages: readonly string[];
  /** What is sent to the backends in the place of the browser's own. */
  readonly userAgent?: string;
  /** Why a request may not go there; `null` where it may. */
  readonly refuses?: (url: URL) => string | null;
}

export async function openLocalGateway(simulation: Simulated, options: LocalOptions): Promise<LocalGateway> {
  const {backends, id = simulation.id} = options;
  if (simulation.origin !== 'opaque') throw needsGateway(simulation.origin);

  const key = `/${randomUUID()}/`;
  const traffic = new LocalTraffic(simulation, options, key);
  let port = 0;
  let control: Control | undefined;

  const makeServer = (): http.Server => {
    const server = new http.Server((message, out) => {
      traffic.request(message, out, port).catch(() => out.destroy());
    });

    return server.on('upgrade', (message: IncomingMessage, socket, head) => {
      socket.on('error', () => socket.destroy());
      const rest = traffic.keyed(message);
      const refusal = traffic.foreign(message, port);

      if (refusal !== null) refuseUpgrade(socket, 403, refusal);
      else if (rest !== null) void traffic.upgrade(message, socket, head, rest);
      else if (message.url === CONTROL_PATH && control !== undefined)
        control.upgrade(message, socket, head, `http://${message.headers.host}`);
      else refuseUpgrade(socket, 404, `No WebSocket is at ${message.url}.`);
    });
  };

  const listening = await listenAsLocalhost(makeServer, options.port);
  port = listening.port;
  const url = `http://localhost:${port}`;
  const forward = {base: `${url}${key}`, origins: backends.map(({origin}) => origin)};

  control = new Control(
    simulation,
    {forward, locate: (logical) => logical.replace(/^https:\/\//, `${url}/`)},
    id,
  );

  return {
    url,
    id,
    forward,
    backends,
    backendsOnRealTime: () => onRealTime(backends),
    close: async () => {
      control.close();
      traffic.close();
      await listening.close();
    },
  };
}

function needsGateway(origin: SandboxOrigin): SimhostError {
  const why =
    origin === 'shopifycdn'
      ? 'a browser without the gateway would ask the real extensions.shopifycdn.com'
      : "the page's own origin is localhost here, which no backend sees in production";

  return new SimhostError(
    'ERR_ORIGIN_NEEDS_GATEWAY',
    `Extensions cannot have the origin "${origin}" here: ${why}.`,
    {
      next: `Leave it out, or use it in a test of simhost/playwright: test.use({origin: '${origin}'}).`,
    },
  );
}

class LocalTraffic {
  readonly #simulation: Simulated;
  readonly #key: string;
  readonly #options: LocalOptions;
  readonly #backends: ReadonlyMap<string, Backend>;
  readonly #journal: RequestRecorder;
  readonly #forwarder = new Forwarder();

  constructor(simulation: Simulated, options: LocalOptions, key: string) {
    this.#simulation = simulation;
    this.#key = key;
    this.#options = options;
    this.#backends = new Map(options.backends.map((backend) => [backend.origin, backend]));
    this.#journal = new RequestRecorder(simulation);
  }

  close(): void {
    this.#options.handles.forget(this.#simulation);
    this.#forwarder.close();
  }

  /** What follows the key in a path; `null` where it is not there. */
  keyed({url = '/'}: IncomingMessage): string | null {
    return url.startsWith(this.#key) ? url.slice(this.#key.length) : null;
  }

  /** Whoever knows the key is the page, or its sandbox, whose origin is opaque. */
  foreign(message: IncomingMessage, port: number): string | null {
    return loopbackRejection(
      this.keyed(message) === null ? message : withoutOrigin(message, ['null', ...this.#options.pages]),
      port,
    );
  }

  async request(message: IncomingMessage, out: ServerResponse, port: number): Promise<void> {
    const path = message.url ?? '/';
    const rest = this.keyed(message);
    const refusal = this.foreign(message, port);
    if (refusal !== null) return send(plain(403, refusal), out);
    if (rest !== null) return this.#forward(message, out, rest);

    const {pathname} = new URL(path, 'http://localhost');
    const {page} = this.#options;

    if (message.method === 'GET' && PAGE_PATH.test(pathname))
      return send(await page.document(this.#simulation.origin), out);
    const asset = await page.asset(pathname);
    if (asset !== null) return send(asset, out);

    return this.#answer(message, out, path);
  }

  /** A WebSocket to a backend; browsers send no preflight for one. */
  async upgrade(message: IncomingMessage, socket: Duplex, head: Buffer, rest: string): Promise<void> {
    const {origin, target, backend, refusal} = this.#wanted(rest);
    const headers = headersOf(message.rawHeaders);

    const visit = this.#journal.arrived({
      method: 'GET',
      url: `${origin}${target}`.replace('http', 'ws'),
      target: origin,
      headers,
    });

    socket.once('close', () => visit.done());
    const refuse = (outcome: 'refused' | 'failed', problem: string): void => {
      visit.ended(outcome, 502, problem);
      refuseUpgrade(socket, 502, problem);
    };
    if (backend === undefined) return refuse('refused', refusal);

    const rawHeaders = this.#withHandle(this.#sent(message, backend), backend);
    await this.#forwarder
      .upgrade(message, socket, head, {address: backend.address, path: target, rawHeaders}, (status) =>
        visit.answered('backend', status, new Headers()),
      )
      .catch(async (error: unknown) => refuse('failed', await unreachable(backend, error)));
  }

  #answer(message: IncomingMessage, out: ServerResponse, path: string): Promise<void> {
    const logical = logicalOf(path);
    if (logical !== null && this.#simulation.handlesHost(logical.host)) {
      return answerLogical(this.#simulation, this.#journal, {message, out, logical});
    }
    const next = 'The host page is at /, a host of the platform at /<host>/<path>.';
    return send(plain(404, `Nothing is at ${message.method} ${path}. ${next}`), out);
  }

  async #forward(message: IncomingMessage, out: ServerResponse, rest: string): Promise<void> {
    const asked = headersOf(message.rawHeaders);
    const method = message.method ?? 'GET';
    // The browser's own preflight is for us and says nothing about the backend.
    if (isPreflight(method, asked)) return send(plain(204, '', asked), out);

    const {origin, target, backend, refusal} = this.#wanted(rest);
    if (backend === undefined) {
      const visit = this.#journal.arrived({
        method,
        url: `${origin}${target}`,
        target: origin,
        headers: asked,
      });
      out.once('close', () => visit.done());
      visit.ended('refused', 502, refusal);
      return send(plain(502, refusal, asked), out);
    }

    const given = this.#sent(message, backend);
    const armed = await armedRequest(this.#simulation, {method, path: target, rawHeaders: given});
    const {path, rawHeaders} = armed ?? {path: target, rawHeaders: given};
    const headers = headersOf(given);
    const visit = this.#journal.arrived({method, url: `${origin}${path}`, target: origin, headers, armed});
    out.once('close', () => visit.done());
    const fail = async (error: unknown): Promise<void> => {
      const problem = await unreachable(backend, error);
      visit.ended('failed', 502, problem);
      return send(plain(502, problem, asked), out);
    };

    if (asked.has('origin') && needsPreflight(method, headers)) {
      try {
        const refused = await probe(backend, target, method, headers);
        visit.judged(refused === null ? 'allowed' : {refused}, refused);
      } catch (error) {
        return fail(error);
      }
    }

    const outgoing = {address: backend.address, path, rawHeaders: this.#withHandle(rawHeaders, backend)};
    await this.#forwarder
      .forward(message, out, outgoing, (status, answered) => {
        visit.answered('backend', status, headersOf(answered), failedInside(backend, status, 'terminal'));
        return this.#readable(answered, asked, `${origin}${target}`);
      })
      .catch(fail);
  }

  /** Where a request shall go that names scheme, host and path behind the key. */
  #wanted(rest: string): Wanted {
    const [, scheme = '', host = '', path = ''] = /^(https?)\/([^/?#]+)(.*)$/.exec(rest) ?? [];
    const origin = URL.canParse(`${scheme}://${host}`) ? new URL(`${scheme}://${host}`).origin : '';
    const target = path.startsWith('/') ? path : `/${path}`;
    const refusal = origin === '' ? null : (this.#options.refuses?.(new URL(`${origin}${target}`)) ?? null);
    const backend = this.#backends.get(origin);

    if (refusal !== null || backend === undefined)
      return {origin, target, backend: undefined, refusal: refusal ?? notMapped(origin || rest)};
    return {origin, target, backend, refusal: null};
  }

  /** The headers that the page sends, for this backend. */
  #sent({rawHeaders: given}: IncomingMessage, {origin}: Backend): string[] {
    const {userAgent} = this.#options;
    const rawHeaders = withoutHeaders(given, (name) => DROPPED.includes(name) || name.startsWith('proxy-'));

    rawHeaders.unshift('Host', new URL(origin).host);
    if (userAgent === undefined) return rawHeaders;

    return withHeaders(
      withoutHeaders(rawHeaders, (name) => name.startsWith('sec-ch-ua')),
      'user-agent',
      () => userAgent,
    );
  }

  #withHandle(rawHeaders: readonly string[], {takesHandle}: Backend): string[] {
    return takesHandle
      ? [...rawHeaders, HANDLE_HEADER, this.#options.handles.issue(this.#simulation)]
      : [...rawHeaders];
  }

  /** The answer as the sandbox may read it, redirects kept on this way. */
  #readable(rawHeaders: readonly string[], asked: Headers, url: string): string[] {
    const kept = withoutHeaders(
      rawHeaders,
      (name) => name === 'access-control-allow-origin' || name === 'access-control-allow-credentials',
    );

    for (let index = 0; index < kept.length; index += 2) {
      if (kept[index]?.toLowerCase() !== 'location') continue;
      const to = new URL(kept[index + 1] ?? '', url);
      kept[index + 1] = `${this.#key}${to.protocol.slice(0, -1)}/${to.host}${to.pathname}${to.search}`;
    }

    return [...kept, ...Object.entries(readableBy(asked)).flat()];
  }
}

type Wanted = {readonly origin: string; readonly target: string} & (
  | {readonly backend: Backend; readonly refusal: null}
  | {readonly backend: undefined; readonly refusal: string}
);

/** The page, and where links inside it lead. */
const PAGE_PATH = /^\/(?:(?:orders|profile|company|pages|checkouts)(?:\/|$)|$)/;

const DROPPED = ['host', 'cookie', 'referer', HANDLE_HEADER];

function withoutOrigin(
  message: IncomingMessage,
  allowed: readonly string[],
): Pick<IncomingMessage, 'headers'> {
  const {origin, ...headers} = message.headers;
  if (!allowed.includes(origin ?? '')) return message;
  const {'sec-fetch-site': _site, ...rest} = headers;
  return {headers: rest};
}
