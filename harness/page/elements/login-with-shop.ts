import {DialogElement, MODAL_CSS} from './base/dialog.ts';
import {make} from './base/dom.ts';
import {isDefault} from './base/page-element.ts';
import {styleSheets} from './base/style.ts';

const STYLE = styleSheets(`
${MODAL_CSS}
img { display: block; max-block-size: 64px; max-inline-size: 100%; margin-block-end: 12px; }
.actions button {
  min-block-size: 44px; padding: 8px 16px; cursor: pointer; font-weight: 500; border-radius: var(--sim-radius);
  border: 1px solid var(--sim-control); background: var(--sim-surface);
}
.actions .continue { color: var(--sim-on-accent); background: var(--sim-accent); border-color: var(--sim-accent); }
`);

/** The dialog to sign in with Shop. The extension opens it, and closes it after the event `closed`. */
export class LoginWithShop extends DialogElement {
  readonly #logo = make('img', {alt: ''});
  readonly #description = make('p');
  readonly #continue = make('button', {type: 'button', class: 'continue'});
  readonly #cancel = make('button', {type: 'button', class: 'cancel'});
  #isStarted = false;

  constructor() {
    super(STYLE);
    this.content.replaceChildren(this.#logo, this.#description);
    this.actions.replaceChildren(this.#cancel, this.#continue);
    this.#continue.addEventListener('click', () => this.emit('complete'));
    this.#cancel.addEventListener('click', () => this.dismiss());
  }

  override obey(): boolean {
    return false;
  }

  protected override dismiss(): void {
    this.emit('closed');
  }

  protected override shown(): void {}

  protected override hiddenAgain(): void {}

  protected override render(): void {
    const title = this.textOf('modalTitle');
    this.renderTitled(title, title || 'Sign in with Shop', this.dialog);
    this.#logo.hidden = isDefault(this.textOf('modalLogoSrc'));
    if (!this.#logo.hidden) this.#logo.src = this.textOf('modalLogoSrc');

    this.#logo.alt = title;
    this.#description.textContent = this.textOf('modalDescription');
    this.#continue.textContent = this.textOf('modalContinueText') || 'Continue';
    this.#cancel.textContent = this.textOf('modalCancelText');
    this.#cancel.hidden = this.#cancel.textContent === '';
    this.actions.hidden = false;

    if (!this.#isStarted) {
      this.#isStarted = true;
      this.emit('statuschange', {event: {status: 'guest'}});
      if (this.flag('doRedirect')) this.emit('complete');
    }

    if (this.flag('open') && !this.flag('doRedirect')) this.showOverlay();
    else this.hideOverlay();
  }
}
