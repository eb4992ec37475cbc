import {adviceOnMissing} from '../../../../wire/capabilities.ts';
import type {Mount} from '../../../../wire/control.ts';

/** `shopify.buyerJourney.intercept`: extensions that want to be asked before the buyer goes on. */
export class BuyerJourney {
  readonly #interceptors: Installed[] = [];
  readonly #told: JourneyEvents;

  constructor(told: JourneyEvents) {
    this.#told = told;
  }

  /** Installs an interceptor; answers what removes it. */
  intercept(mount: Mount, intercept: unknown): () => void {
    if (typeof intercept !== 'function') throw new TypeError('buyerJourney.intercept takes a function.');
    const installed = {mount, intercept: intercept as Interceptor};
    this.#interceptors.push(installed);
    return () => this.#remove(installed);
  }

  /** PageRequests all extensions; then each hears how it ended. */
  async ask(mounted: readonly Mount[]): Promise<Verdict> {
    for (const installed of [...this.#interceptors]) {
      const still = mounted.some(
        ({id, generation}) => id === installed.mount.id && generation === installed.mount.generation,
      );
      if (!still) this.#remove(installed);
    }

    const asked = [...this.#interceptors];
    // What the merchant declines may have changed since the extension installed its interceptor.
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
      const answer = await intercept({canBlockProgress});
      if (answer?.behavior !== 'block' && answer?.behavior !== 'allow') {
        this.#told.warned(
          mount,
          `The interceptor answered ${JSON.stringify(answer)}, not {behavior: 'allow'} or {behavior: 'block', reason}.`,
        );
        return null;
      }
      if (answer.behavior === 'block' && !canBlockProgress) {
        this.#told.warned(
          mount,
          `The interceptor may not block the buyer. ${adviceOnMissing('block_progress', mount)}`,
        );
        return {...answer, behavior: 'allow'};
      }
      return answer;
    } catch (error) {
      this.#told.failed(mount, error);
      return null;
    }
  }

  async #perform(
    mount: Mount,
    answer: InterceptorRequest | null | undefined,
    behavior: Verdict['behavior'],
  ): Promise<void> {
    try {
      await answer?.perform?.({behavior});
    } catch (error) {
      this.#told.failed(mount, error);
    }
  }

  #remove(installed: Installed): void {
    const index = this.#interceptors.indexOf(installed);
    if (index !== -1) this.#interceptors.splice(index, 1);
  }
}

export interface JourneyEvents {
  /** An extension uses `intercept` in a way that has no effect. */
  warned(mount: Mount, problem: string): void;
  /** An extension threw where it was asked, or told of the end. */
  failed(mount: Mount, error: unknown): void;
}

interface Installed {
  readonly mount: Mount;
  readonly intercept: Interceptor;
}

export interface Verdict {
  readonly behavior: 'allow' | 'block';
  /** What the page shows to the buyer. */
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
