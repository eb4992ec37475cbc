import {randomUUID} from 'node:crypto';
import type {IncomingMessage, ServerResponse} from 'node:http';
import {isSameKey} from '../http/same-key.ts';
import {CLOSES, readSmallBody, TOO_LARGE} from '../http/small-body.ts';
import {messageOf} from '../../errors.ts';
import {isRecord} from '../../records.ts';
import {type ScriptFrame, scriptFrames} from '../../core/simulation/script-frames.ts';
import type {SimulationCore} from '../../core/simulation/simulation-core.ts';
import {
  LIVE_KEY_HEADER,
  type BlockedRequest,
  type PageChange,
  type PageReport,
} from '../../wire/live-page.ts';

/** The path at which pages report, and ask. */
export const ASK_PATH = '/.simhost/page';

export interface PageLinkOptions {
  readonly simulation: Pick<SimulationCore, 'clock' | 'requests' | 'events'>;
  /** The handle under which logs, errors and calls are listed. */
  readonly handle: string;
  /** Returns the reason why a request does not come from the page, or `null`. */
  readonly refuse: (message: IncomingMessage, port: number) => string | null;
  /** Called with a request that the browser blocked. */
  readonly blocked: (request: BlockedRequest) => void;
  /** Answers a message that does not report anything. */
  readonly answer?: (message: unknown) => Promise<unknown>;
}

/** Returns the position in the author's code for a stack, or `null` if it is not known. */
export type PositionOf = (frames: readonly ScriptFrame[]) => string | null | Promise<string | null>;

/** The server's end of the pages of an author's own server: takes their reports, and sends them changes. */
export class PageLink {
  /** The key with which pages ask. The page reads it from the fragment of its URL. */
  readonly key: string = randomUUID();
  /** Finds the author's line for a stack. Set when the server that has the scripts runs. */
  positionOf: PositionOf = () => null;
  readonly #options: PageLinkOptions;
  readonly #followers = new Set<ServerResponse>();
  readonly #stop: () => void;

  constructor(options: PageLinkOptions) {
    this.#options = options;
    const {clock} = options.simulation;
    this.#stop = clock.onMove(() => this.#send({type: 'clock', clock: clock.stateOf('browser')}));
  }

  /** Takes a report that came by another way. */
  report(given: Exclude<PageReport, {type: 'follow'}>): void {
    void this.#take(given);
  }

  /** Loads the open pages again. */
  restart(): void {
    this.#send({type: 'restart'});
  }

  close(): void {
    this.#stop();
    for (const out of this.#followers) out.destroy();
  }

  /** Answers a request to `ASK_PATH`. */
  async receive(
    message: IncomingMessage,
    out: ServerResponse,
    port: number,
    refuse: PageLinkOptions['refuse'] = this.#options.refuse,
  ): Promise<void> {
    const refusal = refuse(message, port) ?? this.#refusal(message);
    if (refusal !== null) return sendJson(out, 403, {ok: false, error: {message: refusal}});

    const body = await readSmallBody(message).catch(() => undefined);
    // The page is gone.
    if (body === undefined) return;
    if (body === null) return sendJson(out, 413, {ok: false, error: {message: TOO_LARGE}}, CLOSES);

    try {
      const given = readReport(body);
      if (given === null) return sendJson(out, 400, {ok: false, error: {message: NOT_A_REPORT}});
      if (given.type === 'follow') return this.#follow(out);
      sendJson(out, 200, (await this.#take(given)) ?? {ok: true});
    } catch (error) {
      sendJson(out, 200, {ok: false, rejects: true, error: {message: messageOf(error)}});
    }
  }

  #refusal({headers, method}: IncomingMessage): string | null {
    if (!isSameKey(headers[LIVE_KEY_HEADER], this.key))
      return 'The page does not know the key of this simulation.';
    return method === 'POST' ? null : 'POST only';
  }

  async #take(given: Exclude<PageReport, {type: 'follow'}>): Promise<unknown> {
    const {simulation, handle, blocked, answer} = this.#options;
    const {events} = simulation;

    switch (given.type) {
      case 'asked': {
        const source = await this.#lineOf(given.request.stack);
        return simulation.requests.asked(given.request, {mount: null, source: () => source});
      }
      case 'log': {
        const source = await this.#lineOf(given.stack);
        return events.logs.notify({handle, level: given.level, text: given.text, source});
      }
      case 'error':
        return events.errors.notify({
          handle,
          target: '',
          error: Object.assign(new Error(given.message), {name: given.name, stack: given.stack}),
          source: await this.#lineOf(given.stack),
        });
      case 'deed':
        return events.reportDeed(given.deed);
      case 'blocked':
        return blocked(given);
      default:
        return answer?.(given);
    }
  }

  async #lineOf(stack: string): Promise<string | null> {
    return this.positionOf(scriptFrames(stack));
  }

  #follow(out: ServerResponse): void {
    out.writeHead(200, {'content-type': 'application/x-ndjson', 'cache-control': 'no-store'});
    this.#followers.add(out);
    out.once('close', () => this.#followers.delete(out));

    const {clock} = this.#options.simulation;
    write(out, {type: 'clock', clock: clock.stateOf('browser')});
  }

  #send(change: PageChange): void {
    for (const out of this.#followers) write(out, change);
  }
}

const NOT_A_REPORT = 'The body is not a report of a page.';

/** The members that are strings, of each report that is read here. */
const TEXTS: Readonly<Record<string, readonly string[]>> = {
  log: ['level', 'text', 'stack'],
  error: ['name', 'message', 'stack'],
  blocked: ['url', 'directive'],
};

/** Reads a report. Code on the page can send anything; `null` for what has another form. */
function readReport(body: string): PageReport | null {
  const given = parsed(body);
  if (!isRecord(given) || typeof given['type'] !== 'string') return null;

  const {type} = given;
  const texts = Object.hasOwn(TEXTS, type) ? (TEXTS[type] ?? []) : [];
  const isWhole = texts.every((name) => typeof given[name] === 'string');
  return isWhole && (type !== 'asked' || isAsked(given['request'])) ? (given as unknown as PageReport) : null;
}

function isAsked(request: unknown): boolean {
  return (
    isRecord(request) &&
    ['id', 'method', 'url', 'stack'].every((name) => typeof request[name] === 'string') &&
    Array.isArray(request['ended'])
  );
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
}

function write(out: ServerResponse, change: PageChange): void {
  out.write(`${JSON.stringify(change)}\n`);
}

function sendJson(
  out: ServerResponse,
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): void {
  out
    .writeHead(status, {'content-type': 'application/json', 'cache-control': 'no-store', ...headers})
    .end(JSON.stringify(body));
}
