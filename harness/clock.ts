import {SimhostError} from './errors.ts';
import {refuseUnknownKeys} from './known-values.ts';
import {shown} from './shown-value.ts';

/** Milliseconds, or a string such as `'6m'`, `'90s'`, `'1h30m'`, `'-5s'`, `'250ms'`, `'1d'`. */
export type Duration = number | string;

/** Milliseconds since 1970, a `Date`, or a string that `Date.parse` reads. */
export type Instant = number | string | Date;

/** The state of a clock, from which another realm (page, sandbox, backend) computes the same time. */
export interface ClockState {
  /** The milliseconds by which simulated time is ahead of real time. */
  readonly offset: number;
  /** The instant at which simulated time is frozen, in milliseconds since 1970, or null while it runs. */
  readonly frozenAt: number | null;
}

/** A party with its own clock: the page with its sandboxes, the platform that issues tokens, the backends. */
export type Party = 'browser' | 'platform' | 'backend';

/** The durations by which the clocks of parties are ahead of simulated time; negative if they are behind. */
export type Skews = Readonly<Partial<Record<Party, Duration>>>;

/** The milliseconds by which the clock of each party is ahead of simulated time; negative if it is behind. */
export type PartySkews = Readonly<Record<Party, number>>;

/** The state of a clock that shows real time. */
export const REAL_TIME: ClockState = {offset: 0, frozenAt: null};

