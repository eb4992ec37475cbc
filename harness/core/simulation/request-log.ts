import type {LoggedRequest} from '../verdicts/logged-request.ts';
import type {AskedRequest} from '../../wire/asked-request.ts';
import {Listeners} from './listeners.ts';
import {type RequestOrigin, RequestSources} from './request-sources.ts';

/** The known fields of a request that arrives. */
export type Arrival = Pick<LoggedRequest, 'method' | 'url' | 'at'> & Partial<LoggedRequest>;

/** A request as the script sent it, before an armed case or a gateway changed it. */
export interface SentRequest {
  readonly method: string;
  readonly url: string;
}

/**
 * The requests of a simulation, in order of arrival.
 *
 * @example
 * ```ts
 * import {createSimulation} from 'simhost';
 *
 * const {requests} = createSimulation();
 * requests.onChange(({method, url, status}) => console.log(method, url, status));
 * ```
 */
export interface RequestHistory {
  /** All requests so far, oldest first. */
  readonly entries: readonly LoggedRequest[];
  /** Calls back for every arrival and every update; returns the function that stops it. */
  onChange(listener: (entry: LoggedRequest) => void): () => void;
}

/** A request whose answer has not been sent completely. */
export interface RequestInFlight {
  readonly method: string;
  readonly url: string;
  /** Real milliseconds since its arrival. */
  readonly milliseconds: number;
  /** Whether its answer has begun. */
  readonly hasBegun: boolean;
}

/** The requests of a simulation, with the means to add and update them. */
export class RequestLog implements RequestHistory {
  readonly #entries: LoggedRequest[] = [];
  readonly #listeners = new Listeners<LoggedRequest>();
  /** The real time of arrival of each request in flight, in milliseconds, by id. */
  readonly #inFlight = new Map<number, number>();
  /** The id of the newest request of the browser for each method and URL. */
  readonly #newestOf = new Map<string, number>();
  readonly #sources = new RequestSources();
  #lastEnd = -Infinity;
  #limit = Infinity;
  #count = 0;

  get entries(): readonly LoggedRequest[] {
    return this.#entries;
  }

  /** The number of all requests so far, with those that are no longer kept. */
  get count(): number {
    return this.#count;
  }

  /** The number of requests that were let go, oldest first. It is also the id of the oldest request that is kept. */
  get letGo(): number {
    return this.#count - this.#entries.length;
  }

  /** Keeps only the newest requests from now on. Default: all. */
  keepNewest(limit: number): void {
    this.#limit = limit;
    this.#letOldestGo();
  }

  /** Whether the log has the bodies of answers. Default: no. */
  keepsBodies: boolean = false;

  /** Returns the newest request for a method and URL if it was refused with 401, by its id; else null. */
  refusedBefore(method: string, url: string): number | null {
    const id = this.#newestOf.get(keyOf({method, url})) ?? null;
    return id !== null && this.at(id)?.status === 401 ? id : null;
  }

  /** Returns the request with an id; undefined if it was let go. */
  at(id: number): LoggedRequest | undefined {
    return id < this.letGo ? undefined : this.#entries[id - this.letGo];
  }

  /** The requests whose answer has not been sent completely. */
  get inFlight(): readonly RequestInFlight[] {
    const now = performance.now();
    return [...this.#inFlight].flatMap(([id, since]) => {
      const entry = this.at(id);
      if (entry === undefined) return [];

      const {method, url, status} = entry;
      return [{method, url, milliseconds: now - since, hasBegun: status !== null}];
    });
  }

  /** Real milliseconds since the last answer was sent completely; infinite if there was none. */
  get sinceLastEnd(): number {
    return performance.now() - this.#lastEnd;
  }

  /**
   * Adds a request that arrives, and returns its id for `update`. `sent` is the request as a script sent it; its
   * code is looked for.
   */
  add(arrival: Arrival, sent: SentRequest | null = null): number {
    const id = this.#count;
    const origin = sent === null ? undefined : this.#sources.take(sent.method, sent.url);
    if (sent !== null && origin === undefined) this.#sources.wait(sent.method, sent.url, id);

    const known: LoggedRequest = {
      sender: 'browser',
      preflight: 'none',
      origin: null,
      outcome: 'pending',
      status: null,
      duration: null,
      token: null,
      case: null,
      problem: null,
      generated: [],
      mount: null,
      source: null,
      tokenFacts: null,
      retryOf: null,
      expected: null,
      cors: null,
      answer: null,
      schema: null,
      ...arrival,
      id,
    };

    const entry = origin === undefined ? known : merged(known, originOf(origin));
    this.#entries.push(entry);
    this.#count++;
    if (entry.sender === 'browser') this.#newestOf.set(keyOf(entry), id);
    this.#letOldestGo();
    if (entry.outcome === 'pending') this.#inFlight.set(id, performance.now());

    this.#listeners.notify(entry);
    return id;
  }

  /** Changes fields of a request. */
  update(id: number, change: Partial<Omit<LoggedRequest, 'id'>>): void {
    const entry = this.at(id);
    if (entry === undefined) return;
    const changed = merged(entry, change);
    this.#entries[id - this.letGo] = changed;
    if (changed.duration !== null && this.#inFlight.delete(id)) this.#lastEnd = performance.now();
    this.#listeners.notify(changed);
  }

  /** Takes the report of a script that makes a request. `source` is called if somebody reads the position. */
  asked(request: AskedRequest, origin: {mount: string | null; source: () => string | null}): void {
    const found = this.#sources.reported(request, origin);
    if (found !== undefined) this.update(found.request, originOf(found.origin));
  }

  /**
   * Removes a request from those in flight if its answer does not end by itself: a WebSocket or an event
   * stream.
   */
  staysOpen(id: number): void {
    this.#inFlight.delete(id);
  }

  onChange(listener: (entry: LoggedRequest) => void): () => void {
    return this.#listeners.subscribe(listener);
  }

  #letOldestGo(): void {
    while (this.#entries.length > this.#limit) {
      this.#inFlight.delete(this.letGo);
      this.#sources.stopWaiting(this.letGo);
      const oldest = this.#entries.shift();
      if (oldest !== undefined && this.#newestOf.get(keyOf(oldest)) === oldest.id)
        this.#newestOf.delete(keyOf(oldest));
    }
  }
}

/**
 * Joins an entry and a change. A position in the author's code stays uncomputed until somebody reads it, so its
 * descriptor is copied. To copy the descriptors of all fields would take several times as long, for every request.
 */
function merged(entry: LoggedRequest, change: Partial<LoggedRequest>): LoggedRequest {
  const joined: Partial<Record<string, unknown>> = {};
  for (const fields of [entry, change]) {
    for (const name of Object.keys(fields) as (keyof LoggedRequest)[])
      if (name !== 'source') joined[name] = fields[name];
  }

  const source = Object.getOwnPropertyDescriptor('source' in change ? change : entry, 'source') ?? {};
  return Object.defineProperty(joined, 'source', source) as unknown as LoggedRequest;
}

function keyOf({method, url}: SentRequest): string {
  return `${method} ${url}`;
}

function originOf(origin: RequestOrigin): Pick<LoggedRequest, 'mount' | 'source'> {
  return {
    mount: origin.mount,
    get source() {
      return origin.source;
    },
  };
}
