import type {IncomingMessage, ServerResponse} from 'node:http';
import type {Duplex, Transform} from 'node:stream';
import {isPreflight} from '../../core/platforms/cors-headers.ts';
import {describeVerdict} from '../../core/verdicts/verdict.ts';
import type {Notice} from '../../notices.ts';
import {GATEWAY_HEADERS} from '../../wire/backend.ts';
import type {FirstState} from '../../wire/control.ts';
import {type BackendRequest, passedByShop, throughAppProxy} from './app-proxy.ts';
import {AdminControl} from './admin-control.ts';
import {armedRequest} from './armed-request.ts';
import type {Backend} from './backend.ts';
import {Control} from './control.ts';
import {keepLiveCookies, translateSetCookies} from './cookie-headers.ts';
import type {Cookies} from './cookies.ts';
import {
  answerByPlatform,
  connectToBackend,
  type Exchange,
  redirectByShop,
  refuse,
  refuseSocket,
  type UpgradeExchange,
  webRequest,
} from './exchange.ts';
import {type ForwardedRequest, Forwarder} from './forward.ts';
import {type Destinations, type OwnFile, type Route, routeRequest, routeUpgrade} from './gateway-route.ts';
import type {Handles} from './handles.ts';
import {headersOf, plain, send} from './node-http.ts';
import type {OpenedStore} from './opened-store.ts';
import {emptyAnswer, type HostPageFiles} from './page.ts';
import {ifUnanswered, sendPreflight} from './probe.ts';
import {answerContext, brokenOff, needsOutput, unanswered} from './unanswered.ts';
import type {ProxyHandler, ProxyTarget} from './proxy.ts';
import {withHeaders, withoutHeaders} from '../http/raw-headers.ts';
import {RequestRecorder} from './request-recorder.ts';
import {askingForText} from './store-page.ts';
import type {Simulated} from './simulated.ts';
import {type ForwardedSite, type Site, siteAsBackend} from './site.ts';
import {Sites} from './sites.ts';

export interface TrafficOptions {
  readonly backends: readonly Backend[];
  readonly page: HostPageFiles;
  readonly handles: Handles;
}

const ROUTE_ACTIVE: Notice = {
  code: 'page-route-active',
  message:
    'A route of the test is active, so Playwright answered a CORS preflight itself, and the backend got none.',
  next:
    'A test with a route proves nothing about CORS. Answer requests by host.use() instead, or test CORS ' +
    'in a test without routes.',
};

/** Carries out the requests of one simulated browser context. */
export class Traffic implements ProxyHandler {
  readonly sites: Sites = new Sites();
  /** Whether the test routes requests. */
  isRouted = false;
  /** The store whose pages get a script of simhost; `null` if the pages of the browser have one already. */
  store: OpenedStore | null = null;
  readonly #simulation: Simulated;
  readonly #page: HostPageFiles;
  readonly #handles: Handles;
  readonly #destinations: Destinations;
  readonly #recorder: RequestRecorder;
  readonly #control: Control;
  readonly #adminControl: AdminControl;
  readonly #cookies: Cookies;
  readonly #forwarder = new Forwarder();

  constructor(simulation: Simulated, {backends, page, handles}: TrafficOptions, cookies: Cookies) {
    this.#simulation = simulation;
    this.#cookies = cookies;
    this.#page = page;
    this.#handles = handles;
    this.#destinations = {
      platforms: simulation.platforms,
      backends: new Map(backends.map((backend) => [backend.origin, backend])),
      sites: this.sites,
      hasExtensions: () => simulation.pages.state().mounts.length > 0,
    };

