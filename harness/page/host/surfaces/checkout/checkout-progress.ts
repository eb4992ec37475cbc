import type {PageState} from '../../../../wire/control.ts';
import {BuyerJourney, type JourneyEvents} from './buyer-journey.ts';
import {ProgressChecks} from './progress-checks.ts';
import {progressTriggers} from './progress-triggers.ts';
import type {Verdict} from './buyer-journey.ts';

/** Decides when interceptors run, by the rules of the checkout. */
export class CheckoutProgress {
  readonly journey: BuyerJourney;
  readonly #deps: CheckoutProgressDeps;
  readonly #checks: ProgressChecks;

  constructor(deps: CheckoutProgressDeps) {
    this.#deps = deps;
    this.journey = new BuyerJourney(deps);
    this.#checks = new ProgressChecks({
      ask: (triggers) => this.journey.ask(deps.state()?.mounts ?? [], triggers),
      show: ({errors}) => {
        const isCompleted = deps.state()?.checkout.confirmation != null;
        deps.showErrors(isCompleted ? [] : errors.map(({message}) => message));
      },
    });
  }

  /** Runs the interceptors if the checkout has changed. The sandboxes know the change already. */
  changed(before: PageState | null, after: PageState): void {
    if (before === null || after.checkoutRules.interceptAt !== 'every-change') return;
    this.#checks.request(progressTriggers(before.checkout, after.checkout));
  }

  /** Runs the interceptors because the pointer is over the primary button. */
  pointedAtPrimary(label: string): void {
    const rules = this.#deps.state()?.checkoutRules;
    if (rules?.interceptAt !== 'every-change' || !rules.interceptOnHover) return;
    this.#checks.request([`the pointer is over "${label}"`]);
  }

  /** Runs the interceptors because the buyer goes on. */
  mayProgress(): Promise<Verdict> {
    return this.#checks.mayProgress();
  }
}

export interface CheckoutProgressDeps extends JourneyEvents {
  /** Returns the state that the page shows. */
  state(): PageState | null;
  /** Shows the errors of interceptors to the buyer. */
  showErrors(errors: readonly string[]): void;
}
