import type {BarAction} from '../../../wire/app-bridge.ts';
import {actionOf} from './bar-action.ts';
import {connectedAdmin} from './connected-admin.ts';

/** The element `ui-save-bar`. Its button of the variant `primary` saves, and the other one discards. */
export class SaveBarElement extends HTMLElement {
  readonly #observer = new MutationObserver(() => this.#send());
  #isShown = false;

  disconnectedCallback(): void {
    void this.hide();
  }

  get discardConfirmation(): boolean {
    return this.hasAttribute('discardconfirmation') || this.hasAttribute('discardConfirmation');
  }

  set discardConfirmation(isAsked: boolean) {
    this.toggleAttribute('discardconfirmation', isAsked);
  }

  get showing(): boolean {
    return this.#isShown;
  }

  async show(): Promise<void> {
    if (this.#isShown) return;
    this.#isShown = true;
    this.#observer.observe(this, {childList: true, subtree: true, attributes: true, characterData: true});
    await this.#send();
    this.dispatchEvent(new Event('show'));
  }

  async hide(): Promise<void> {
    if (!this.#isShown) return;
    this.#isShown = false;
    this.#observer.disconnect();
    await connectedAdmin().saveBar(null);
    this.dispatchEvent(new Event('hide'));
  }

  toggle(): Promise<void> {
    return this.#isShown ? this.hide() : this.show();
  }

  async #send(): Promise<void> {
    const buttons = [...this.querySelectorAll<HTMLElement>('button')];
    const primary = buttons.find((button) => button.getAttribute('variant') === 'primary');
    const other = buttons.find((button) => button !== primary);
    await connectedAdmin().saveBar({
      id: this.id,
      discardConfirmation: this.discardConfirmation,
      save: orNull(primary),
      discard: orNull(other),
    });
  }
}

function orNull(button: HTMLElement | undefined): BarAction | null {
  return button === undefined ? null : actionOf(button);
}
