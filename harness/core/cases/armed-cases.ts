import {SimhostError} from '../../errors.ts';
import {refuseUnknownKeys} from '../../known-values.ts';
import {readTimes} from '../platforms/times.ts';
import type {CaseId} from './case-id.ts';
import type {Mechanism, Profile} from './case.ts';
import {caseOf} from './catalogue.ts';
import {appliesTo} from './expectations.ts';

/** Options of `arm`. */
export interface ArmOptions {
  /** The number of times it applies; `Infinity` until disarmed. Default 1. */
  times?: number;
}

/** A case that is armed. */
export interface ArmedCase {
  /** The id of the case. */
  readonly id: CaseId;
  /** The number of times that it applies; `Infinity` until disarmed. */
  readonly times: number;
  /** The number of times that it has applied. */
  readonly delivered: number;
}

interface Armed extends ArmedCase {
  delivered: number;
}

/** A case that happens now. */
export interface Delivery {
  readonly id: CaseId;
  /** The number of earlier deliveries since it was armed. Each delivery takes the next variant. */
  readonly nth: number;
  /** The number of times that it applies; `Infinity` until disarmed. */
  readonly times: number;
}

/** A delivery of an armed case as events report it: when it happens, and with each request that it reaches. */
export interface ReportedDelivery extends Delivery {
  /** The id of the request in the log. `null` when the case happens, before a request is known. */
  readonly request: number | null;
}

/** The cases that a simulation has yet to carry out, first armed first delivered. */
export class ArmedCases {
  readonly #armed: Armed[] = [];
  readonly #onDelivery: (delivery: ReportedDelivery) => void;

  constructor(onDelivery: (delivery: ReportedDelivery) => void = () => {}) {
    this.#onDelivery = onDelivery;
  }

  /** @throws {SimhostError} `ERR_UNKNOWN_CASE`, `ERR_CASE_NOT_ARMABLE`, `ERR_BAD_OPTION` */
  arm(id: CaseId, options: ArmOptions = {}): void {
    refuseWhatCannotBeArmed(id);
    refuseUnknownKeys('arm', options, ['times']);
    const {times = 1} = options;
    readTimes(times, `Case "${id}" cannot be armed`);
    this.#armed.push({id, times, delivered: 0});
  }

  disarm(id: CaseId): void {
    caseOf(id);
    const kept = this.#armed.filter((armed) => armed.id !== id);
    if (kept.length === this.#armed.length) {
      throw new SimhostError('ERR_CASE_NOT_ARMED', `Case "${id}" is not armed.`, {
        next: 'Arm it first, or leave the disarm out.',
      });
    }

    this.#armed.splice(0, Infinity, ...kept);
  }

  /** Takes the next case with that mechanism that exists for the profile, and counts it as delivered. */
  take(kind: Mechanism['kind'], profile?: Profile): Delivery | null {
    const armed = this.#armed.find(({id, times, delivered}) => {
      const entry = caseOf(id);
      if (delivered === times || entry.mechanism.kind !== kind) return false;
      return profile === undefined || appliesTo(entry, profile);
    });

    if (armed === undefined) return null;

    const delivery: Delivery = {id: armed.id, nth: armed.delivered++, times: armed.times};
    this.#onDelivery({...delivery, request: null});
    return delivery;
  }

  /** Whether a case with that mechanism is still to happen. */
  isArmed(kind: Mechanism['kind']): boolean {
    return this.#armed.some(
      ({id, times, delivered}) => delivered < times && caseOf(id).mechanism.kind === kind,
    );
  }

  /** Reports the request that a delivery has reached. A token with a fault reaches each request that carries it. */
  reached(delivery: Delivery, request: number): void {
    this.#onDelivery({...delivery, request});
  }

  /** All armed cases that nobody has disarmed, also those that have fully happened. */
  all(): readonly ArmedCase[] {
    return this.#armed.map((armed) => ({...armed}));
  }

  /** Armed cases that have not fully happened. An endless one counts until it has happened once. */
  undelivered(): readonly ArmedCase[] {
    return this.#armed.filter(({times, delivered}) => delivered < (times === Infinity ? 1 : times));
  }
}

/**
 * Refuses a case that the simulation cannot carry out by itself.
 *
 * @throws {SimhostError} `ERR_CASE_NOT_ARMABLE` for a case that an audit or a line of a test makes
 */
export function refuseWhatCannotBeArmed(id: CaseId): void {
  const {mechanism, title} = caseOf(id);
  if (mechanism.kind === 'exchange') {
    throw new SimhostError(
      'ERR_CASE_NOT_ARMABLE',
      `Case "${id}" cannot be armed: it needs requests that no page sends (${title}).`,
      {
        next: `simhost audit <url> --only ${id} sends them.`,
      },
    );
  }

  if (mechanism.kind === 'test') {
    throw new SimhostError(
      'ERR_CASE_NOT_ARMABLE',
      `Case "${id}" cannot be armed: a line in the test arranges it (${title}).`,
      {
        next: mechanism.line,
      },
    );
  }
}
