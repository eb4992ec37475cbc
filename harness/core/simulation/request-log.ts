import type {LoggedRequest} from '../verdicts/logged-request.ts';
import {Listeners} from './listeners.ts';

/** The known fields of a request that arrives. */
export type Arrival = Pick<LoggedRequest, 'method' | 'url' | 'at'> & Partial<LoggedRequest>;

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

/** The requests of a simulation, with the means to add and update them. */
export class RequestLog implements RequestHistory {
  readonly #entries: LoggedRequest[] = [];
  readonly #listeners = new Listeners<LoggedRequest>();
  /** The real time of arrival of each request in flight, in milliseconds, by id. */
  readonly #inFlight = new Map<number, number>();
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

  /** Returns the request with an id; undefined if it was let go. */
  at(id: number): LoggedRequest | undefined {
    return id < this.letGo ? undefined : this.#entries[id - this.letGo];
  }

  /** The requests whose answer has not been sent completely, with the real milliseconds since their arrival. */
  get inFlight(): readonly {method: string; url: string; milliseconds: number}[] {
    const now = performance.now();
    return [...this.#inFlight].flatMap(([id, since]) => {
      const entry = this.at(id);
      return entry === undefined ? [] : [{method: entry.method, url: entry.url, milliseconds: now - since}];
    });
  }

  /** Real milliseconds since the last answer was sent completely; infinite if there was none. */
  get sinceLastEnd(): number {
    return performance.now() - this.#lastEnd;
  }

  /** Adds a request that arrives, and returns its id for `update`. */
  add(arrival: Arrival): number {
    const id = this.#count;
    const entry: LoggedRequest = {
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

    this.#entries.push(entry);
    this.#count++;
    this.#letOldestGo();
    if (entry.outcome === 'pending') this.#inFlight.set(id, performance.now());

    this.#listeners.notify(entry);
    return id;
  }

  /** Changes fields of a request. */
  update(id: number, change: Partial<Omit<LoggedRequest, 'id'>>): void {
    const entry = this.at(id);
    if (entry === undefined) return;
    const changed = {...entry, ...change};
    this.#entries[id - this.letGo] = changed;
    if (changed.duration !== null && this.#inFlight.delete(id)) this.#lastEnd = performance.now();
    this.#listeners.notify(changed);
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
      this.#entries.shift();
    }
  }
}
