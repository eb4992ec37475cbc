import type {Verdict} from './buyer-journey.ts';

/**
 * The runs of all interceptors. One run happens at a time. Runs that are asked for meanwhile become one run
 * afterwards.
 */
export class ProgressChecks {
  readonly #deps: ProgressCheckDeps;
  #running: Promise<Verdict> | null = null;
  #triggers: string[] = [];
  #goesOn = false;

  constructor(deps: ProgressCheckDeps) {
    this.#deps = deps;
  }

  /** Asks for a run because of an event, for example "the delivery method changed". */
  request(triggers: readonly string[]): void {
    if (triggers.length === 0) return;
    this.#triggers.push(...triggers);
    void this.#runDue();
  }

  /** Waits for the run in progress, and then runs the interceptors once because the buyer goes on. */
  async mayProgress(): Promise<Verdict> {
    this.#goesOn = true;
    try {
      await this.#running;
      this.#triggers.push('the buyer goes on');
      return await this.#run();
    } finally {
      this.#goesOn = false;
      void this.#runDue();
    }
  }

  async #runDue(): Promise<void> {
    if (this.#running !== null) return;
    while (this.#triggers.length > 0 && !this.#goesOn) await this.#run();
  }

  async #run(): Promise<Verdict> {
    const triggers = [...new Set(this.#triggers)];
    this.#triggers = [];
    this.#running = this.#deps.ask(triggers);

    try {
      const verdict = await this.#running;
      this.#deps.show(verdict);
      return verdict;
    } finally {
      this.#running = null;
    }
  }
}

export interface ProgressCheckDeps {
  /** Asks all interceptors. Never rejects. */
  ask(triggers: readonly string[]): Promise<Verdict>;
  /** Shows the result of a run to the buyer. */
  show(verdict: Verdict): void;
}
