import type {IncomingMessage, ServerResponse} from 'node:http';
import {GATEWAY_HEADERS} from '../../wire/backend.ts';
import {withHeaders, withoutHeaders} from '../http/raw-headers.ts';
import {openRequest} from '../http/request.ts';
import {ASK_PATH, type PageLink} from '../live/page-link.ts';
import {armedRequest} from './armed-request.ts';
import type {Backend} from './backend.ts';
import {Cookies} from './cookies.ts';
import {answerByPlatform, webRequest} from './exchange.ts';
import {type BrokenAnswer, outputRead, passBody} from './forward.ts';
import type {Handles} from './handles.ts';
import {headersOf, plain, send} from './node-http.ts';
import {RequestRecorder, type RecordedRequest} from './request-recorder.ts';
import type {SentRequests} from './sent-requests.ts';
import type {Simulated} from './simulated.ts';
import {
  asksForStorePage,
  askingForText,
  headWriter,
  isCompressed,
  isHtml,
  localCookie,
  localLocation,
  policyOf,
} from './store-page.ts';
import {answerContext, brokenOff, needsOutput, unanswered} from './unanswered.ts';
import {describeVerdict} from '../../core/verdicts/verdict.ts';

/** A storefront whose pages a local server shows at its own address. */
export interface StoreSite {
  /** The origin of the store, such as `https://acme.myvtex.com`. */
  readonly origin: string;
  readonly link: PageLink;
  /** The origin whose frames may show the store; `null` for none. */
  readonly framedBy: string | null;
  /** Writes the markup that comes first in the head of each page. */
  readonly head: () => string;
  /** Takes the `Set-Cookie` headers that the browser has to get before its next page. */
  readonly takeCookies: () => readonly string[];
}

interface StoreParts {
  readonly backend: Backend;
  readonly handles: Handles;
  readonly sentRequests: SentRequests;
}

/**
 * Answers the requests of a store's pages at the local server: the platform's paths by the platform, the others by the
 * author's server. Cookies and redirects are written for the local address.
 */
export class LocalStore {
  readonly #simulation: Simulated;
  readonly #site: StoreSite;
  readonly #parts: StoreParts;
  readonly #recorder: RequestRecorder;
  readonly #cookies: Cookies;

  constructor(simulation: Simulated, site: StoreSite, parts: StoreParts) {
    this.#simulation = simulation;
    this.#site = site;
    this.#parts = parts;
    this.#recorder = new RequestRecorder(simulation);
    this.#cookies = new Cookies(simulation.clock);
  }

  get origin(): string {
    return this.#site.origin;
  }

  /** Whether a request is for a page of the store, which is at localhost. Files of simhost are not. */
  takes({url = '/', headers}: IncomingMessage, port: number): boolean {
    return headers.host === `localhost:${port}` && (url === ASK_PATH || !url.startsWith('/.simhost/'));
  }

  close(): void {
    this.#cookies.close();
  }

  async request(message: IncomingMessage, out: ServerResponse, port: number): Promise<void> {
    const {link, origin, takeCookies} = this.#site;
    const path = message.url ?? '/';
    if (path === ASK_PATH) return link.receive(message, out, port);

    // A path may begin with two slashes, which would name another host.
    const address = `${origin}${path}`;
    if (!URL.canParse(address)) return send(plain(400, 'The store has no such path.'), out);
    const url = new URL(address);
    const given = asksForStorePage(message) ? takeCookies() : [];
    if (given.length > 0) return this.#giveCookies(given, url, out);

    const rawHeaders = this.#headersFor(message, url, port);
    return this.#simulation.platforms.isServedByTest(url)
      ? this.#askBackend(message, out, {url, rawHeaders, port})
      : this.#askPlatform(message, out, {url, rawHeaders});
  }

  /** Sends the browser to the same page again, with cookies. */
  #giveCookies(given: readonly string[], url: URL, out: ServerResponse): void {
    const cookies = given.flatMap((cookie) => ['Set-Cookie', this.#forBrowser(cookie, url)]);
    out
      .writeHead(307, ['Location', localLocation(url.href, url), 'Cache-Control', 'no-store', ...cookies])
      .end();
  }

  /** The headers of a message, as the store's own host would get them. */
  #headersFor({rawHeaders}: IncomingMessage, url: URL, port: number): readonly string[] {
    const local = `http://localhost:${port}`;
    const ofStore = (value: string): string =>
      value.startsWith(local) ? `${url.origin}${value.slice(local.length)}` : value;

    const kept = withoutHeaders(rawHeaders, (name) => name === 'host' || GATEWAY_HEADERS.includes(name));
    const named = withHeaders(['Host', url.host, ...kept], 'origin', ofStore);
    return withHeaders(withHeaders(named, 'referer', ofStore), 'cookie', (header) =>
      this.#cookies.forServer(header, url),
    );
  }

  #askPlatform(message: IncomingMessage, out: ServerResponse, {url, rawHeaders}: Asked): Promise<void> {
    const headers = headersOf(rawHeaders);
    const record = this.#record(message, out, url, headers);

