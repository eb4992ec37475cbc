import type {Mount} from '../../../../wire/control.ts';
import {make} from '../../../elements/base/dom.ts';
import type {PageElement} from '../../../elements/base/page-element.ts';

export const ACTION_DIALOG_CSS: string = `
.sim-dialog-titled { position: relative; }
.sim-dialog-titled > .sim-dialog-head { position: absolute; inset-block-start: 12px; inset-inline-end: 20px; margin: 0; }
.sim-dialog-titled > .sim-dialog-head h2 { display: none; }
`;

/** The dialog of an action. Its name is the heading of the `s-admin-action` in it, or else the extension's name. */
export class ActionDialog {
  readonly root: HTMLDialogElement;
  readonly #name: string;
  readonly #container: HTMLElement;

  /** Creates the dialog of a mount. `content` holds the mount's container. */
  constructor(mount: Mount, container: HTMLElement, content: HTMLElement, dismiss: () => void) {
    this.#name = mount.name;
    this.#container = container;
    const close = make('button', {class: 'sim-plain', 'aria-label': 'Close'}, '×');
    this.root = make(
      'dialog',
      {class: 'sim-dialog', 'aria-label': mount.name, 'data-opens': 'when-rendered'},
      make('div', {class: 'sim-dialog-head'}, make('h2', {}, mount.name), close),
      content,
    );

    close.addEventListener('click', dismiss);
    this.root.addEventListener('cancel', dismiss);
  }

  /** Reads the heading again. */
  changed(): void {
    const action = this.#container.querySelector<PageElement>('s-admin-action');
    const heading = String(action?.reveal('heading') ?? '');
    this.root.setAttribute('aria-label', heading || this.#name);
    this.root.classList.toggle('sim-dialog-titled', heading !== '');
  }
}
