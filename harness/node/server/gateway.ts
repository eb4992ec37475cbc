import type {IncomingMessage, ServerResponse} from 'node:http';
import type {Duplex} from 'node:stream';
import {HANDLE_HEADER} from '../../wire/backend.ts';
import type {Notice} from '../../notices.ts';
import {CONTROL_PATH, type FirstState} from '../../wire/control.ts';
import {isLoopback} from '../../wire/loopback.ts';
import {FRAME_URL} from '../../wire/sandbox-start.ts';
import {armedRequest} from './armed-request.ts';
import {type Backend, backendOf} from './backend.ts';
import {onRealTime} from './backend-real-time.ts';
import {Control, refuseUpgrade} from './control.ts';
import {Cookies} from './cookies.ts';
import {Forwarder, type Outgoing, withHeaders, withoutHeaders} from './forward.ts';
import type {Handles} from './handles.ts';
import {RequestRecorder, type RecordedRequest} from './journal.ts';
import {headersOf, isPreflight, plain, send, toRequest} from './node-http.ts';
import {asksForFrame, asksForPage, type Page} from './page.ts';
import {answerAsPlatform} from './platform.ts';
import {probe} from './probe.ts';
import {failedInside, noSuchHost, nothingLeft, unreachable} from './problems.ts';
import {Proxy, type Target} from './proxy.ts';
import type {Simulated} from './simulated.ts';
import {siteAsBackend, type Site} from './site.ts';

/** The way of one simulated browser context to everything it may reach. */
export interface Gateway {
  /** For Playwright's `proxy: {server}`, together with `ignoreHTTPSErrors`. */
  readonly proxy: string;
  readonly backends: readonly Backend[];
  /**
   * The address at which the backend of an origin listens, for example `http://127.0.0.1:41234`.
   *
   * @throws {SimhostError} `ERR_NO_BACKEND` for an origin that is not in the option `backends`
   */
  backendUrl(origin: string): string;
  /** Names the backends that neither tell the simulation's time nor were said to keep real time. */
  backendsOnRealTime(): string[];
  /** Answers for a page of the user's own, and holds the requests of that page against its rule. */
  addSite(site: Site): void;
  /** From now on a server of this machine answers for its own pages, once one of them is opened. */
  admitPages(): void;
  /** From now on the test routes requests, so Playwright answers CORS preflights in place of the backend. */
  noteRoutes(): void;
  /** Cookies in simulated time, for the browser contexts that they follow. */
  readonly cookies: Pick<Cookies, 'follow' | 'give' | 'settled'>;
  close(): Promise<void>;
}

export interface GatewayOptions {
  readonly backends: readonly Backend[];
  readonly page: Page;
  readonly handles: Handles;
}

export async function openGateway(simulation: Simulated, options: GatewayOptions): Promise<Gateway> {
  const cookies = new Cookies(simulation.clock);
  const traffic = new Traffic(simulation, options, cookies);
  const proxy = new Proxy(traffic);

  return {
    proxy: await proxy.listen(),
    backends: options.backends,
    backendUrl: (origin) => backendOf(options.backends, origin).address,
    backendsOnRealTime: () => onRealTime(options.backends),
    addSite: (site) => traffic.sites.set(site.origin, site),
    admitPages: () => (traffic.admitsPages = true),
    noteRoutes: () => (traffic.isRouted = true),
    cookies,
    close: async () => {
      cookies.close();
      traffic.close();
      await proxy.close();
    },
  };
}

/** A test's own request has no Sec-Fetch-Mode, nor has a page's to an insecure host. */
function isOfPage(headers: Headers, {protocol}: URL): boolean {
  return headers.has('sec-fetch-mode') || protocol === 'http:';
}

/** What goes to a backend, and where. */
interface Sending extends Target {
  readonly rawHeaders: readonly string[];
}

/** What Chromium asks by itself about the fields of a form; no page and no extension did. */
const BROWSERS_OWN: ReadonlySet<string> = new Set(['content-autofill.googleapis.com']);

const ROUTE_ACTIVE: Notice = {
  code: 'page-route-active',
  message:
    'A route of the test is active, so Playwright answered a CORS preflight itself, and the backend got none.',
  next: 'A test with a route proves nothing about CORS. Answer requests by host.use() instead, or test CORS in a test without routes.',
};

/** Where extensions live, and no host page does. */
const FRAME_ORIGIN = new URL(FRAME_URL).origin;

/** Sends each request where it belongs: to the platform, to a backend, or nowhere. */
class Traffic {
  /** Pages of the user's own, by origin. */
  readonly sites = new Map<string, Site>();
  admitsPages = false;
  /** Whether the test routes requests. */
  isRouted = false;
  readonly #simulation: Simulated;
  readonly #page: Page;
  readonly #handles: Handles;
  readonly #backends: ReadonlyMap<string, Backend>;
  readonly #journal: RequestRecorder;
  readonly #control: Control;
  readonly #cookies: Cookies;
  readonly #forwarder = new Forwarder();

