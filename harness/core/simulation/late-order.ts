import type {Clock} from '../../clock.ts';
import type {ArmedCases} from '../cases/armed-cases.ts';
import {caseOf} from '../cases/catalogue.ts';
import {waitSimulated} from './simulated-wait.ts';

/** Creates the order of a completed checkout later than the thank-you page shows, if a case asks for it. */
export class LateOrder {
  readonly #clock: Clock;
  readonly #cases: ArmedCases;
  readonly #onCreated: () => void;
  readonly #closed: Promise<void>;
  #isClosed = false;
  #close: () => void = () => {};

  constructor(clock: Clock, cases: ArmedCases, onCreated: () => void) {
    this.#clock = clock;
    this.#cases = cases;
    this.#onCreated = onCreated;
    this.#closed = new Promise((resolve) => {
      this.#close = resolve;
    });
  }

  /** Defers the creation of an order, and returns `true`. Returns `false` if no case is armed. */
  defer(create: () => void): boolean {
    const delivery = this.#cases.take('order');
    const mechanism = delivery === null ? null : caseOf(delivery.id).mechanism;
    if (mechanism?.kind !== 'order') return false;

    void this.#createAfter(mechanism.after, create);
    return true;
  }

  /** Ends the wait. The order is not created any more. */
  close(): void {
    this.#isClosed = true;
    this.#close();
  }

  async #createAfter(duration: number, create: () => void): Promise<void> {
    await waitSimulated(this.#clock, duration, this.#closed);
    if (this.#isClosed) return;

    create();
    this.#onCreated();
  }
}
