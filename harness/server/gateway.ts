import type {IncomingMessage, ServerResponse} from 'node:http';
import type {Duplex} from 'node:stream';
import {HANDLE_HEADER} from '../wire/backend.ts';
import {CONTROL_PATH, type FirstState} from '../wire/control.ts';
import {FRAME_URL} from '../wire/sandbox-start.ts';
import {type Backend, onRealTime} from './backends.ts';
import {Control, refuseUpgrade} from './control.ts';
import {Forwarder, type Outgoing, withoutHeaders} from './forward.ts';
import type {Handles} from './handles.ts';
import {Journal, type Visit} from './journal.ts';
import {headersOf, isPreflight, plain, send, toRequest} from './node-http.ts';
import {asksForFrame, asksForPage, type Page} from './page.ts';
import {answerAsPlatform} from './platform.ts';
import {probe} from './probe.ts';
import {noSuchHost, unreachable} from './problems.ts';
import {Proxy, type Target} from './proxy.ts';
import type {Simulated} from './simulated.ts';

/** The way of one simulated browser context to everything it may reach. */
export interface Gateway {
  /** For Playwright's `proxy: {server}`, together with `ignoreHTTPSErrors`. */
  readonly proxy: string;
  readonly backends: readonly Backend[];
  /** Names the backends that neither tell the simulation's time nor were said to keep real time. */
  backendsOnRealTime(): string[];
  close(): Promise<void>;
}

export interface GatewayOptions {
  readonly backends: readonly Backend[];
  readonly page: Page;
  readonly handles: Handles;
}

export async function openGateway(simulation: Simulated, options: GatewayOptions): Promise<Gateway> {
  const traffic = new Traffic(simulation, options);
  const proxy = new Proxy(traffic);
  return {
    proxy: await proxy.listen(),
    backends: options.backends,
    backendsOnRealTime: () => onRealTime(options.backends),
    close: async () => {
      traffic.close();
      await proxy.close();
    },
  };
}

/** Where extensions live, and no host page does. */
/** What Chromium asks by itself about the fields of a form; no page and no extension did. */
const BROWSERS_OWN: ReadonlySet<string> = new Set(['content-autofill.googleapis.com']);

const FRAME_ORIGIN = new URL(FRAME_URL).origin;

/** Sends each request where it belongs: to the platform, to a backend, or nowhere. */
class Traffic {
  readonly #simulation: Simulated;
  readonly #page: Page;
  readonly #handles: Handles;
  readonly #backends: ReadonlyMap<string, Backend>;
  readonly #journal: Journal;
  readonly #control: Control;
  readonly #forwarder = new Forwarder();

  constructor(simulation: Simulated, {backends, page, handles}: GatewayOptions) {
    this.#simulation = simulation;
    this.#page = page;
    this.#handles = handles;
    this.#backends = new Map(backends.map((backend) => [backend.origin, backend]));
    this.#journal = new Journal(simulation);
    this.#control = new Control(simulation);
  }

  async request(message: IncomingMessage, out: ServerResponse, {url, path}: Target): Promise<void> {
    const method = message.method ?? 'GET';
    const headers = headersOf(message.rawHeaders);
    headers.delete(HANDLE_HEADER);
    const platform = this.#simulation.answers(url.hostname);
    const page = platform ? await this.#ownPage(method, url, headers) : null;
    if (page !== null) return send(page, out);
    if (BROWSERS_OWN.has(url.hostname)) return send(plain(502, noSuchHost(url.origin)), out);
    const visit = this.#journal.arrived({method, url: `${url.origin}${path}`, target: url.origin, headers});
    out.once('close', () => visit.done());
    if (platform) return this.#answer(toRequest(message, url.href, headers), out, visit);
    const backend = this.#backends.get(url.origin);
    if (backend !== undefined) return this.#forward(message, out, path, headers, backend, visit);
    // A refused preflight would hide the refusal of the request itself from the page.
    const status = isPreflight(method, headers) ? 204 : 502;
    const problem = noSuchHost(url.origin);
    visit.ended('refused', status, problem);
    return send(plain(status, problem, headers), out);
  }

