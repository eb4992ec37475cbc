import {closeIcon} from './icon-drawing.ts';
import {make, retag, setOrRemove} from './dom.ts';
import {PageElement, type Command} from './page-element.ts';
import {headingLevel} from './heading-level.ts';
import {slotBox} from './slot-box.ts';
import {flow, type Styles} from './style.ts';

export const DIALOG_CSS: string = `
:host { display: none; color: var(--sim-text); }
:host(:state(open)) { display: contents; }
dialog { padding: 0; border: 0; color: inherit; background: var(--sim-surface); overflow: hidden; text-align: start; }
dialog::backdrop { background: rgb(0 0 0 / 0.45); }
.panel { display: flex; flex-direction: column; max-block-size: inherit; block-size: 100%; }
header {
  display: flex; align-items: center; gap: 12px; padding: 12px 12px 12px 20px;
  border-block-end: 1px solid var(--sim-border);
}
h1, h2, h3, h4, h5, h6 { flex: 1; min-inline-size: 0; font-size: var(--sim-size-large); }
.close {
  display: flex; padding: 8px; margin-inline-start: auto; cursor: pointer; border: 0; border-radius: 6px;
  background: none; color: var(--sim-quiet);
}
.close:hover { color: var(--sim-text); background: var(--sim-subdued); }
${flow('.content', 12)}
.content { flex: 1; min-block-size: 0; padding: 20px; overflow: auto; }
.content[data-padding='none'] { padding: 0; }
.actions {
  display: flex; flex-wrap: wrap; justify-content: flex-end; gap: 8px; padding: 12px 20px;
  border-block-start: 1px solid var(--sim-border);
}
`;

export const MODAL_CSS: string = `
${DIALOG_CSS}
dialog {
  inline-size: var(--size, 560px); max-inline-size: calc(100vw - 32px); max-block-size: calc(100vh - 32px);
  border-radius: 12px; box-shadow: 0 16px 48px rgb(0 0 0 / 0.24);
}
.panel { max-block-size: calc(100vh - 32px); }
[data-size='small-100'] { --size: 320px; }
[data-size='small'] { --size: 420px; }
[data-size='large'] { --size: 760px; }
[data-size='large-100'] { --size: 960px; }
[data-size='max'] { --size: 100vw; block-size: calc(100vh - 32px); }
`;

/**
 * An element that covers the page until it is closed. The native dialog in the shadow tree handles focus,
 * Escape and the inert page. The role is on the element itself.
 */
export abstract class DialogElement extends PageElement {
  #heading: HTMLElement = make('h2');
  protected readonly content: HTMLElement = make('div', {class: 'content'}, make('slot'));
  readonly #close = make('button', {type: 'button', class: 'close', 'aria-label': 'Close'});
  protected readonly actions: HTMLElement = slotBox('actions', 'secondary-actions', 'primary-action');
  protected readonly dialog: HTMLDialogElement = make(
    'dialog',
    {role: 'none'},
    make(
      'div',
      {class: 'panel'},
      make('header', {role: 'none'}, this.#heading, this.#close),
      this.content,
      this.actions,
    ),
  );

  constructor(styles: Styles) {
    super(styles);
    this.#close.append(closeIcon());
    this.root.append(this.dialog);
    this.#close.addEventListener('click', () => this.dismiss());
    this.dialog.addEventListener('click', (event) => {
      if (event.composedPath()[0] === this.dialog) this.dismiss();
    });

    this.dialog.addEventListener('cancel', (event) => {
      event.preventDefault();
      this.dismiss();
    });
  }

  get isOpen(): boolean {
    return this.dialog.open;
  }

  disconnectedCallback(): void {
    this.dialog.close();
    this.internals.states.delete('open');
  }

  override obey(command: Command, _invoker: PageElement): boolean {
    if (command === '--copy') return false;
    const shows = command === '--show' || (command !== '--hide' && !this.isOpen);
    if (shows) this.showOverlay();
    else this.hideOverlay();
    return true;
  }

  showOverlay(): void {
    if (this.isOpen) return;
    this.internals.states.add('open');
    this.dialog.showModal();
    this.shown();
  }

  toggleOverlay(): void {
    if (this.isOpen) this.hideOverlay();
    else this.showOverlay();
  }

  hideOverlay(): void {
    if (!this.isOpen) return;
    this.dialog.close();
    this.internals.states.delete('open');
    this.hiddenAgain();
  }

  /** Handles a close by the customer. */
  protected dismiss(): void {
    this.hideOverlay();
  }

  protected shown(): void {
    this.emit('show');
    this.emit('aftershow');
  }

  protected hiddenAgain(): void {
    this.emit('hide');
    this.emit('afterhide');
  }

  /**
   * Renders the heading. `named` gets role and name: the element itself if the extension's content is in it,
   * because locators look there.
   */
  protected renderTitled(heading: string, label: string, named: HTMLElement = this): void {
    this.#heading = retag(this.#heading, `h${headingLevel(this)}`);
    this.#heading.textContent = heading;
    this.#heading.hidden = heading === '';
    setOrRemove(named, 'role', 'dialog');
    setOrRemove(named, 'aria-modal', 'true');
    setOrRemove(named, 'aria-label', label || heading);
  }
}
