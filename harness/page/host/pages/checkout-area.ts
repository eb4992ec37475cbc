import {isBefore, shownStep, shownSteps, type CheckoutStep} from '../../../wire/checkout-steps.ts';
import {checkoutPlaceOf, isShownAt, type CheckoutPageName} from '../../../wire/checkout-targets.ts';
import type {Mount, PageState} from '../../../wire/control.ts';
import {make} from '../../elements/base/dom.ts';
import {SUBMIT_PAGE} from '../../elements/base/submit-page-event.ts';
import {STEP_LABELS} from '../surfaces/checkout/checkout-standard-api.ts';
import {adoptCss} from '../../elements/base/adopt-css.ts';
import type {Area, AreaEvents} from './area.ts';
import type {CheckoutViewContext} from './checkout/checkout-view-context.ts';
import {expressView} from './checkout/express-view.ts';
import {informationView} from './checkout/information-view.ts';
import {paymentView} from './checkout/payment-view.ts';
import {ExtensionPlaces} from './checkout/extension-places.ts';
import {shippingView} from './checkout/shipping-view.ts';
import {CHECKOUT_CSS} from './checkout/checkout-css.ts';
import {StepList} from './checkout/step-list.ts';
import {summaryView} from './checkout/summary-view.ts';
import {thankYouView} from './checkout/thank-you-view.ts';
import type {PagePart} from './page-parts.ts';

