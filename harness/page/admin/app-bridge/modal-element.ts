import {MODAL_FRAME} from '../../../wire/admin.ts';
import {reportedAddress} from './auto-redirect.ts';
import {connectedAdmin} from './connected-admin.ts';
import {ModalDialog} from './modal-dialog.ts';
import {ofTitleBar} from './title-bar.ts';

/** The element `ui-modal`, and `s-app-window`. */
export class ModalElement extends HTMLElement {
  static readonly observedAttributes: readonly string[] = ['src', 'variant'];
  readonly #dialog = new ModalDialog(this, () => this.#closed());
  readonly #observer = new MutationObserver(() => this.#changed());
  #isOpen = false;

  constructor() {
    super();
    this.addEventListener('command', (event) => this.#command(event));
  }

  disconnectedCallback(): void {
    void this.hide();
  }

  attributeChangedCallback(): void {
    this.#changed();
  }

  /** The element that holds the content, for portals. */
  get content(): HTMLElement {
    this.#dialog.attach();
    return this.#dialog.content;
  }

  set content(element: HTMLElement) {
    this.content.replaceChildren(element);
  }

  /** Removes a child, which may be shown in the dialog. */
  override removeChild<Child extends Node>(child: Child): Child {
    const {content} = this.#dialog;
    return child.parentNode === content ? content.removeChild(child) : super.removeChild(child);
  }

  /** Inserts a child before another one, which may be shown in the dialog. */
  override insertBefore<Child extends Node>(child: Child, before: Node | null): Child {
    const {content} = this.#dialog;
    return before !== null && before.parentNode === content
      ? content.insertBefore(child, before)
      : super.insertBefore(child, before);
  }

  get src(): string | undefined {
    return this.getAttribute('src') ?? undefined;
  }

  set src(src: string | undefined) {
    if (src === undefined) this.removeAttribute('src');
    else this.setAttribute('src', src);
  }

  get variant(): string {
    return this.getAttribute('variant') ?? 'base';
  }

  set variant(variant: string) {
    this.setAttribute('variant', variant);
  }

  /** The window of the page that `src` names, while the modal is open. */
  get contentWindow(): Window | null {
    if (!this.#isOpen || this.src === undefined) return null;
    return (Reflect.get(window.parent, `${MODAL_FRAME}${this.id}`) as Window | undefined) ?? null;
  }

  async show(): Promise<void> {
    if (this.#isOpen) return;
    this.#isOpen = true;
    const {src} = this;
    if (src === undefined) this.#dialog.show();
    else await this.#showPage(src);

    const bar = this.#bar();
    const everything = {attributes: true, childList: true, subtree: true, characterData: true};
    if (bar !== null) this.#observer.observe(bar, everything);
    this.dispatchEvent(new Event('show'));
  }

  async hide(): Promise<void> {
    if (!this.#isOpen) return;
    if (this.src === undefined) this.#dialog.hide();
    else await connectedAdmin().hideModal(this.id);
  }

  toggle(): Promise<void> {
    return this.#isOpen ? this.hide() : this.show();
  }

  /** Shows the modal as it is now, if it is open. */
  #changed(): void {
    if (!this.#isOpen) return;
    const {src} = this;
    if (src === undefined) this.#dialog.drawBar();
    else void this.#showPage(src);
  }

  #bar(): HTMLElement | null {
    return this.querySelector<HTMLElement>(':scope > ui-title-bar');
  }

  async #showPage(src: string): Promise<void> {
    const bar = this.#bar();
    await connectedAdmin().modal({
      id: this.id,
      src: reportedAddress(new URL(src, location.href)),
      // An app window covers the whole admin.
      variant: this.localName === 's-app-window' ? 'max' : this.variant,
      bar: bar === null ? null : ofTitleBar(bar),
      closed: () => this.#closed(),
    });
  }

  #closed(): void {
    if (!this.#isOpen) return;
    this.#isOpen = false;
    this.#observer.disconnect();
    this.dispatchEvent(new Event('hide'));
  }

  /** Carries out a command of a button: `<s-button commandFor="help" command="--show">`. */
  #command(event: Event): void {
    const command: unknown = Reflect.get(event, 'command');
    if (command === '--show') void this.show();
    else if (command === '--hide') void this.hide();
    else if (command === '--toggle' || command === '--auto') void this.toggle();
  }
}