/** Returns the simulated time of a state, in milliseconds since 1970. */
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
  /** The state of the clock, for other realms. */
  #state: ClockState = REAL_TIME;
  #skews: KnownSkews = {};
  readonly #realNow: () => number;
  readonly #listeners = new Set<(state: ClockState) => void>();

  constructor({realNow = Date.now}: {realNow?: () => number} = {}) {
    this.#realNow = realNow;
  }

  /** The state of the clock: its offset to real time, or the instant at which it is frozen. */
  get state(): ClockState {
    return this.#state;
  }

  /** Returns real time, which programs outside of the simulation keep, in milliseconds since 1970. */
  realNow(): number {
    return this.#realNow();
  }

  /** Returns the simulated time, in milliseconds since 1970. */
  now(): number {
    return instantOf(this.#state, this.#realNow());
  }

  /**
   * Moves the clocks of single parties ahead or behind. Parties that are not named keep their skew; 0 removes
   * it.
   *
   * Unless `platform` has its own skew, tokens are issued on the browser's clock, so a backend sees both
   * shifted alike.
   *
   * @throws {SimhostError} `ERR_UNKNOWN_OPTION`, `ERR_BAD_DURATION`
   *
   * @example
   * ```ts
   * import {Clock} from 'simhost';
   *
   * new Clock().skew({backend: '-90s'});
   * ```
   */
  skew(by: Skews): void {
    refuseUnknownKeys('skew', by, PARTIES);
    const changed = Object.entries(by).map(([party, duration]) => [party, milliseconds(duration)]);
    const skews = {...this.#skews, ...(Object.fromEntries(changed) as Partial<Record<Party, number>>)};

    const [party] = this.#lost(this.#state, skews);
    if (party !== undefined) throw tooFar('ERR_BAD_DURATION', by[party] ?? by.browser ?? 0);

    this.#skews = skews;
    this.#move(this.#state);
  }

  /** The milliseconds by which the clock of each party is ahead of simulated time. */
  get skews(): PartySkews {
    const {browser = 0, backend = 0, platform = browser} = this.#skews;
    return {browser, platform, backend};
  }

  /** Returns the state of a party's clock. */
  stateOf(party: Party): ClockState {
    return skewed(this.#state, this.#skews, party);
  }

  /** Returns the time on a party's clock, in milliseconds since 1970. */
  nowOf(party: Party): number {
    return instantOf(this.stateOf(party), this.#realNow());
  }

  /**
   * Moves time by a duration. A frozen clock stays frozen at the new instant.
   *
   * @throws {SimhostError} `ERR_BAD_DURATION`
   */
  advance(duration: Duration): void {
    const moved = shifted(this.#state, milliseconds(duration));
    if (this.#lost(moved).length > 0) throw tooFar('ERR_BAD_DURATION', duration);
    this.#move(moved);
  }

  /**
   * Jumps to an instant, from which time runs on. A frozen clock stays frozen there.
   *
   * @throws {SimhostError} `ERR_BAD_INSTANT`
   */
  set(instant: Instant): void {
    const at = epoch(instant);
    const {frozenAt} = this.#state;
    const moved = frozenAt === null ? {offset: at - this.#realNow(), frozenAt} : {offset: 0, frozenAt: at};
    if (this.#lost(moved).length > 0) throw tooFar('ERR_BAD_INSTANT', instant);
    this.#move(moved);
  }

  /**
   * Freezes time, at an instant or, by default, now.
   *
   * @throws {SimhostError} `ERR_BAD_INSTANT`
   */
  freeze(instant: Instant = this.now()): void {
    const moved = {offset: 0, frozenAt: epoch(instant)};
    if (this.#lost(moved).length > 0) throw tooFar('ERR_BAD_INSTANT', instant);
    this.#move(moved);
  }

  /** Lets a frozen clock run on from its instant. */
  resume(): void {
    if (this.#state.frozenAt !== null)
      this.#move({offset: this.#state.frozenAt - this.#realNow(), frozenAt: null});
  }

  /** Calls back after every move; returns the function that stops it. */
  onMove(listener: (state: ClockState) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Lists the parties whose clocks would leave the time that a `Date` can show. */
  #lost(state: ClockState, skews: KnownSkews = this.#skews): readonly Party[] {
    const now = this.#realNow();
    return PARTIES.filter((party) => !isDate(instantOf(skewed(state, skews, party), now)));
  }

  #move(state: ClockState): void {
    this.#state = state;
    for (const listener of this.#listeners) listener(state);
  }
}

/** The skews in milliseconds. */
type KnownSkews = Readonly<Partial<Record<Party, number>>>;

const PARTIES: readonly Party[] = ['browser', 'platform', 'backend'];

/** Milliseconds between the first and the last instant that a `Date` can show. */
const LONGEST = 2 * 8.64e15;

function skewed(
  state: ClockState,
  {browser = 0, backend = 0, platform = browser}: KnownSkews,
  party: Party,
): ClockState {
  return shifted(state, {browser, backend, platform}[party]);
}

function shifted({offset, frozenAt}: ClockState, by: number): ClockState {
  return frozenAt === null ? {offset: offset + by, frozenAt} : {offset, frozenAt: frozenAt + by};
}

const UNITS: Record<string, number> = {ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000};

/**
 * Returns a duration in milliseconds.
 *
 * @throws {SimhostError} `ERR_BAD_DURATION`
 */
export function milliseconds(duration: Duration): number {
  if (typeof duration === 'number' && Math.abs(duration) <= LONGEST) return duration;

  const [, sign, parts] =
    /^([+-]?)((?:\d+(?:\.\d+)?(?:ms|[smhd]))+)$/.exec(
      typeof duration === 'string' ? duration.replaceAll(' ', '') : '',
    ) ?? [];
  if (parts === undefined)
    throw badDuration(duration, 'Give milliseconds as a number, or a string such as "6m", "90s" or "1h30m".');

  let total = 0;
  for (const [, amount, unit] of parts.matchAll(/(\d+(?:\.\d+)?)(ms|[smhd])/g))
    total += Number(amount) * (UNITS[unit ?? ''] ?? 0);
  if (total > LONGEST) throw tooFar('ERR_BAD_DURATION', duration);
  return sign === '-' ? -total : total;
}

/** Creates the error for a time that no `Date` can show. */
function tooFar(code: 'ERR_BAD_DURATION' | 'ERR_BAD_INSTANT', given: unknown): SimhostError {
  return new SimhostError(code, `The clock cannot go as far as ${shown(given)}.`, {
    next: 'It shows times from the year -271821 to 275760, for each party.',
  });
}

function badDuration(duration: unknown, next: string): SimhostError {
  return new SimhostError('ERR_BAD_DURATION', `Not a duration: ${shown(duration)}.`, {next});
}

function badInstant(instant: unknown): SimhostError {
  return new SimhostError('ERR_BAD_INSTANT', `Not an instant: ${shown(instant)}.`, {
    next: 'Give milliseconds since 1970, a Date, or an ISO string such as "2026-11-20T12:00:00Z".',
  });
}

/** Whether a `Date` can show an instant. */
function isDate(instant: number): boolean {
  return !Number.isNaN(new Date(instant).getTime());
}

function epoch(instant: Instant): number {
  const isTime = typeof instant === 'number' || instant instanceof Date;
  const at = isTime ? Number(instant) : parsed(instant);
  if (isDate(at)) return at;
  throw badInstant(instant);
}

/** Parses a string. `Date.parse` takes any value, and finds years in some. */
function parsed(instant: unknown): number {
  return typeof instant === 'string' ? Date.parse(instant) : NaN;
}

/** Creates a `Date` constructor whose current time is that of `now`. Everything else is that of the real one. */
export function dateAt(now: () => number, RealDate: DateConstructor): DateConstructor {
  return new Proxy(RealDate, {
    construct: (target, args, newTarget) =>
      Reflect.construct(target, args.length === 0 ? [now()] : args, newTarget) as object,
    apply: () => new RealDate(now()).toString(),
    get: (target, key, receiver) => (key === 'now' ? now : Reflect.get(target, key, receiver)),
  });
}