/** The simulated checkout: its steps, the order summary, the thank-you page, and a place for each mount. */
export class CheckoutArea implements Area {
  readonly root: HTMLElement;
  readonly title = 'Checkout';
  readonly #events: AreaEvents;
  readonly #places = new ExtensionPlaces();
  readonly #shop = make('span', {class: 'sim-shop'});
  readonly #steps = new StepList((step) => void this.#goToStep(step));
  readonly #errors = make('div', {class: 'sim-problems', role: 'alert'});
  readonly #next = make('button', {class: 'sim-primary', type: 'button'});
  readonly #back = make('button', {class: 'sim-plain', type: 'button'});
  readonly #actions = make('div', {class: 'sim-walk'}, this.#back, this.#next);
  readonly #express: PagePart;
  /** The views by the step that has them. */
  readonly #views: readonly (readonly [page: CheckoutPageName, view: PagePart])[];
  readonly #summary: PagePart;
  /** The actions of the buyer that the simulation has not answered. */
  readonly #acting = new Set<Promise<unknown>>();
  /** Whether a state came that is not shown, because the buyer acts. */
  #isBehind = false;
  /** The step that the buyer sees, and all of them. */
  #step: CheckoutStep = 'information';
  #walk: readonly CheckoutStep[] = [];
  #state: PageState | null = null;
  /** The errors of interceptors, and problems of the page itself. */
  #shownProblems: {readonly interceptors: readonly string[]; readonly page: readonly string[]} = {
    interceptors: [],
    page: [],
  };

  constructor(events: AreaEvents) {
    this.#events = events;
    adoptCss(CHECKOUT_CSS);

    const context: CheckoutViewContext = {
      places: this.#places,
      act: (action, given) => this.#follow(events.act(action, given)),
      showProblem: (problem) => this.#showProblems({page: problem === '' ? [] : [problem]}),
    };

    this.#express = expressView(context);
    this.#views = [
      ['information', informationView(context)],
      ['shipping', shippingView(context)],
      ['payment', paymentView(context)],
      ['thank-you', thankYouView(context)],
    ];

    this.#summary = summaryView(context);
    this.#next.addEventListener('click', () => void this.#goToStep(this.#stepAt(1)));
    this.#next.addEventListener('pointerenter', ({pointerType}) => {
      if (pointerType !== 'touch') this.#events.pointedAtPrimary(this.#next.textContent);
    });
    // Extensions may move the button while it is pressed: an interceptor runs when the pointer is over it.
    this.#next.addEventListener('pointerdown', ({pointerId}) => this.#next.setPointerCapture(pointerId));
    this.#back.addEventListener('click', () => void this.#goToStep(this.#stepAt(-1)));
    this.root = this.#createRoot();
    this.root.addEventListener(SUBMIT_PAGE, (event) => this.#submit(event));
  }

  #createRoot(): HTMLElement {
    const at = this.#places;

    return make(
      'div',
      {class: 'sim-checkout'},
      make('header', {class: 'sim-header'}, this.#shop, this.#steps.root),
      at.make('any', 'header'),
      at.make('thank-you', 'header'),
      make(
        'main',
        {class: 'sim-columns'},
        make(
          'div',
          {class: 'sim-view'},
          at.make('thank-you', 'announcement'),
          this.#express.root,
          ...this.#views.map(([, {root}]) => root),
          at.make('any', 'block'),
          at.make('thank-you', 'block'),
          at.make('any', 'actions'),
          this.#actions,
          // Below the actions, so that the button stays under the pointer if a run of interceptors ends.
          this.#errors,
        ),
        this.#summary.root,
      ),
      make('footer', {class: 'sim-footer'}, at.make('any', 'footer'), at.make('thank-you', 'footer')),
      make('div', {class: 'sim-chat'}, at.make('any', 'chat'), at.make('thank-you', 'chat')),
    );
  }

  show(state: PageState): void {
    const {checkout, shop} = state;
    this.#state = state;
    const step = shownStep(checkout);
    if (step !== this.#step) this.#showProblems({interceptors: [], page: []});

    this.#step = step;
    this.#walk = shownSteps(checkout);
    this.#shop.textContent = shop.name;
    this.#steps.show(checkout);
    this.#places.showAt(step);
    for (const [page, {root}] of this.#views) root.hidden = !isShownAt(page, step);
    this.#express.show(state);
    this.#showActions();
    this.#events.draw(this.#render);
  }

  #showActions(): void {
    const [back, next] = [this.#stepAt(-1), this.#stepAt(1)];
    this.#actions.hidden = this.#step === 'thank-you';
    this.#back.hidden = back === this.#step;
    this.#back.textContent = `Return to ${STEP_LABELS[back].toLowerCase()}`;
    this.#next.textContent =
      next === 'thank-you' ? 'Pay now' : `Continue to ${STEP_LABELS[next].toLowerCase()}`;
  }

  place(mount: Mount, container: HTMLElement): void {
    const at = checkoutPlaceOf(mount.target);
    (at === undefined || at.page === 'run' ? this.root : this.#places.at(at.page, at.place)).append(
      container,
    );
  }

  goTo(): void {
    // The step of a checkout depends on its state alone.
  }

  /** A state from before an answer would undo what the buyer has entered since, so it waits for the answer. */
  readonly #render = (): void => {
    this.#isBehind = this.#acting.size > 0;
    if (this.#state === null || this.#isBehind) return;
    for (const [page, view] of this.#views) if (isShownAt(page, this.#step)) view.show(this.#state);
    this.#summary.show(this.#state);
  };

  /** Goes on because the buyer pressed Enter in a field. A dialog is not part of the step. */
  #submit(event: Event): void {
    const isInDialog = event.composedPath().some((each) => each instanceof HTMLDialogElement);
    if (!isInDialog && !this.#actions.hidden) void this.#goToStep(this.#stepAt(1));
  }

  /** Follows an action of the buyer until it is answered. */
  #follow<Result>(action: Promise<Result>): Promise<Result> {
    this.#acting.add(action);
    const answered = (): void => {
      this.#acting.delete(action);
      if (this.#isBehind) this.#events.draw(this.#render);
    };
    action.then(answered, answered);
    return action;
  }

  /** Goes to a step. Extensions are asked first if the buyer goes forward, but not if they go back. */
  async #goToStep(step: CheckoutStep): Promise<void> {
    if (this.#next.disabled) return;
    this.#next.disabled = true;

    try {
      // What the buyer has entered is part of the step, and interceptors see it.
      await Promise.allSettled(this.#acting);

      const verdict = isBefore(this.#step, step) ? await this.#events.mayProgress() : null;
      if (verdict?.behavior === 'block') return this.#showProblems({page: []});

      const result = await this.#events.act('goTo', {step});
      this.#showProblems({page: result.type === 'error' ? [result.message] : []});
    } finally {
      this.#next.disabled = false;
    }
  }

  showErrors(errors: readonly string[]): void {
    this.#showProblems({interceptors: errors});
  }

  /** Shows problems. They are replaced only if they changed, because screen readers announce them. */
  #showProblems(change: {
    readonly interceptors?: readonly string[];
    readonly page?: readonly string[];
  }): void {
    const before = Object.values(this.#shownProblems).flat();
    this.#shownProblems = {...this.#shownProblems, ...change};

    const problems = Object.values(this.#shownProblems).flat();
    if (JSON.stringify(problems) === JSON.stringify(before)) return;
    this.#errors.replaceChildren(...problems.map((problem) => make('p', {}, problem)));
  }

  #stepAt(distance: number): CheckoutStep {
    return this.#walk[this.#walk.indexOf(this.#step) + distance] ?? this.#step;
  }
}
