import type {IncomingMessage, ServerResponse} from 'node:http';
import type {Duplex} from 'node:stream';
import {isPreflight} from '../../core/platforms/cors-headers.ts';
import {noSuchHost, refusedByRule} from '../../core/verdicts/destination-verdicts.ts';
import {describeVerdict} from '../../core/verdicts/verdict.ts';
import type {Verdict} from '../../wire/verdict.ts';
import {isLocalHostPage} from '../../wire/host-pages.ts';
import {withHeaders} from '../http/raw-headers.ts';
import {forwardPathOf, redirectUrl} from '../http/redirect-url.ts';
import {passedByShop, throughAppProxy} from './app-proxy.ts';
import {armedRequest} from './armed-request.ts';
import {isSameKey} from '../http/same-key.ts';
import type {Backend} from './backend.ts';
import {urlOf} from './bad-requests.ts';
import {consoleDocument, consoleOrigin} from './console-document.ts';
import {type CorsHold, readable} from './cors-hold.ts';
import {needsPreflight} from './cors.ts';
import {
  connectToBackend,
  redirectByShop,
  redirectReason,
  type Exchange,
  refuse,
  refuseSocket,
  type UpgradeExchange,
} from './exchange.ts';
import {type ForwardedRequest, Forwarder} from './forward.ts';
import {forwardedHeaders} from './forwarded-headers.ts';
import {loopbackRejection, withoutOrigin} from './loopback.ts';
import {appProxyFor} from './gateway-route.ts';
import {headersOf, plain, send} from './node-http.ts';
import {isAssetPath} from './page.ts';
import {asForOpaque, asOnPlatform, platformOriginOf} from './platform-origin.ts';
import {answerPlatformPath, platformPathOf} from './platform-path.ts';
import {ifUnanswered, sendPreflight} from './probe.ts';
import {type ArrivedRequest, RequestRecorder, type RecordedRequest} from './request-recorder.ts';
import {SentRequests} from './sent-requests.ts';
import type {Simulated} from './simulated.ts';
import {answerContext, brokenOff, needsOutput, unanswered} from './unanswered.ts';
import type {TrafficOptions} from './traffic.ts';

export interface LocalTrafficOptions extends TrafficOptions {
  /**
   * Whether a console will show the page in its frame. A page that connects again after a restart loads before its console
   * is there. Default: `false`.
   */
  readonly hasConsole?: boolean;
  /** Origins of other pages that may use the forward route, if they know it. */
  readonly pages: readonly string[];
  /** The user agent that backends see. Default: the browser's own. */
  readonly userAgent?: string;
  /** Returns the reason why a request must not go to a URL, or `null`. */
  readonly refuses?: (url: URL) => string | null;
  /** The way in which backends are mapped, for messages. */
  readonly mappedBy: 'option' | 'command line';
  readonly cors: CorsHold;
}

/** The destination of a request of the forward route. */
type ForwardRoute = {readonly origin: string; readonly target: string} & (
  | {readonly backend: Backend; readonly refusal: null}
  | {readonly backend: undefined; readonly refusal: Verdict}
);

/** A request of the forward route to a backend. */
interface RequestToBackend extends Omit<Exchange, 'record'> {
  readonly url: URL;
  /** Path and query. */
  readonly target: string;
  /** Whether the browser gets the backend's own CORS headers. */
  readonly isHeld: boolean;
}

/** Carries out the requests of a browser without a proxy. */
export class LocalTraffic {
  readonly #simulation: Simulated;
  readonly #key: string;
  readonly #options: LocalTrafficOptions;
  readonly #backends: ReadonlyMap<string, Backend>;
  readonly #recorder: RequestRecorder;
  readonly #forwarder = new Forwarder();
  /** The newest requests to backends, to send them again. */
  readonly sentRequests: SentRequests = new SentRequests();
  /**
   * The console at `/` of 127.0.0.1, and the origin of the page in its frame. `null` for the host page, which stays at
   * localhost.
   */
  console: {readonly pageOrigin: string | null} | null = null;

  /** `key` is the path of the forward route. */
  constructor(simulation: Simulated, options: LocalTrafficOptions, key: string) {
    this.#simulation = simulation;
    this.#key = key;
    this.#options = options;
    this.#backends = new Map(options.backends.map((backend) => [backend.origin, backend]));
    this.#recorder = new RequestRecorder(simulation);
  }

  close(): void {
    this.#options.handles.forget(this.#simulation);
    this.#forwarder.close();
  }

