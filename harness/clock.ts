import {SimhostError} from './errors.ts';
import {refuseUnknownKeys} from './known-values.ts';

/** Milliseconds, or a text such as `'6m'`, `'90s'`, `'1h30m'`, `'-5s'`, `'250ms'`, `'1d'`. */
export type Duration = number | string;

/** Milliseconds since 1970, a `Date`, or a text that `Date.parse` reads. */
export type Instant = number | string | Date;

/** What another realm (page, sandbox, backend) needs to tell the same time. */
export interface ClockState {
  /** Milliseconds that simulated time is ahead of real time. */
  readonly offset: number;
  /** The instant at which simulated time stands still, or `null` while it runs. */
  readonly frozenAt: number | null;
}

/** Who has a clock of their own: the page with its sandboxes, the platform that makes tokens, the backends. */
export type Party = 'browser' | 'platform' | 'backend';

/** How far the clocks of some are ahead of simulated time; negative: behind. */
export type Skews = Readonly<Partial<Record<Party, Duration>>>;

export const REAL_TIME: ClockState = {offset: 0, frozenAt: null};

/** The simulated instant of a state, in milliseconds since 1970. */
export function instantOf(state: ClockState, realNow: number): number {
  return state.frozenAt ?? realNow + state.offset;
}

/**
 * The one clock of a simulation. It runs with real time until a test moves it.
 *
 * @example
 * ```ts
 * import {Clock} from 'simhost';
 *
 * const clock = new Clock();
 * clock.freeze('2026-11-20T12:00:00Z');
 * clock.advance('6m');
 * clock.now(); // 6 minutes past noon
 * ```
 */
export class Clock {
  #state: ClockState = REAL_TIME;
  #skews: Readonly<Partial<Record<Party, number>>> = {};
  readonly #realNow: () => number;
  readonly #listeners = new Set<(state: ClockState) => void>();

  constructor({realNow = Date.now}: {realNow?: () => number} = {}) {
    this.#realNow = realNow;
  }

  get state(): ClockState {
    return this.#state;
  }

  /** Milliseconds since 1970. */
  now(): number {
    return instantOf(this.#state, this.#realNow());
  }

  /**
   * Lets the clocks of some be ahead or behind; those not named keep what they have, 0 takes it back. Where the platform
   * has no skew of its own, its tokens are made on the browser's clock: seen from a backend, both are the other side.
   *
   * @throws {SimhostError} `ERR_UNKNOWN_OPTION`, `ERR_BAD_DURATION`
   */
  skew(by: Skews): void {
    refuseUnknownKeys('skew', by, PARTIES);
    const changed = Object.entries(by).map(([party, duration]) => [party, milliseconds(duration)]);
    this.#skews = {...this.#skews, ...(Object.fromEntries(changed) as Partial<Record<Party, number>>)};
    this.#move(this.#state);
  }

  /** What the clock of one of them shows. */
  stateOf(party: Party): ClockState {
    const {browser = 0, backend = 0, platform = browser} = this.#skews;
    const by = {browser, backend, platform}[party];
    const {offset, frozenAt} = this.#state;
    return frozenAt === null ? {offset: offset + by, frozenAt} : {offset, frozenAt: frozenAt + by};
  }

  /** Milliseconds since 1970 on the clock of one of them. */
  nowOf(party: Party): number {
    return instantOf(this.stateOf(party), this.#realNow());
  }

  /** Moves time by a duration; a frozen clock stays frozen at the new instant. */
  advance(duration: Duration): void {
    const by = milliseconds(duration);
    const {offset, frozenAt} = this.#state;
    this.#move(frozenAt === null ? {offset: offset + by, frozenAt} : {offset, frozenAt: frozenAt + by});
  }

  /** Jumps to an instant, from which time runs on; a frozen clock stays frozen there. */
  set(instant: Instant): void {
    const at = epoch(instant);
    const {frozenAt} = this.#state;
    this.#move(frozenAt === null ? {offset: at - this.#realNow(), frozenAt} : {offset: 0, frozenAt: at});
  }

  /** Stops time, now or at the given instant. */
  freeze(instant: Instant = this.now()): void {
    this.#move({offset: 0, frozenAt: epoch(instant)});
  }

  /** Lets a frozen clock run on from where it stands. */
  resume(): void {
    if (this.#state.frozenAt !== null)
      this.#move({offset: this.#state.frozenAt - this.#realNow(), frozenAt: null});
  }

  /** Calls back after every move; returns the function that stops it. */
  onMove(listener: (state: ClockState) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #move(state: ClockState): void {
    this.#state = state;
    for (const listener of this.#listeners) listener(state);
  }
}

const PARTIES: readonly Party[] = ['browser', 'platform', 'backend'];

const UNITS: Record<string, number> = {ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000};

/** A duration in milliseconds. */
export function milliseconds(duration: Duration): number {
  if (typeof duration === 'number' && Number.isFinite(duration)) return duration;

  const [, sign, parts] =
    /^([+-]?)((?:\d+(?:\.\d+)?(?:ms|[smhd]))+)$/.exec(String(duration).replaceAll(' ', '')) ?? [];
  if (parts === undefined) {
    throw new SimhostError('ERR_BAD_DURATION', `Not a duration: ${JSON.stringify(duration)}.`, {
      next: 'Give milliseconds as a number, or a text such as "6m", "90s" or "1h30m".',
    });
  }

  let total = 0;
  for (const [, amount, unit] of parts.matchAll(/(\d+(?:\.\d+)?)(ms|[smhd])/g))
    total += Number(amount) * (UNITS[unit ?? ''] ?? 0);
  return sign === '-' ? -total : total;
}

function epoch(instant: Instant): number {
  const at =
    instant instanceof Date ? instant.getTime() : typeof instant === 'number' ? instant : Date.parse(instant);
  if (Number.isFinite(at)) return at;
  throw new SimhostError('ERR_BAD_INSTANT', `Not an instant: ${JSON.stringify(instant)}.`, {
    next: 'Give milliseconds since 1970, a Date, or an ISO text such as "2026-11-20T12:00:00Z".',
  });
}

/** A `Date` constructor that tells the time of `now`; everything but the current time is the real one's. */
export function dateAt(now: () => number, RealDate: DateConstructor): DateConstructor {
  return new Proxy(RealDate, {
    construct: (target, args, newTarget) =>
      Reflect.construct(target, args.length === 0 ? [now()] : args, newTarget) as object,
    apply: () => new RealDate(now()).toString(),
    get: (target, key, receiver) => (key === 'now' ? now : Reflect.get(target, key, receiver)),
  });
}
