import {isBefore, isOnePage, shownSteps, type CheckoutStep} from '../../../../wire/checkout-steps.ts';
import type {Checkout} from '../../../../wire/checkout.ts';
import {make} from '../../../elements/base/dom.ts';
import {STEP_LABELS} from '../../surfaces/checkout/checkout-standard-api.ts';

/** The list of the steps before the thank-you page, with links to those that the buyer has reached. */
export class StepList {
  readonly root: HTMLElement;
  readonly #items = make('ol', {class: 'sim-steps'});
  readonly #goTo: (step: CheckoutStep) => void;

  constructor(goTo: (step: CheckoutStep) => void) {
    this.#goTo = goTo;
    this.root = make('nav', {'aria-label': 'Steps'}, this.#items);
  }

  /** Shows the steps of a checkout. A checkout of one page has nothing to choose. */
  show(checkout: Checkout): void {
    this.root.hidden = isOnePage(checkout);
    this.#items.replaceChildren(
      ...shownSteps(checkout)
        .filter((step) => step !== 'thank-you')
        .map((step) => this.#item(step, checkout)),
    );
  }

  #item(step: CheckoutStep, {step: current, reached, confirmation}: Checkout): HTMLElement {
    const label = STEP_LABELS[step];
    const isOpen = confirmation === null && step !== current && !isBefore(reached, step);
    if (!isOpen) return make('li', step === current ? {'aria-current': 'step'} : {}, label);

    const link = make('button', {class: 'sim-link', type: 'button'}, label);
    link.addEventListener('click', () => this.#goTo(step));
    return make('li', {}, link);
  }
}
