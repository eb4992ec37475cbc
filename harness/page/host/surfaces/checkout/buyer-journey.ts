import {adviceOnMissing} from '../../../../wire/capabilities.ts';
import type {Mount} from '../../../../wire/control.ts';

/**
 * The interceptors of `shopify.buyerJourney.intercept`: extensions that are asked before the buyer proceeds.
 */
export class BuyerJourney {
  readonly #interceptors: Installed[] = [];
  readonly #events: JourneyEvents;
  #lastBehavior: Verdict['behavior'] = 'allow';

  constructor(events: JourneyEvents) {
    this.#events = events;
  }

  /** Whether an interceptor blocked in the last run. */
  get blocks(): boolean {
    return this.#interceptors.length > 0 && this.#lastBehavior === 'block';
  }

  /** Installs an interceptor. Returns a function that removes it. */
  intercept(mount: Mount, intercept: unknown): () => void {
    if (typeof intercept !== 'function') throw new TypeError('buyerJourney.intercept takes a function.');
    const installed = {mount, intercept: intercept as Interceptor, warnings: new Set<string>()};
    this.#interceptors.push(installed);
    return () => this.#remove(installed);
  }

  /**
   * Asks all interceptors, and then reports the result to each of them.
   *
   * @param triggers the events that led to it, for the logs of the extensions
   */
  async ask(mounted: readonly Mount[], triggers: readonly string[]): Promise<Verdict> {
    for (const installed of [...this.#interceptors]) {
      const still = mounted.some(
        ({id, generation}) => id === installed.mount.id && generation === installed.mount.generation,
      );
      if (!still) this.#remove(installed);
    }

    const asked = [...this.#interceptors];
    // The merchant may have declined capabilities since the extension installed its interceptor.
    const current = asked.map((installed) => ({
      ...installed,
      mount: mounted.find(({id}) => id === installed.mount.id) ?? installed.mount,
    }));

    const reason = triggers.join(', and ');
    for (const mount of new Set(current.map((each) => each.mount)))
      this.#events.noted(mount, `buyerJourney.intercept: the interceptor runs because ${reason}.`);

    const answers = await Promise.all(current.map((installed) => this.#answerOf(installed)));
    const blocking = answers.filter((answer) => answer?.behavior === 'block');
    const behavior = blocking.length === 0 ? 'allow' : 'block';
    this.#lastBehavior = behavior;

    await Promise.all(asked.map(({mount}, index) => this.#perform(mount, answers[index], behavior)));
    return {behavior, errors: blocking.flatMap(({errors = []}) => errors)};
  }

  async #answerOf(installed: Installed): Promise<InterceptorRequest | null> {
    const {mount, intercept} = installed;
    const canBlockProgress = mount.capabilities.includes('block_progress') && !mount.changesLimited;
    try {
      return this.#allowed(installed, await intercept({canBlockProgress}), canBlockProgress);
    } catch (error) {
      this.#events.failed(mount, error);
      return null;
    }
  }

  /** Returns an answer as far as the platform accepts it, and warns about the rest. */
  #allowed(
    installed: Installed,
    answer: InterceptorRequest | undefined,
    canBlockProgress: boolean,
  ): InterceptorRequest | null {
    if (answer?.behavior !== 'block' && answer?.behavior !== 'allow') {
      const expected = "{behavior: 'allow'} or {behavior: 'block', reason}";
      this.#warn(installed, `The interceptor answered ${JSON.stringify(answer)}, not ${expected}.`);
      return null;
    }

    if (answer.behavior === 'block' && !canBlockProgress) {
      const {mount} = installed;
      const advice = mount.changesLimited
        ? 'It made too many changes, and is rate limited.'
        : adviceOnMissing('block_progress', mount);
      this.#warn(installed, `The interceptor may not block the buyer. ${advice}`);
      return {...answer, behavior: 'allow'};
    }

    return answer;
  }

  /** Warns once for each interceptor, because interceptors run often. */
  #warn({mount, warnings}: Installed, problem: string): void {
    if (warnings.has(problem)) return;
    warnings.add(problem);
    this.#events.warned(mount, problem);
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
  /** Reports that the interceptors of a mount run, and the reason. */
  noted(mount: Mount, text: string): void;
  /** Reports a use of `intercept` that has no effect. */
  warned(mount: Mount, problem: string): void;
  /** Reports an error that an interceptor or its `perform` threw. */
  failed(mount: Mount, error: unknown): void;
}

interface Installed {
  readonly mount: Mount;
  readonly intercept: Interceptor;
  /** The warnings that were given. */
  readonly warnings: Set<string>;
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
