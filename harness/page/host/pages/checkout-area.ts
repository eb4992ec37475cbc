import {CHECKOUT_STEPS, type Checkout, type CheckoutStep} from '../../../wire/checkout.ts';
import {checkoutPlaceOf} from '../../../wire/checkout-targets.ts';
import type {Mount, PageState} from '../../../wire/control.ts';
import {node} from '../node.ts';
import {STEP_LABELS} from '../surfaces/checkout/checkout-standard-api.ts';
import type {Area, AreaEvents} from './area.ts';
import {informationView} from './checkout/information-view.ts';
import {paymentView} from './checkout/payment-view.ts';
import {ExtensionPlaces} from './checkout/extension-places.ts';
import {shippingView} from './checkout/shipping-view.ts';
import {CHECKOUT_CSS} from './checkout/checkout-css.ts';
import {summaryView} from './checkout/summary-view.ts';
import {thankYouView} from './checkout/thank-you-view.ts';
import type {CheckoutView} from './checkout/checkout-view.ts';

/** The simulated checkout: its steps, the order summary, a place for each mount, and the page that thanks. */
export class CheckoutArea implements Area {
  readonly root: HTMLElement;
  readonly title = 'Checkout';
  readonly #events: AreaEvents;
  readonly #places = new ExtensionPlaces();
  readonly #shop = node('span', {class: 'sim-shop'});
  readonly #steps = node('ol', {class: 'sim-steps'});
  readonly #errors = node('div', {class: 'sim-problems', role: 'alert'});
  readonly #next = node('button', {class: 'sim-primary', type: 'button'});
  readonly #back = node('button', {class: 'sim-plain', type: 'button'});
  readonly #actions = node('div', {class: 'sim-walk'}, this.#back, this.#next);
  readonly #views: Readonly<Record<CheckoutStep, CheckoutView>>;
  readonly #summary: CheckoutView;
  #step: CheckoutStep = 'information';
  #state: PageState | null = null;

  constructor(events: AreaEvents) {
    this.#events = events;
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(CHECKOUT_CSS);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    const parts = {
      places: this.#places,
      act: events.act,
      say: (text: string) => this.#say(text === '' ? [] : [text]),
    };

    this.#views = {
      information: informationView(parts),
      shipping: shippingView(parts),
      payment: paymentView(parts),
      'thank-you': thankYouView(parts),
    };

    this.#summary = summaryView(parts);
    this.#next.addEventListener('click', () => void this.#goTo(this.#stepAt(1)));
    this.#back.addEventListener('click', () => void this.#goTo(this.#stepAt(-1)));
    const at = this.#places;

    this.root = node(
      'div',
      {class: 'sim-checkout'},
      node('header', {class: 'sim-header'}, this.#shop, node('nav', {'aria-label': 'Steps'}, this.#steps)),
      at.make('any', 'header'),
      at.make('thank-you', 'header'),
      node(
        'main',
        {class: 'sim-columns'},
        node(
          'div',
          {class: 'sim-view'},
          at.make('thank-you', 'announcement'),
          ...CHECKOUT_STEPS.map((step) => this.#views[step].root),
          at.make('any', 'block'),
          at.make('thank-you', 'block'),
          this.#errors,
          at.make('any', 'actions'),
          this.#actions,
        ),
        this.#summary.root,
      ),
      node('footer', {class: 'sim-footer'}, at.make('any', 'footer'), at.make('thank-you', 'footer')),
      node('div', {class: 'sim-chat'}, at.make('any', 'chat'), at.make('thank-you', 'chat')),
    );
  }

  show(state: PageState): void {
    const {checkout, shop} = state;
    this.#state = state;
    if (checkout.step !== this.#step) this.#say([]);

    this.#step = checkout.step;
    this.#shop.textContent = shop.name;
    this.#steps.replaceChildren(...this.#stepItems(checkout));
    this.#places.showAt(checkout.step);
    for (const step of CHECKOUT_STEPS) this.#views[step].root.hidden = step !== checkout.step;
    this.#actions.hidden = checkout.step === 'thank-you';
    this.#back.hidden = checkout.step === 'information';
    this.#back.textContent = `Return to ${STEP_LABELS[this.#stepAt(-1)].toLowerCase()}`;
    this.#next.textContent =
      checkout.step === 'payment' ? 'Pay now' : `Continue to ${STEP_LABELS[this.#stepAt(1)].toLowerCase()}`;
    this.#events.draw(this.#draw);
  }

  place(mount: Mount, container: HTMLElement): void {
    const at = checkoutPlaceOf(mount.target);
    (at === undefined || at.page === 'run' ? this.root : this.#places.at(at.page, at.place)).append(
      container,
    );
  }

  goTo(): void {
    // The steps of a checkout follow from its state alone.
  }

  readonly #draw = (): void => {
    if (this.#state === null) return;
    this.#views[this.#state.checkout.step].show(this.#state);
    this.#summary.show(this.#state);
  };

  /** Extensions are asked before the buyer goes on, by whichever way, and not before they go back. */
  async #goTo(step: CheckoutStep): Promise<void> {
    if (this.#next.disabled) return;
    this.#next.disabled = true;

    try {
      const forward = CHECKOUT_STEPS.indexOf(step) > CHECKOUT_STEPS.indexOf(this.#step);
      const verdict = forward ? await this.#events.mayProgress() : null;
      if (verdict?.behavior === 'block') return this.#say(verdict.errors.map(({message}) => message));
      const result = await this.#events.act('goTo', {step});
      this.#say(result.type === 'error' ? [result.message] : []);
    } finally {
      this.#next.disabled = false;
    }
  }

  #say(problems: readonly string[]): void {
    this.#errors.replaceChildren(...problems.map((problem) => node('p', {}, problem)));
  }

  #stepAt(distance: number): CheckoutStep {
    return CHECKOUT_STEPS[CHECKOUT_STEPS.indexOf(this.#step) + distance] ?? this.#step;
  }

  #stepItems({step, reached, confirmation}: Checkout): HTMLElement[] {
    return CHECKOUT_STEPS.filter((each) => each !== 'thank-you').map((each) => {
      const open =
        confirmation === null &&
        each !== step &&
        CHECKOUT_STEPS.indexOf(each) <= CHECKOUT_STEPS.indexOf(reached);
      if (!open) return node('li', each === step ? {'aria-current': 'step'} : {}, STEP_LABELS[each]);

      const link = node('button', {class: 'sim-link', type: 'button'}, STEP_LABELS[each]);
      link.addEventListener('click', () => void this.#goTo(each));
      return node('li', {}, link);
    });
  }
}