    return answerByPlatform(
      this.#simulation,
      webRequest({message, headers, record}, url.href),
      {out, record},
      (response) => this.#translated(response, url),
    );
  }

  #translated(response: Response, url: URL): Response {
    const headers = new Headers(response.headers);
    const location = headers.get('location');
    if (location !== null) headers.set('location', localLocation(location, url));

    headers.delete('set-cookie');
    for (const cookie of response.headers.getSetCookie())
      headers.append('set-cookie', this.#forBrowser(cookie, url));
    const {status, statusText, body} = response;
    return new Response(body, {status, statusText, headers});
  }

  async #askBackend(
    message: IncomingMessage,
    out: ServerResponse,
    {url, rawHeaders, port}: Asked & {readonly port: number},
  ): Promise<void> {
    const {backend, handles, sentRequests} = this.#parts;
    const method = message.method ?? 'GET';
    const target = `${url.pathname}${url.search}`;
    const armed = await armedRequest(this.#simulation, {method, path: target, rawHeaders});

    const sent = armed?.rawHeaders ?? rawHeaders;
    const record = this.#record(message, out, url, headersOf(sent), armed);
    if (!asksForStorePage(message)) sentRequests.keep(record.id, message);

    const own = handles.headersFor(backend, this.#simulation);
    const asked = asksForStorePage(message) ? askingForText(sent) : sent;

    let answer: IncomingMessage | undefined;
    try {
      answer = await ask(message, backend.address, armed?.path ?? target, [...asked, ...own]);
      await this.#pass(answer, out, {url, port, record, isForPage: asksForStorePage(message)});
    } catch (error) {
      answer?.destroy();
      const problem = await unanswered(backend, error);
      record.ended('failed', 502, problem);
      await send(plain(502, describeVerdict(problem)), out);
    }
  }

  /** Passes an answer of the author's server on. Pages get the script of simhost, and a policy that keeps them here. */
  async #pass(
    answer: IncomingMessage,
    out: ServerResponse,
    {url, port, record, isForPage}: Passed,
  ): Promise<void> {
    const {backend} = this.#parts;
    const {statusCode: status = 502, statusMessage} = answer;
    if (needsOutput(backend, status)) await outputRead(answer);
    record.answered(
      'backend',
      status,
      headersOf(answer.rawHeaders),
      answerContext(backend, status, 'terminal'),
    );

    const cookies = withHeaders(answer.rawHeaders, 'set-cookie', (cookie) => this.#forBrowser(cookie, url));
    const rawHeaders = withHeaders(cookies, 'location', (location) => localLocation(location, url));
    const received = (chunk: Uint8Array): void => record.received(chunk);

    const watch = {
      received,
      brokenOff: async (broken: BrokenAnswer) => record.brokenOff(await brokenOff(backend, broken)),
    };

    if (!isForPage || !isHtml(answer.rawHeaders)) {
      out.writeHead(status, statusMessage, [...rawHeaders]);
      return passBody(answer, out, watch);
    }

    const {head, framedBy} = this.#site;
    const kept = withoutHeaders(rawHeaders, (name) => NOT_OF_PAGE.includes(name));
    const policy = policyOf(port, framedBy);
    out.writeHead(status, statusMessage, [...kept, 'Content-Security-Policy', policy]);
    if (isCompressed(answer.rawHeaders)) return passBody(answer, out, watch);
    return passBody(answer, out, {...watch, through: () => headWriter(head())});
  }

  #record(
    {method = 'GET'}: IncomingMessage,
    out: ServerResponse,
    url: URL,
    headers: Headers,
    armed: Awaited<ReturnType<typeof armedRequest>> = null,
  ): RecordedRequest {
    const path = armed?.path;
    const record = this.#recorder.arrived({
      method,
      url: path === undefined ? url.href : new URL(path, url).href,
      sentUrl: url.href,
      target: url.origin,
      headers,
      armed,
    });
    out.once('close', () => record.done());
    return record;
  }

  #forBrowser(cookie: string, url: URL): string {
    const {framedBy} = this.#site;
    return localCookie(this.#cookies.forBrowser(cookie, url, 'simulated'), framedBy !== null);
  }
}

/** A request whose answer is passed on. */
interface Passed {
  readonly url: URL;
  readonly port: number;
  readonly record: RecordedRequest;
  /** Whether a browser shows the answer as a page. */
  readonly isForPage: boolean;
}

interface Asked {
  readonly url: URL;
  readonly rawHeaders: readonly string[];
}

/** Headers that would keep a page from the frame, or that no longer fit its body. */
const NOT_OF_PAGE = [
  'content-security-policy',
  'x-frame-options',
  'content-length',
  'transfer-encoding',
  'connection',
];

function ask(
  message: IncomingMessage,
  address: string,
  path: string,
  headers: readonly string[],
): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const request = openRequest(address, {method: message.method, path, agent: false, headers: [...headers]});
    request.on('error', reject).once('response', (response) => {
      request.on('error', (error) => response.destroy(error));
      resolve(response);
    });
    message.once('close', () => message.complete || request.destroy());
    message.pipe(request);
  });
}
