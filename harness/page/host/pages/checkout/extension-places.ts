import {isShownAt, type CheckoutPageName} from '../../../../wire/checkout-targets.ts';
import type {CheckoutStep} from '../../../../wire/checkout-steps.ts';
import {SimhostError} from '../../../../errors.ts';
import {place} from '../page-parts.ts';

/** The places of extensions in the checkout, by page and by their name in the table of targets. */
export class ExtensionPlaces {
  readonly #made = new Map<string, {readonly page: CheckoutPageName; readonly element: HTMLElement}>();

  /** Creates a place. */
  make(page: CheckoutPageName, name: string): HTMLElement {
    const element = place();
    this.#made.set(`${page}/${name}`, {page, element});
    return element;
  }

  /**
   * Finds a place.
   *
   * @throws {SimhostError} `ERR_NO_PLACE`
   */
  at(page: CheckoutPageName, name: string): HTMLElement {
    const found = this.#made.get(`${page}/${name}`);
    if (found === undefined)
      throw new SimhostError('ERR_NO_PLACE', `The checkout page has no place "${name}" on ${page}.`);
    return found.element;
  }

  /** Shows the places that the buyer sees at a step. */
  showAt(step: CheckoutStep): void {
    for (const {page, element} of this.#made.values()) element.hidden = !isShownAt(page, step);
  }
}