  constructor(simulation: Simulated, {backends, page, handles}: GatewayOptions, cookies: Cookies) {
    this.#simulation = simulation;
    this.#cookies = cookies;
    this.#page = page;
    this.#handles = handles;
    this.#backends = new Map(backends.map((backend) => [backend.origin, backend]));
    this.#journal = new RequestRecorder(simulation);
    this.#control = new Control(simulation);
  }

  async request(message: IncomingMessage, out: ServerResponse, {url, path}: Target): Promise<void> {
    const method = message.method ?? 'GET';
    const headers = headersOf(message.rawHeaders);
    headers.delete(HANDLE_HEADER);
    const left = this.#simulation.isServedByTest(url);
    const platform = !left && this.#simulation.handlesHost(url.hostname);
    const page = platform ? await this.#ownPage(method, url, headers) : null;
    if (page !== null) return send(page, out);
    if (BROWSERS_OWN.has(url.hostname)) return send(plain(502, noSuchHost(url.origin)), out);

    const site = this.sites.get(url.origin) ?? this.#admitted(url, headers);
    if (site !== undefined) return this.#serve(message, out, path, url, site);

    const backend = platform ? undefined : this.#backends.get(url.origin);
    const {rawHeaders} = message;
    const own = backend === undefined || isPreflight(method, headers);
    const armed = own ? null : await armedRequest(this.#simulation, {method, path, rawHeaders});
    const sent: Sending = {url, path: armed?.path ?? path, rawHeaders: armed?.rawHeaders ?? rawHeaders};

    const visit = this.#journal.arrived({
      method,
      url: `${url.origin}${sent.path}`,
      target: url.origin,
      headers,
      armed,
    });

    out.once('close', () => visit.done());
    const refusal = this.#refusedBySite(headers, url);
    if (refusal !== null) {
      const answer = isPreflight(method, headers) ? 204 : 502;
      visit.ended('refused', answer, refusal);
      return send(plain(answer, refusal, headers), out);
    }

    if (platform) return this.#answer(toRequest(message, url.href, this.#alive(headers, url)), out, visit);
    if (backend !== undefined) return this.#forward(message, out, sent, headers, backend, visit);

    // A refused preflight would hide the refusal of the request itself from the page.
    const status = isPreflight(method, headers) ? 204 : 502;
    const problem = left ? nothingLeft(url) : noSuchHost(url.origin);

