import type {Clock} from '../../clock.ts';
import type {ArmedCases} from '../cases/armed-cases.ts';
import type {CaseId} from '../cases/case-id.ts';
import {caseOf} from '../cases/catalogue.ts';

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
    if (answer.gives === 'token') await this.#wait(answer.after);
    this.#pending.splice(this.#pending.indexOf(delivery.id), 1);

    if (answer.gives === 'token') return 'token';
    return answer.gives === 'null' || answer.gives === 'no permission' ? 'null' : 'nothing';
  }

  /** Ends all delays. */
  close(): void {
    this.#close();
  }

  /** Waits for a number of simulated milliseconds. They pass by themselves, and when a test moves the clock. */
  async #wait(duration: number): Promise<void> {
    const until = this.#clock.now() + duration;
    let timer: NodeJS.Timeout | undefined;
    let stopListening: () => void = () => {};

    const isOver = new Promise<void>((resolve) => {
      // A timer may fire a millisecond early, and a moved clock leaves less to wait for.
      const check = (): void => {
        clearTimeout(timer);
        const left = until - this.#clock.now();
        if (left <= 0) resolve();
        else timer = setTimeout(check, left);
      };

      stopListening = this.#clock.onMove(check);
      check();
    });

    await Promise.race([isOver, this.#closed]);
    clearTimeout(timer);
    stopListening();
  }
}
