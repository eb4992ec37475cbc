import {actionOf} from './bar-action.ts';

/** The children of a modal that are not its content. */
const BARS = ['ui-title-bar', 'ui-save-bar'];

/** The attribute of the dialogs of App Bridge, for its style sheet. */
const MARK = 'data-app-bridge';

/** The style sheet of modals. It is constructed, so a policy of the app does not block it. */
export const MODAL_CSS: string = `
ui-modal, s-app-window { display: contents; }
ui-modal > :not([${MARK}]), s-app-window > :not([${MARK}]) { display: none !important; }
dialog[${MARK}] { padding: 0; border: 1px solid #ccc; border-radius: 12px; min-width: 320px; }
dialog[${MARK}] > header, dialog[${MARK}] > footer { display: flex; gap: 8px; align-items: center; padding: 12px 16px; }
dialog[${MARK}] > header { justify-content: space-between; border-bottom: 1px solid #e3e3e3; }
dialog[${MARK}] > header h2 { margin: 0; font: 600 14px/1.4 system-ui, sans-serif; }
dialog[${MARK}] > footer { flex-direction: row-reverse; border-top: 1px solid #e3e3e3; }
dialog[${MARK}] > div { padding: 12px 16px; }
dialog[${MARK}] > header button, dialog[${MARK}] > footer button {
  padding: 5px 12px; font: 14px/1.4 system-ui, sans-serif; color: #303030; background: #fff; border: 1px solid #8a8a8a; border-radius: 8px;
}
dialog[${MARK}] > header button { padding: 2px 8px; border-color: transparent; }
dialog[${MARK}] > footer button[data-tone='critical'] { color: #8e0b21; border-color: #8e0b21; }
dialog[${MARK}] > footer button[data-variant='primary'] { color: #fff; background: #303030; }
dialog[${MARK}] > footer button[data-variant='primary'][data-tone='critical'] { background: #8e0b21; }
dialog[${MARK}] > footer button:disabled { color: #616161; background: #ebebeb; border-color: #ebebeb; }
`;

/** The dialog in which App Bridge shows the children of a modal. It is added to the modal when it is first needed. */
export class ModalDialog {
  /** The element that holds the content. */
  readonly content: HTMLElement = document.createElement('div');
  readonly #modal: HTMLElement;
  readonly #dialog = document.createElement('dialog');
  readonly #title = document.createElement('h2');
  readonly #footer = document.createElement('footer');

  /** Makes the dialog of a modal. `closed` hears that the person has closed it. */
  constructor(modal: HTMLElement, closed: () => void) {
    this.#modal = modal;
    const close = Object.assign(document.createElement('button'), {type: 'button', textContent: '×'});
    close.setAttribute('aria-label', 'Close');
    close.addEventListener('click', () => this.#dialog.close());

    const header = document.createElement('header');
    header.append(this.#title, close);
    this.#dialog.toggleAttribute(MARK, true);
    this.#dialog.append(header, this.content, this.#footer);
    this.#dialog.addEventListener('close', closed);
  }

  /** Puts the dialog into the modal. */
  attach(): void {
    if (this.#dialog.parentNode !== this.#modal) this.#modal.append(this.#dialog);
  }

  show(): void {
    this.drawBar();
    this.attach();
    this.content.append(...this.#children());
    this.#dialog.showModal();
  }

  /** Shows the title and the buttons of the modal's title bar. */
  drawBar(): void {
    const bar = this.#modal.querySelector<HTMLElement>(':scope > ui-title-bar');
    const title = bar?.getAttribute('title') ?? '';
    this.#dialog.setAttribute('aria-label', title === '' ? document.title : title);
    this.#title.textContent = title;

    const buttons = [...(bar?.querySelectorAll<HTMLElement>('button, a') ?? [])];
    this.#footer.replaceChildren(...buttons.map(copyOf));
  }

  hide(): void {
    this.#dialog.close();
  }

  /** The children of the modal that are shown. An empty one is the place that a framework keeps for its portal. */
  #children(): readonly Element[] {
    return [...this.#modal.children].filter(
      (child) => child !== this.#dialog && !BARS.includes(child.localName) && child.hasChildNodes(),
    );
  }
}

/** Makes a button of the dialog that presses one of the app's. */
function copyOf(element: HTMLElement): HTMLElement {
  const {label, tone, disabled, loading, press} = actionOf(element);
  const button = Object.assign(document.createElement('button'), {
    type: 'button',
    textContent: label,
    disabled: disabled || loading,
    ariaBusy: String(loading),
  });
  button.dataset['variant'] = element.getAttribute('variant') ?? '';
  button.dataset['tone'] = tone;
  button.addEventListener('click', press);
  return button;
}
