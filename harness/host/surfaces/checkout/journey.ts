import type {Mount} from '../../../wire/control.ts';
import {messageOf} from '../../../errors.ts';

/** `shopify.buyerJourney.intercept`: extensions that want to be asked before the buyer goes on. */
export class BuyerJourney {
  readonly #interceptors: Installed[] = [];
  readonly #warn: (mount: Mount, problem: string) => void;

  constructor(warn: (mount: Mount, problem: string) => void) {
    this.#warn = warn;
  }

  /** Installs an interceptor; answers what removes it. */
  intercept(mount: Mount, intercept: unknown): () => void {
    if (typeof intercept !== 'function') throw new TypeError('buyerJourney.intercept takes a function.');
    const installed = {mount, intercept: intercept as Interceptor};
    this.#interceptors.push(installed);
    return () => this.#remove(installed);
  }

  /** Asks all extensions; then each hears how it ended. */
  async ask(mounted: readonly Mount[]): Promise<Verdict> {
    for (const installed of [...this.#interceptors]) {
      const still = mounted.some(({id, generation}) => id === installed.mount.id && generation === installed.mount.generation);
      if (!still) this.#remove(installed);
    }
    const answers = await Promise.all(this.#interceptors.map((installed) => this.#answerOf(installed)));
    const blocking = answers.filter((answer) => answer?.behavior === 'block');
    const behavior = blocking.length === 0 ? 'allow' : 'block';
    await Promise.all(answers.map(async (answer) => answer?.perform?.({behavior})).map((each) => each.catch(() => {})));
    return {behavior, errors: blocking.flatMap(({errors = []}) => errors)};
  }

  async #answerOf({mount, intercept}: Installed): Promise<InterceptorRequest | null> {
    const canBlockProgress = mount.capabilities.includes('block_progress');
    try {
      const answer = await intercept({canBlockProgress});
      if (answer?.behavior !== 'block' && answer?.behavior !== 'allow') {
        this.#warn(mount, `The interceptor answered ${JSON.stringify(answer)}, not {behavior: 'allow'} or {behavior: 'block', reason}.`);
        return null;
      }
      if (answer.behavior === 'block' && !canBlockProgress) {
        this.#warn(
          mount,
          'The interceptor may not block the buyer. Add to shopify.extension.toml:\n[extensions.capabilities]\nblock_progress = true',
        );
        return {...answer, behavior: 'allow'};
      }
      return answer;
    } catch (error) {
      this.#warn(mount, `The interceptor failed, and the buyer goes on: ${messageOf(error)}`);
      return null;
    }
  }

  #remove(installed: Installed): void {
    const index = this.#interceptors.indexOf(installed);
    if (index !== -1) this.#interceptors.splice(index, 1);
  }
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
  | {behavior: 'block'; reason: string; errors?: ValidationError[]; perform?(result: InterceptorResult): void | Promise<void>};

export interface InterceptorResult {
  behavior: 'allow' | 'block';
}