    this.#recorder = new RequestRecorder(simulation);
    this.#control = new Control(simulation);
    this.#adminControl = new AdminControl(simulation);
  }

  async request(message: IncomingMessage, out: ServerResponse, target: ProxyTarget): Promise<void> {
    if ((await this.store?.answers(message, out, target.url)) === true) return;

    const headers = headersOf(message.rawHeaders);
    for (const name of GATEWAY_HEADERS) headers.delete(name);
    const route = routeRequest(
      {method: message.method ?? 'GET', url: target.url, headers},
      this.#destinations,
    );

    if (route.kind === 'own-page') return send(await this.#ownFile(route.file, target.url.pathname), out);
    if (route.kind === 'browsers-own') return send(plain(502, describeVerdict(route.problem)), out);
    if (route.kind === 'site') return this.#serveSite(message, out, target, route.site);
    return this.#carryOut(route, message, out, headers, target);
  }

  async upgrade(message: IncomingMessage, socket: Duplex, head: Buffer, target: ProxyTarget): Promise<void> {
    const {url, path} = target;
    const {rawHeaders} = message;
    const headers = headersOf(rawHeaders);
    const route = routeUpgrade({url, headers}, this.#destinations);

    if (route.kind === 'admin') return this.#adminControl.upgrade(message, socket, head);
    if (route.kind === 'control') return this.#control.upgrade(message, socket, head, url.origin);
    if (route.kind === 'site') {
      const outgoing = {address: route.site.address, path, rawHeaders};
      await this.#forwarder.upgrade(message, socket, head, outgoing, () => {}).catch(() => socket.destroy());
      return;
    }

    const record = this.#recorder.arrived({
      method: 'GET',
      url: `${url.origin}${path}`.replace('http', 'ws'),
      target: url.origin,
      headers,
    });

    socket.once('close', () => record.done());
    const exchange: UpgradeExchange = {message, socket, head, record};
    if (route.kind === 'refused') return refuseSocket(exchange, 'refused', route.problem);

    const outgoing = this.#outgoing({url, path, rawHeaders}, route.backend);
    return connectToBackend(this.#forwarder, exchange, route.backend, outgoing);
  }

  close(): void {
    this.#control.close();
    this.#adminControl.close();
    this.#handles.forget(this.#simulation);
    this.#forwarder.close();
  }

  /** Carries out a request that the log shows. */
  async #carryOut(
    route: Extract<Route, {kind: 'platform' | 'backend' | 'refused'}>,
    message: IncomingMessage,
    out: ServerResponse,
    headers: Headers,
    {url, path}: ProxyTarget,
  ): Promise<void> {
    const method = message.method ?? 'GET';
    const {rawHeaders} = message;
    const isArmable = route.kind === 'backend' && !isPreflight(method, headers);
    const armed = isArmable ? await armedRequest(this.#simulation, {method, path, rawHeaders}) : null;
    const sent = {url, path: armed?.path ?? path, rawHeaders: armed?.rawHeaders ?? rawHeaders};

    const record = this.#recorder.arrived({
      method,
      url: `${url.origin}${sent.path}`,
      sentUrl: `${url.origin}${path}`,
      target: url.origin,
      headers,
      armed,
    });

    out.once('close', () => record.done());
    const exchange: Exchange = {message, out, headers, record};
    if (route.kind === 'refused') return refuse(exchange, route.problem);
    if (route.kind === 'backend') return this.#forward(exchange, sent, route.backend);

    const live = keepLiveCookies(headers, url, this.#cookies);
    const request = webRequest({message, headers: live, record}, url.href);
    return answerByPlatform(this.#simulation, request, exchange, (response) =>
      translateSetCookies(response, url, this.#cookies),
    );
  }

  async #ownFile(file: OwnFile, pathname: string): Promise<Response> {
    if (file === 'admin') return this.#page.admin();
    if (file === 'cdn-script') return this.#page.cdnScript(pathname);
    if (file === 'cdn-other') return emptyAnswer(pathname);
    if (file === 'document') return this.#document();
    return file === 'frame' ? this.#page.frame() : this.#page.asset(pathname);
  }

  /** The host page's document, which prepares a sandbox for the first extension. */
  #document(): Promise<Response> {
    const first = this.#firstState();
    const origin = first.state.mounts[0]?.origin ?? this.#simulation.origin ?? 'opaque';
    return this.#page.document(origin, {first});
  }

  #firstState(): FirstState {
    const state = this.#simulation.pages.state();
    const urls = state.mounts.flatMap(({bundleUrl, conditions}) => [
      bundleUrl,
      ...(conditions === null ? [] : [conditions.bundleUrl]),
    ]);
    return {
      state,
      bundles: Object.fromEntries(urls.map((url) => [url, this.#simulation.extensions.codeAt(url) ?? ''])),
    };
  }

  /** Serves a page of the user's own and its assets. They are not logged. */
  async #serveSite(
    message: IncomingMessage,
    out: ServerResponse,
    {url, path}: ProxyTarget,
    site: Site,
  ): Promise<void> {
    this.sites.add(site);
    if (!('address' in site)) return send(await site.answer(url), out);

    const {address, addedHeaders = []}: ForwardedSite = site;
    try {
      const rawHeaders = [...message.rawHeaders, ...addedHeaders];
      await this.#forwarder.forward(message, out, {address, path, rawHeaders}, {answered: () => {}});
    } catch (error) {
      const problem = await unanswered(siteAsBackend(site), error);
      await send(plain(502, describeVerdict(problem)), out);
    }
  }

  async #forward(exchange: Exchange, sent: BackendRequest, backend: Backend): Promise<void> {
    const {message, out, record} = exchange;
    const redirect = backend.appProxy === null ? null : this.#simulation.appProxies.redirect();
    if (redirect !== null) return redirectByShop(exchange, redirect);

    const asked = await throughAppProxy(this.#simulation, backend, sent);
    await this.#judgeMissingPreflight(exchange, asked.path, backend);

    try {
      const store = this.store?.shows(message, sent.url) === true ? this.store : null;
      const outgoing = this.#outgoing(
        store === null ? asked : {...asked, rawHeaders: askingForText(asked.rawHeaders)},
        backend,
      );
      let through: Transform | undefined;
      const answered = (status: number, given: readonly string[]): readonly string[] => {
        const context = answerContext(backend, status, 'attachment');
        record.answered('backend', status, headersOf(given), context);
        const rawHeaders = this.#withTranslatedCookies(passedByShop(backend, given), sent.url, backend);
        if (store === null) return rawHeaders;

        const page = store.withScript(rawHeaders);
        ({through} = page);
        return page.rawHeaders;
      };
      await this.#forwarder.forward(message, out, outgoing, {
        needsOutput: (status) => needsOutput(backend, status),
        answered,
        through: () => through,
        received: (chunk) => record.received(chunk),
        brokenOff: async (broken) => record.brokenOff(await brokenOff(backend, broken)),
      });
    } catch (error) {
      const problem = await unanswered(backend, error);
      record.ended('failed', 502, problem);
      // No CORS headers: in production, too, a script cannot read that a server is down.
      await send(plain(502, describeVerdict(problem)), out);
    }
  }

  /** Asks the backend the preflight that the browser should have sent and did not. */
  async #judgeMissingPreflight(
    {message, headers, record}: Exchange,
    path: string,
    backend: Backend,
  ): Promise<void> {
    if (record.preflight !== 'not sent') return;
    if (this.isRouted) {
      this.#simulation.notices.add(ROUTE_ACTIVE);
      return;
    }

    const probed = sendPreflight(backend, path, message.method ?? 'GET', headers);
    record.judged('not sent', await probed.catch(ifUnanswered).catch(() => null));
  }

  #withTranslatedCookies(rawHeaders: readonly string[], url: URL, {takesHandle}: Backend): string[] {
    const time = takesHandle ? 'simulated' : 'real';
    return withHeaders(rawHeaders, 'set-cookie', (header) => this.#cookies.forBrowser(header, url, time));
  }

  #outgoing({url, path, rawHeaders: given}: BackendRequest, backend: Backend): ForwardedRequest {
    const passed = withoutHeaders(
      given,
      (name) => name.startsWith('proxy-') || GATEWAY_HEADERS.includes(name),
    );
    const rawHeaders = withHeaders(passed, 'cookie', (header) => this.#cookies.forServer(header, url));
    rawHeaders.push(...this.#handles.headersFor(backend, this.#simulation));
    return {address: backend.address, path, rawHeaders};
  }
}
