import {adviceOnMissing} from '../../../../wire/capabilities.ts';
import type {Mount} from '../../../../wire/control.ts';

/**
 * The interceptors of `shopify.buyerJourney.intercept`: extensions that are asked before the buyer proceeds.
 */
export class BuyerJourney {
  readonly #interceptors: Installed[] = [];
  readonly #events: JourneyEvents;

  constructor(events: JourneyEvents) {
    this.#events = events;
  }

  /** Installs an interceptor. Returns a function that removes it. */
  intercept(mount: Mount, intercept: unknown): () => void {
    if (typeof intercept !== 'function') throw new TypeError('buyerJourney.intercept takes a function.');
    const installed = {mount, intercept: intercept as Interceptor};
    this.#interceptors.push(installed);
    return () => this.#remove(installed);
  }

  /** Asks all interceptors, and then reports the result to each of them. */
  async ask(mounted: readonly Mount[]): Promise<Verdict> {
    for (const installed of [...this.#interceptors]) {
      const still = mounted.some(
        ({id, generation}) => id === installed.mount.id && generation === installed.mount.generation,
      );
      if (!still) this.#remove(installed);
    }

    const asked = [...this.#interceptors];
    // The merchant may have declined capabilities since the extension installed its interceptor.
    const current = asked.map(({mount, intercept}) => ({
      intercept,
      mount: mounted.find(({id}) => id === mount.id) ?? mount,
    }));

    const answers = await Promise.all(current.map((installed) => this.#answerOf(installed)));
    const blocking = answers.filter((answer) => answer?.behavior === 'block');
    const behavior = blocking.length === 0 ? 'allow' : 'block';

    await Promise.all(asked.map(({mount}, index) => this.#perform(mount, answers[index], behavior)));
    return {behavior, errors: blocking.flatMap(({errors = []}) => errors)};
  }

  async #answerOf({mount, intercept}: Installed): Promise<InterceptorRequest | null> {
    const canBlockProgress = mount.capabilities.includes('block_progress');
    try {
      return this.#allowed(mount, await intercept({canBlockProgress}), canBlockProgress);
    } catch (error) {
      this.#events.failed(mount, error);
      return null;
    }
  }

  /** Returns an answer as far as the platform accepts it, and warns about the rest. */
  #allowed(
    mount: Mount,
    answer: InterceptorRequest | undefined,
    canBlockProgress: boolean,
  ): InterceptorRequest | null {
    if (answer?.behavior !== 'block' && answer?.behavior !== 'allow') {
      const expected = "{behavior: 'allow'} or {behavior: 'block', reason}";
      this.#events.warned(mount, `The interceptor answered ${JSON.stringify(answer)}, not ${expected}.`);
      return null;
    }

    if (answer.behavior === 'block' && !canBlockProgress) {
      const advice = adviceOnMissing('block_progress', mount);
      this.#events.warned(mount, `The interceptor may not block the buyer. ${advice}`);
      return {...answer, behavior: 'allow'};
    }

    return answer;
  }

  async #perform(
    mount: Mount,
    answer: InterceptorRequest | null | undefined,
    behavior: Verdict['behavior'],
  ): Promise<void> {
    try {
      await answer?.perform?.({behavior});
    } catch (error) {
      this.#events.failed(mount, error);
    }
  }

  #remove(installed: Installed): void {
    const index = this.#interceptors.indexOf(installed);
    if (index !== -1) this.#interceptors.splice(index, 1);
  }
}

export interface JourneyEvents {
  /** Reports a use of `intercept` that has no effect. */
  warned(mount: Mount, problem: string): void;
  /** Reports an error that an interceptor or its `perform` threw. */
  failed(mount: Mount, error: unknown): void;
}

interface Installed {
  readonly mount: Mount;
  readonly intercept: Interceptor;
}

export interface Verdict {
  readonly behavior: 'allow' | 'block';
  /** The errors that the page shows to the buyer. */
  readonly errors: readonly ValidationError[];
}

export interface ValidationError {
  readonly message: string;
  /** A path such as `$.cart.buyerIdentity.email`. */
  readonly target?: string;
}

export type Interceptor = (props: InterceptorProps) => InterceptorRequest | Promise<InterceptorRequest>;

export interface InterceptorProps {
  readonly canBlockProgress: boolean;
}

export type InterceptorRequest =
  | {behavior: 'allow'; perform?(result: InterceptorResult): void | Promise<void>; errors?: ValidationError[]}
  | {
      behavior: 'block';
      reason: string;
      errors?: ValidationError[];
      perform?(result: InterceptorResult): void | Promise<void>;
    };

export interface InterceptorResult {
  behavior: 'allow' | 'block';
}
