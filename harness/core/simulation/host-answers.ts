import type {Clock} from '../../clock.ts';
import type {ArmedCases} from '../cases/armed-cases.ts';
import type {CaseId} from '../cases/case-id.ts';
import {caseOf} from '../cases/catalogue.ts';
import {waitSimulated} from './simulated-wait.ts';

/** The way in which the platform answers a page that requests a token: with a token, with null, or not at all. */
export type HostAnswer = 'token' | 'null' | 'nothing';

/** Carries out the armed cases of the host page, which delay or replace the answer to a token request. */
export class HostAnswers {
  readonly #cases: ArmedCases;
  readonly #clock: Clock;
  readonly #pending: CaseId[] = [];
  readonly #closed: Promise<void>;
  #close: () => void = () => {};

  constructor(cases: ArmedCases, clock: Clock) {
    this.#cases = cases;
    this.#clock = clock;
    this.#closed = new Promise((resolve) => {
      this.#close = resolve;
    });
  }

  /** The cases that delay an answer right now. */
  get pending(): readonly CaseId[] {
    return this.#pending;
  }

  /** Resolves with the next answer, after the delay of the armed case. */
  async next(): Promise<HostAnswer> {
    const delivery = this.#cases.take('host');
    const mechanism = delivery === null ? null : caseOf(delivery.id).mechanism;
    if (delivery === null || mechanism?.kind !== 'host') return 'token';

    const {answer} = mechanism;
    this.#pending.push(delivery.id);
    if (answer.gives === 'never') await this.#closed;
    if (answer.gives === 'token') await waitSimulated(this.#clock, answer.after, this.#closed);
    this.#pending.splice(this.#pending.indexOf(delivery.id), 1);

    if (answer.gives === 'token') return 'token';
    return answer.gives === 'null' || answer.gives === 'no permission' ? 'null' : 'nothing';
  }

  /** Ends all delays. */
  close(): void {
    this.#close();
  }
}
