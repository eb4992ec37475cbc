import {messageOf} from '../../errors.ts';
import {KEPT_ENTRIES} from '../../wire/console.ts';
import type {ChangeTopic, JournalEntry} from '../../wire/journal.ts';
import type {LoggedRequest} from '../verdicts/logged-request.ts';
import {Listeners} from './listeners.ts';
import {requestEntry} from './request-entry.ts';
import type {SimulationCore} from './simulation-core.ts';
import {type Situation, situationOf, stepsBetween} from './situation.ts';

/** An entry before it has a number and a time. */
type Draft = DistributiveOmit<JournalEntry, 'n' | 'at'>;
type DistributiveOmit<Union, Key extends PropertyKey> = Union extends unknown ? Omit<Union, Key> : never;

const LONGEST_ARGUMENTS = 500;
const LONGEST_TEXT = 2000;

/**
 * Everything that happens in one simulation, in one order: requests, calls, logs, errors, and changes of the situation.
 * It keeps the newest entries.
 */
export class Journal {
  readonly #simulation: SimulationCore;
  readonly #listeners = new Listeners<JournalEntry>();
  readonly #stops: readonly (() => void)[];
  #entries: JournalEntry[] = [];
  #last = 0;
  /** The highest id of a request whose entry was let go. */
  #lastGone = -1;
  /** The numbers of entries by the ids of their requests, and by the `jti` of their tokens. */
  readonly #byRequest = new Map<number, number>();
  readonly #requestIds = new Map<number, number>();
  readonly #byToken = new Map<string, number>();
  #situation: Situation;

  /** Follows the simulation from now on. */
  constructor(simulation: SimulationCore) {
    const {requests, events, pages} = simulation;
    this.#simulation = simulation;
    this.#situation = this.#read();

    this.#stops = [
      requests.onChange((request) => this.#request(request)),
      events.calls.subscribe(({handle, member, args}) =>
        this.#add({kind: 'call', handle, member, args: jsonOf(args)}),
      ),
      events.logs.subscribe(({handle, level, text, source}) =>
        this.#add({kind: 'log', handle, level, text: text.slice(0, LONGEST_TEXT), source}),
      ),
      events.errors.subscribe(({handle, error, source}) =>
        this.#add({
          kind: 'error',
          handle,
          text: `${error.name}: ${messageOf(error)}`.slice(0, LONGEST_TEXT),
          source,
        }),
      ),
      pages.onUpdate(() => this.#compare()),
    ];
  }

  /** The number of the newest entry. */
  get last(): number {
    return this.#last;
  }

  /** Returns the kept entries after a number, oldest first. */
  since(n: number): readonly JournalEntry[] {
    return this.#entries.filter((entry) => entry.n > n);
  }

  /** Returns the request of an entry; `undefined` if it was let go. */
  requestOf(n: number): LoggedRequest | undefined {
    const id = this.#requestIds.get(n);
    return id === undefined ? undefined : this.#simulation.requests.at(id);
  }

  /** Adds a change that the situation does not show, such as a start. */
  note(topic: ChangeTopic, text: string): void {
    this.#add({kind: 'change', topic, text});
  }

  /** Calls back for every new and every changed entry; returns the function that stops it. */
  onEntry(listener: (entry: JournalEntry) => void): () => void {
    return this.#listeners.subscribe(listener);
  }

  /** Stops following the simulation. */
  close(): void {
    for (const stop of this.#stops) stop();
  }

  #request(request: LoggedRequest): void {
    if (isStep(request)) return;

    const known = this.#byRequest.get(request.id);
    // A request that ends after its entry was let go stays gone.
    if (known === undefined && request.id <= this.#lastGone) return;

    const n = known ?? ++this.#last;
    const jti = request.token?.['jti'];
    if (typeof jti === 'string' && !this.#byToken.has(jti)) this.#byToken.set(jti, n);

    const token = typeof jti === 'string' ? (this.#byToken.get(jti) ?? null) : null;
    const entry = requestEntry(request, n, token, this.#situation.customer?.label ?? null);
    if (known === undefined) {
      this.#byRequest.set(request.id, n);
      this.#requestIds.set(n, request.id);
    }

    this.#put(entry);
  }

  #compare(): void {
    const now = this.#read();
    const steps = stepsBetween(this.#situation, now);
    this.#situation = now;
    for (const {topic, text} of steps) this.note(topic, text);
  }

  #read(): Situation {
    const {pages, clock} = this.#simulation;
    return situationOf({pages, clock, armedCases: () => this.#simulation.armedCases()});
  }

  #add(draft: Draft): void {
    this.#put({...draft, n: ++this.#last, at: this.#simulation.clock.now()});
  }

  #put(entry: JournalEntry): void {
    const place = this.#entries.findLastIndex(({n}) => n === entry.n);
    const isKnown = place !== -1;
    if (isKnown) this.#entries[place] = entry;
    else this.#entries.push(entry);

    if (this.#entries.length > KEPT_ENTRIES) this.#letGo();
    this.#listeners.notify(entry);
  }

  #letGo(): void {
    const gone = this.#entries.splice(0, this.#entries.length - KEPT_ENTRIES);
    for (const {n} of gone) {
      const id = this.#requestIds.get(n);
      if (id === undefined) continue;

      this.#lastGone = Math.max(this.#lastGone, id);
      this.#byRequest.delete(id);
      this.#requestIds.delete(n);
    }

    const [oldest] = this.#entries;
    for (const [jti, n] of this.#byToken) if (oldest !== undefined && n < oldest.n) this.#byToken.delete(jti);
  }
}

/**
 * Whether a request is a preflight, which is a step of the request that it is for. A preflight to an unknown host is
 * not: the request after it is never sent.
 */
function isStep({method, sender, mount, outcome}: LoggedRequest): boolean {
  return method === 'OPTIONS' && sender === 'browser' && mount === null && outcome !== 'refused';
}

function jsonOf(args: readonly unknown[]): string {
  const text = JSON.stringify(args) ?? '[]';
  return text.length <= LONGEST_ARGUMENTS ? text : `${text.slice(0, LONGEST_ARGUMENTS)}…`;
}