  /** The part of a path after the key, or `null` for a path without the key. */
  afterKey({url = '/'}: IncomingMessage): string | null {
    return isSameKey(url.slice(0, this.#key.length), this.#key) ? url.slice(this.#key.length) : null;
  }

  /** The reason why a request is not for us, or `null`. A sender that knows the key is the page or its sandbox. */
  rejection(message: IncomingMessage, port: number): string | null {
    const allowed = ['null', ...this.#options.pages];
    return loopbackRejection(
      this.afterKey(message) === null ? message : withoutOrigin(message, allowed),
      port,
    );
  }

  async request(message: IncomingMessage, out: ServerResponse, port: number): Promise<void> {
    const rejection = this.rejection(message, port);
    if (rejection !== null) return send(plain(403, rejection), out);

    const rest = this.afterKey(message);
    if (rest !== null) return this.#forward(message, out, rest);

    const path = message.url ?? '/';
    const {pathname} = urlOf(message, 'http://localhost');
    const {page, hasConsole = false} = this.#options;
    const isConsole = `http://${message.headers.host}` === consoleOrigin(port) && pathname === '/';
    if (message.method === 'GET' && isConsole && this.console !== null)
      return send(consoleDocument(port, this.console.pageOrigin), out);
    if (message.method === 'GET' && isLocalHostPage(pathname)) {
      const isFramed = hasConsole || this.console !== null;
      const framedBy = isFramed ? consoleOrigin(port) : null;
      return send(await page.document(this.#simulation.origin ?? 'opaque', {watched: true, framedBy}), out);
    }

    if (isAssetPath(pathname)) return send(await page.asset(pathname), out);
    return this.#answerByPlatform(message, out, path);
  }

  /** Connects a WebSocket to a backend. Browsers send no preflight for one. */
  async upgrade(message: IncomingMessage, socket: Duplex, head: Buffer, rest: string): Promise<void> {
    const {origin, target, backend, refusal} = this.#route(rest);
    const record = this.#recorder.arrived({
      method: 'GET',
      url: `${origin}${target}`.replace('http', 'ws'),
      target: origin,
      headers: headersOf(asOnPlatform(message.rawHeaders, this.#platformOrigin)),
    });

    socket.once('close', () => record.done());
    const exchange: UpgradeExchange = {message, socket, head, record};
    if (backend === undefined) return refuseSocket(exchange, 'refused', refusal);

    const outgoing = this.#outgoing(target, this.#headersFor(message, backend), backend);
    return connectToBackend(this.#forwarder, exchange, backend, outgoing);
  }

  #answerByPlatform(message: IncomingMessage, out: ServerResponse, path: string): Promise<void> {
    const platformPath = platformPathOf(path);
    if (platformPath !== null && this.#simulation.platforms.handlesHost(platformPath.host))
      return answerPlatformPath(this.#simulation, this.#recorder, {message, out, platformPath});

    const next = 'The host page is at /, a host of the platform at /<host>/<path>.';
    return send(plain(404, `Nothing is at ${message.method} ${path}. ${next}`), out);
  }

  async #forward(message: IncomingMessage, out: ServerResponse, rest: string): Promise<void> {
    const headers = headersOf(message.rawHeaders);
    const method = message.method ?? 'GET';
    const {origin, target, backend, refusal} = this.#route(rest);
    const {isHeld} = this.#options.cors;
    // Unless CORS is held, the browser's own preflight shows nothing about the backend.
    if (isPreflight(method, headers) && !(isHeld && backend !== undefined))
      return send(plain(204, '', headers), out);

    if (backend !== undefined) {
      const request = {message, out, headers, url: new URL(`${origin}${target}`), target, isHeld};
      return this.#forwardTo(backend, request);
    }

    const record = this.#record(out, {method, url: `${origin}${target}`, target: origin, headers});
    return refuse({message, out, headers, record}, refusal);
  }

  async #forwardTo(
    backend: Backend,
    {message, out, headers: asked, url, target, isHeld}: RequestToBackend,
  ): Promise<void> {
    const method = message.method ?? 'GET';
    const given = this.#headersFor(message, backend);
    const headers = headersOf(given);
    const armed = isPreflight(method, headers)
      ? null
      : await armedRequest(this.#simulation, {method, path: target, rawHeaders: given});

    const path = armed?.path ?? target;
    const {origin} = url;
    const arrived = {method, url: `${origin}${path}`, sentUrl: url.href, target: origin, headers, armed};
    const record = this.#record(out, arrived);
    const exchange = {message, out, headers: asked, record};

    const redirect = backend.appProxy === null ? null : this.#simulation.appProxies.redirect();
    if (redirect !== null) {
      return isHeld
        ? redirectByShop(exchange, redirect)
        : refuse(exchange, {headline: `302 from ${url.href}`, ...redirectReason(redirect)});
    }

    try {
      const sent = {url, path, rawHeaders: armed?.rawHeaders ?? given};
      const through = await throughAppProxy(this.#simulation, backend, sent);
      if (!isHeld && asked.has('origin') && needsPreflight(method, headers)) {
        const probed = backend.appProxy === null ? target : through.path;
        record.judged('allowed', await sendPreflight(backend, probed, method, headers).catch(ifUnanswered));
      }

      const outgoing = this.#outgoing(through.path, through.rawHeaders, backend);
      await this.#sendToBackend(exchange, outgoing, {url: url.href, backend, isHeld});
    } catch (error) {
      const problem = await unanswered(backend, error);
      record.ended('failed', 502, problem);
      // In production, too, a script cannot read that a server is down.
      await send(plain(502, describeVerdict(problem), isHeld ? undefined : asked), out);
    }
  }

  #sendToBackend(
    {message, out, headers, record}: Exchange,
    outgoing: ForwardedRequest,
    {url, backend, isHeld}: {readonly url: string; readonly backend: Backend; readonly isHeld: boolean},
  ): Promise<void> {
    const answered = (status: number, rawHeaders: readonly string[]): string[] => {
      record.answered('backend', status, headersOf(rawHeaders), answerContext(backend, status, 'terminal'));
      const passed = this.#redirected(passedByShop(backend, rawHeaders), url);
      return isHeld ? asForOpaque(passed, this.#platformOrigin) : readable(passed, headers);
    };

    this.sentRequests.keep(record.id, message);
    return this.#forwarder.forward(message, out, outgoing, {
      needsOutput: (status) => needsOutput(backend, status),
      answered,
      received: (chunk) => record.received(chunk),
      brokenOff: async (broken) => record.brokenOff(await brokenOff(backend, broken)),
    });
  }

  #record(out: ServerResponse, arrived: ArrivedRequest): RecordedRequest {
    const record = this.#recorder.arrived(arrived);
    out.once('close', () => record.done());
    return record;
  }

  /** Reads the destination from the part of a path after the key: scheme, host and path. */
  #route(rest: string): ForwardRoute {
    const [, scheme = '', host = '', path = ''] = /^(https?)\/([^/?#]+)(.*)$/.exec(rest) ?? [];
    const origin = URL.canParse(`${scheme}://${host}`) ? new URL(`${scheme}://${host}`).origin : '';
    const target = path.startsWith('/') ? path : `/${path}`;
    const url = URL.canParse(`${origin}${target}`) ? new URL(`${origin}${target}`) : null;
    const rule = url === null ? null : (this.#options.refuses?.(url) ?? null);
    const backend =
      (url === null ? undefined : appProxyFor(url, this.#backends)) ?? this.#backends.get(origin);

    if (url !== null && rule !== null)
      return {origin, target, backend: undefined, refusal: refusedByRule(url, rule)};

    if (backend !== undefined) return {origin, target, backend, refusal: null};
    return {origin, target, backend, refusal: noSuchHost(origin || rest, this.#options.mappedBy)};
  }

  #outgoing(path: string, rawHeaders: readonly string[], backend: Backend): ForwardedRequest {
    const own = this.#options.handles.headersFor(backend, this.#simulation);
    return {address: backend.address, path, rawHeaders: [...rawHeaders, ...own]};
  }

  /** The origin that requests of the extensions on the page have on the platform. */
  get #platformOrigin(): string | null {
    return platformOriginOf(this.#simulation.pages.state().mounts);
  }

  /** The headers that the page sends, as this backend gets them. */
  #headersFor({rawHeaders: given}: IncomingMessage, {host}: Backend): string[] {
    const {userAgent} = this.#options;
    return forwardedHeaders(given, {host, origin: this.#platformOrigin, userAgent});
  }

  /** Keeps the redirects of an answer on the forward route. */
  #redirected(rawHeaders: readonly string[], url: string): string[] {
    return withHeaders(rawHeaders, 'location', (location) => {
      const redirect = redirectUrl(location, url);
      // The browser reports a redirect that it cannot follow. To scripts, those to other schemes fail.
      if (redirect === null || !/^https?:$/.test(redirect.protocol)) return location;
      return `${this.#key}${forwardPathOf(redirect)}`;
    });
  }
}
