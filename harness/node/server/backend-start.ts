import type {NotReady} from './backend-address.ts';
import type {Activity} from './backend-listening.ts';

/** The time that a backend may take to start, in milliseconds. */
export interface StartLimits {
  /** Without a sign of life: neither output nor processor time, nor a process that waits for a processor. */
  readonly silence: number;
  /** In all. If the user gives `total`, nothing else ends the wait. */
  readonly total: number | undefined;
}

/** An observation of a backend that is not ready. */
export interface StartObservation {
  /** Milliseconds since some fixed moment. */
  readonly now: number;
  /** The time of its last output. */
  readonly wroteAt: number;
  /** `null` if the system does not show it, or was not asked. */
  readonly activity: Activity | null;
  /** The state of its `ready` path; `null` if nothing listens, or if the option is not set. */
  readonly status: NotReady;
}

/** The reason why a backend will not become ready. */
export type FailureReason =
  | {readonly reason: 'elsewhere'; readonly addresses: readonly string[]}
  | {readonly reason: 'status'; readonly status: number}
  | {readonly reason: 'hanging' | 'silent' | 'slow'; readonly seconds: number};

const ELSEWHERE = 3000;
const SAME_STATUS = 3000;
/** The factor of patience if processor time is not known: silence alone may be a slow compiler. */
const UNSEEN = 4;
/** The limit for a backend that writes but never listens, in silences. */
const MOST_SILENCES = 8;
/** Hundredths of a second of processor time within a second. Few, because a busy machine gives few. */
const BUSY = 3;

/** Watches the start of a backend, and reports when the backend will not become ready. */
export class StartWatch {
  readonly #port: number;
  readonly #limits: StartLimits;
  readonly #startedAt: number;
  #workedAt: number;
  #sample: {at: number; ticks: number} | undefined;
  #elsewhere: {since: number; addresses: readonly string[]} | undefined;
  #answered: {since: number; status: number} | undefined;
  /** Whether the last request to the `ready` path got no answer. */
  #isHanging = false;

  constructor(port: number, limits: StartLimits, now: number) {
    this.#port = port;
    this.#limits = limits;
    this.#startedAt = now;
    this.#workedAt = now;
  }

  look(sight: StartObservation): FailureReason | null {
    this.#note(sight);
    const {now, wroteAt} = sight;
    const {silence, total} = this.#limits;
    const waited = now - this.#startedAt;
    const seconds = Math.ceil(waited / 1000);
    if (total !== undefined) return waited > total ? this.#orElse({reason: 'slow', seconds}) : null;

    const quietSince = Math.max(this.#workedAt, wroteAt);
    const {since = now, addresses = []} = this.#elsewhere ?? {};

    if (now - Math.max(since, quietSince) > Math.min(ELSEWHERE, silence))
      return {reason: 'elsewhere', addresses};

    const answered = this.#answered;
    if (
      answered !== undefined &&
      now - answered.since > Math.min(answered.status < 500 ? SAME_STATUS : Infinity, 2 * silence)
    )
      return {reason: 'status', status: answered.status};

    const patience = this.#sample === undefined ? silence * UNSEEN : silence;
    if (answered === undefined && now - quietSince > patience)
      return {reason: this.#isHanging ? 'hanging' : 'silent', seconds};
    return waited > silence * MOST_SILENCES ? this.#orElse({reason: 'slow', seconds}) : null;
  }

  /** Prefers a visible cause to the time that has passed. */
  #orElse(slow: {readonly reason: 'slow'; readonly seconds: number}): FailureReason {
    if (this.#answered !== undefined) return {reason: 'status', status: this.#answered.status};
    if (this.#isHanging) return {...slow, reason: 'hanging'};
    if (this.#elsewhere !== undefined) return {reason: 'elsewhere', addresses: this.#elsewhere.addresses};
    return slow;
  }

  #note({now, activity, status}: StartObservation): void {
    this.#isHanging = status === 'hanging';
    if (typeof status !== 'number') this.#answered = undefined;
    else if (this.#answered?.status !== status) this.#answered = {since: now, status};
    if (activity === null) return;

    const {ticks, listening, isRunnable} = activity;
    if (isRunnable) this.#workedAt = now;
    this.#sample ??= {at: now, ticks};
    if (now - this.#sample.at >= 1000 || ticks < this.#sample.ticks) {
      if (ticks - this.#sample.ticks >= BUSY || ticks < this.#sample.ticks) this.#workedAt = now;
      this.#sample = {at: now, ticks};
    }

    const isHere = listening.some((address) => isReachable(address, this.#port));
    if (isHere || listening.length === 0) this.#elsewhere = undefined;
    else this.#elsewhere = {since: this.#elsewhere?.since ?? now, addresses: listening};
  }
}

/** Whether a connection to the port on this machine's own addresses gets there. */
function isReachable(address: string, port: number): boolean {
  return ['127.0.0.1', '0.0.0.0', '[::]', '[::1]', '[::ffff:7f00:1]'].some(
    (host) => address === `${host}:${port}`,
  );
}
