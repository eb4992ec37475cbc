import type {CaseId} from '../cases/case-id.ts';
/** One request that passed the gateway. */
export interface LoggedRequest {
  readonly id: number;
  readonly method: string;
  readonly url: string;
  /** Who sent it: the page with its extensions, or a backend of the test. */
  readonly sender: 'browser' | 'backend';
  /** The CORS preflight before it: not needed, allowed, refused (with the reason), still remembered by the browser, or not sent. */
  readonly preflight: 'none' | 'allowed' | 'cached' | 'not sent' | {readonly refused: string};
  /** The request's `Origin`, `null` where it had none. */
  readonly origin: string | null;
  /** `platform`: answered by the simulation or by a handler of the test; `backend`: forwarded; `refused`: an unknown host; `failed`: no answer from the backend. */
  readonly outcome: 'pending' | 'platform' | 'backend' | 'refused' | 'failed';
  readonly status: number | null;
  /** Simulated instant of arrival, milliseconds since 1970. */
  readonly at: number;
  /** Real milliseconds from arrival to the end of the answer. */
  readonly duration: number | null;
  /** The claims of the token that was sent; never the token. */
  readonly token: Readonly<Record<string, unknown>> | null;
  /** The case that the token was made by. */
  readonly case: CaseId | null;
  /** One sentence about what went wrong, if anything did. */
  readonly problem: string | null;
}

export type Arrival = Pick<LoggedRequest, 'method' | 'url' | 'at'> & Partial<LoggedRequest>;

/** Every request of a simulation, in order of arrival. */
export class RequestLog {
  readonly #entries: LoggedRequest[] = [];
  readonly #listeners = new Set<(entry: LoggedRequest) => void>();
  /** When each request that is in flight arrived: id to real milliseconds. */
  readonly #inFlight = new Map<number, number>();
  #lastEnd = -Infinity;

  get entries(): readonly LoggedRequest[] {
    return this.#entries;
  }

  /** The requests whose answer has not been sent wholly, with the real milliseconds since they arrived. */
  get inFlight(): readonly {method: string; url: string; milliseconds: number}[] {
    const now = performance.now();
    return [...this.#inFlight].flatMap(([id, since]) => {
      const entry = this.#entries[id];
      return entry === undefined ? [] : [{method: entry.method, url: entry.url, milliseconds: now - since}];
    });
  }

  /** Real milliseconds since the last answer was sent wholly; infinite if none was. */
  get sinceLastEnd(): number {
    return performance.now() - this.#lastEnd;
  }

  /** Notes an arrival; returns the id for `update`. */
  add(arrival: Arrival): number {
    const id = this.#entries.length;
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
      ...arrival,
      id,
    };

    this.#entries.push(entry);
    if (entry.outcome === 'pending') this.#inFlight.set(id, performance.now());

    this.#tell(entry);
    return id;
  }

  update(id: number, change: Partial<Omit<LoggedRequest, 'id'>>): void {
    const entry = this.#entries[id];
    if (entry === undefined) return;
    const changed = {...entry, ...change};
    this.#entries[id] = changed;
    if (changed.duration !== null && this.#inFlight.delete(id)) this.#lastEnd = performance.now();
    this.#tell(changed);
  }

  /** Takes an answer that never ends by itself, such as a WebSocket or an event stream, out of those in flight. */
  staysOpen(id: number): void {
    this.#inFlight.delete(id);
  }

  /** Calls back for every arrival and every update; returns the function that stops it. */
  onChange(listener: (entry: LoggedRequest) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #tell(entry: LoggedRequest): void {
    for (const listener of this.#listeners) listener(entry);
  }
}