    visit.ended('refused', status, problem);
    return send(plain(status, problem, headers), out);
  }

  async upgrade(message: IncomingMessage, socket: Duplex, head: Buffer, {url, path}: Target): Promise<void> {
    const platform = !this.#simulation.isServedByTest(url) && this.#simulation.handlesHost(url.hostname);
    if (platform && url.pathname === CONTROL_PATH && url.origin !== FRAME_ORIGIN)
      return this.#control.upgrade(message, socket, head, url.origin);
    const site = this.sites.get(url.origin);

    if (site !== undefined && 'address' in site) {
      const {rawHeaders} = message;
      await this.#forwarder
        .upgrade(message, socket, head, {address: site.address, path, rawHeaders}, () => {})
        .catch(() => socket.destroy());
      return;
    }

    const headers = headersOf(message.rawHeaders);
    const visit = this.#journal.arrived({
      method: 'GET',
      url: `${url.origin}${path}`.replace('http', 'ws'),
      target: url.origin,
      headers,
    });

    socket.once('close', () => visit.done());
    const backend = this.#backends.get(url.origin);
    const refuse = (outcome: 'refused' | 'failed', problem: string): void => {
      visit.ended(outcome, 502, problem);
      refuseUpgrade(socket, 502, problem);
    };

    const refusal = this.#refusedBySite(headers, url);
    if (refusal !== null) return refuse('refused', refusal);
    if (platform)
      return refuse('refused', `The simulated platform has no WebSocket at ${url.origin}${url.pathname}.`);
    if (backend === undefined) return refuse('refused', noSuchHost(url.origin));

    await this.#forwarder
      .upgrade(
        message,
        socket,
        head,
        this.#outgoing({url, path, rawHeaders: message.rawHeaders}, backend),
        (status) => visit.answered('backend', status, new Headers()),
      )
      .catch(async (error: unknown) => refuse('failed', await unreachable(backend, error)));
  }

  close(): void {
    this.#control.close();
    this.#handles.forget(this.#simulation);
    this.#forwarder.close();
  }

  async #ownPage(method: string, url: URL, headers: Headers): Promise<Response | null> {
    if (asksForPage(method, url, headers))
      return this.#page.document(this.#simulation.origin, this.#firstState());
    return asksForFrame(url) ? this.#page.frame() : this.#page.asset(url.pathname);
  }

  #firstState(): FirstState {
    const state = this.#simulation.pageState();
    const urls = state.mounts.flatMap(({bundleUrl, conditions}) => [
      bundleUrl,
      ...(conditions === null ? [] : [conditions.bundleUrl]),
    ]);
    return {state, bundles: Object.fromEntries(urls.map((url) => [url, this.#simulation.codeAt(url) ?? '']))};
  }

  /** What a page of the user's own consists of is no request of the test's. */
  async #serve(
    message: IncomingMessage,
    out: ServerResponse,
    path: string,
    url: URL,
    site: Site,
  ): Promise<void> {
    if (!('address' in site)) return send(await site.answer(url), out);
    try {
      await this.#forwarder.forward(
        message,
        out,
        {address: site.address, path, rawHeaders: message.rawHeaders},
        () => {},
      );
    } catch (error) {
      await send(plain(502, await unreachable(siteAsBackend(site), error)), out);
    }
  }

  #admitted({origin, hostname}: URL, headers: Headers): Site | undefined {
    const isPage = headers.get('sec-fetch-dest') === 'document';
    if (!this.admitsPages || !isPage || !isLoopback(hostname) || this.#backends.has(origin)) return undefined;
    const site = {origin, address: origin};
    this.sites.set(origin, site);
    return site;
  }

  /** Why a page's own rule keeps its request in; where the page leaves by a link, it is a page no more. */
  #refusedBySite(headers: Headers, url: URL): string | null {
    if (headers.get('sec-fetch-mode') === 'navigate' && headers.get('sec-fetch-dest') === 'document')
      return null;
    // A redirect to another host makes the origin "null", and a page may ask that no referrer be sent.
    const from = [headers.get('origin'), headers.get('referer')].find(
      (text) => text !== null && URL.canParse(text),
    );

    const sites =
      typeof from === 'string'
        ? [this.sites.get(new URL(from).origin)]
        : isOfPage(headers, url)
          ? [...this.sites.values()]
          : [];

    for (const site of sites) {
      const refusal = site?.refuses?.(url) ?? null;
      if (refusal !== null) return refusal;
    }

    return null;
  }

  async #answer(request: Request, out: ServerResponse, visit: RecordedRequest): Promise<void> {
    const answered = await answerAsPlatform(this.#simulation, request);
    if (answered === null) {
      visit.ended('platform', null, 'The simulated platform broke the connection.');
      out.destroy();
      return;
    }

    const response = this.#translated(answered.response, new URL(request.url));
    visit.answered('platform', response.status, response.headers, answered.problem);
    await send(response, out);
  }

  async #forward(
    message: IncomingMessage,
    out: ServerResponse,
    {url, path, rawHeaders: sent}: Sending,
    headers: Headers,
    backend: Backend,
    visit: RecordedRequest,
  ): Promise<void> {
    if (visit.preflight === 'not sent' && this.isRouted) {
      this.#simulation.notices.add(ROUTE_ACTIVE);
    } else if (visit.preflight === 'not sent') {
      const refusal = await probe(backend, path, message.method ?? 'GET', headers).catch(() => null);
      visit.judged('not sent', refusal);
    }

    try {
      await this.#forwarder.forward(
        message,
        out,
        this.#outgoing({url, path, rawHeaders: sent}, backend),
        (status, rawHeaders) => {
          visit.answered(
            'backend',
            status,
            headersOf(rawHeaders),
            failedInside(backend, status, 'attachment'),
          );

          const time = backend.takesHandle ? 'simulated' : 'real';
          return withHeaders(rawHeaders, 'set-cookie', (header) => this.#cookies.received(header, url, time));
        },
      );
    } catch (error) {
      const problem = await unreachable(backend, error);
      visit.ended('failed', 502, problem);
      // No CORS headers: in production, too, a script cannot read that a server is down.
      await send(plain(502, problem), out);
    }
  }

  #outgoing({url, path, rawHeaders: given}: Sending, backend: Backend): Outgoing {
    const passed = withoutHeaders(given, (name) => name.startsWith('proxy-') || name === HANDLE_HEADER);
    const rawHeaders = withHeaders(passed, 'cookie', (header) => this.#cookies.sent(header, url));
    if (backend.takesHandle) rawHeaders.push(HANDLE_HEADER, this.#handles.issue(this.#simulation));
    return {address: backend.address, path, rawHeaders};
  }
  #alive(headers: Headers, url: URL): Headers {
    const cookie = headers.get('cookie');
    if (cookie === null) return headers;
    const alive = this.#cookies.sent(cookie, url);
    if (alive === null) headers.delete('cookie');
    else headers.set('cookie', alive);
    return headers;
  }

  #translated(response: Response, url: URL): Response {
    const given = response.headers.getSetCookie();
    if (given.length === 0) return response;

    const headers = new Headers(response.headers);
    headers.delete('set-cookie');
    for (const header of given)
      headers.append('set-cookie', this.#cookies.received(header, url, 'simulated'));

    return new Response(response.body, {status: response.status, statusText: response.statusText, headers});
  }
}