  async upgrade(message: IncomingMessage, socket: Duplex, head: Buffer, {url, path}: Target): Promise<void> {
    const platform = this.#simulation.answers(url.hostname);
    if (platform && url.pathname === CONTROL_PATH && url.origin !== FRAME_ORIGIN)
      return this.#control.upgrade(message, socket, head, url.origin);
    const headers = headersOf(message.rawHeaders);
    const visit = this.#journal.arrived({method: 'GET', url: `${url.origin}${path}`.replace('http', 'ws'), target: url.origin, headers});
    socket.once('close', () => visit.done());
    const backend = this.#backends.get(url.origin);
    const refuse = (outcome: 'refused' | 'failed', problem: string): void => {
      visit.ended(outcome, 502, problem);
      refuseUpgrade(socket, 502, problem);
    };
    if (platform) return refuse('refused', `The simulated platform has no WebSocket at ${url.origin}${url.pathname}.`);
    if (backend === undefined) return refuse('refused', noSuchHost(url.origin));
    await this.#forwarder
      .upgrade(message, socket, head, this.#outgoing(message, path, backend), (status) => visit.answered('backend', status, new Headers()))
      .catch((error: unknown) => refuse('failed', unreachable(backend, error)));
  }

  close(): void {
    this.#control.close();
    this.#handles.forget(this.#simulation.clock);
    this.#forwarder.close();
  }

  async #ownPage(method: string, url: URL, headers: Headers): Promise<Response | null> {
    if (asksForPage(method, url, headers)) return this.#page.document(this.#simulation.origin, this.#firstState());
    return asksForFrame(url) ? this.#page.frame() : this.#page.asset(url.pathname);
  }

  #firstState(): FirstState {
    const state = this.#simulation.pageState();
    const urls = state.mounts.flatMap(({bundleUrl, conditions}) => [bundleUrl, ...(conditions === null ? [] : [conditions.bundleUrl])]);
    return {state, bundles: Object.fromEntries(urls.map((url) => [url, this.#simulation.codeAt(url) ?? '']))};
  }

  async #answer(request: Request, out: ServerResponse, visit: Visit): Promise<void> {
    const answered = await answerAsPlatform(this.#simulation, request);
    if (answered === null) {
      visit.ended('platform', null, 'The simulated platform broke the connection.');
      out.destroy();
      return;
    }
    visit.answered('platform', answered.response.status, answered.response.headers, answered.problem);
    await send(answered.response, out);
  }

  async #forward(
    message: IncomingMessage,
    out: ServerResponse,
    path: string,
    headers: Headers,
    backend: Backend,
    visit: Visit,
  ): Promise<void> {
    // Where something in the test routes requests, Playwright answers preflights itself.
    if (visit.preflight === 'not sent') {
      const refusal = await probe(backend, path, message.method ?? 'GET', headers).catch(() => null);
      visit.judged('not sent', refusal);
    }
    try {
      await this.#forwarder.forward(message, out, this.#outgoing(message, path, backend), (status, rawHeaders) =>
        visit.answered('backend', status, headersOf(rawHeaders)),
      );
    } catch (error) {
      const problem = unreachable(backend, error);
      visit.ended('failed', 502, problem);
      // No CORS headers: in production, too, a script cannot read that a server is down.
      await send(plain(502, problem), out);
    }
  }

  #outgoing(message: IncomingMessage, path: string, backend: Backend): Outgoing {
    const rawHeaders = withoutHeaders(message.rawHeaders, (name) => name.startsWith('proxy-') || name === HANDLE_HEADER);
    if (backend.registered) rawHeaders.push(HANDLE_HEADER, this.#handles.issue(this.#simulation.clock));
    return {address: backend.address, path, rawHeaders};
  }
}
