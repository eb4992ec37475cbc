import {node} from './node.ts';

/** What the platform shows over its pages at an extension's wish: toasts, intents, the login. */
export class Overlays {
  readonly #toasts = node('div', {class: 'sim-toasts', role: 'status', 'aria-label': 'Messages'});
  readonly #layer: HTMLElement;

  constructor(layer: HTMLElement) {
    this.#layer = layer;
    layer.append(this.#toasts);
    document.addEventListener('close', () => this.#settleToasts(), true);
  }

  /** Shows a message; answers what takes it away. */
  toast(content: string): () => void {
    const toast = node('p', {class: 'sim-toast'}, content);
    this.#toasts.append(toast);
    this.#settleToasts();
    return () => toast.remove();
  }

  /** A flow of the platform, which the user completes or leaves; answers how it ended. */
  intent(name: string, input: unknown): Promise<{code: 'ok'; data: object} | {code: 'closed'}> {
    return new Promise((resolve) => {
      const complete = node('button', {class: 'sim-primary'}, 'Complete');
      const close = node('button', {class: 'sim-plain'}, 'Close');
      const data =
        (typeof input === 'object' && input !== null && 'data' in input ? input.data : undefined) ?? {};
      const dialog = this.#dialog(name, [
        node('p', {class: 'sim-quiet'}, 'A flow of the platform.'),
        node('div', {class: 'sim-actions'}, complete, close),
      ]);

      const end = (answer: {code: 'ok'; data: object} | {code: 'closed'}): void => {
        this.#remove(dialog);
        resolve(answer);
      };

      complete.addEventListener('click', () => end({code: 'ok', data}));
      close.addEventListener('click', () => end({code: 'closed'}));
      dialog.addEventListener('cancel', () => end({code: 'closed'}));
    });
  }

  /** PageRequests the user to sign in; answers what closes it. */
  login(signIn: () => void): () => void {
    const button = node('button', {class: 'sim-primary'}, 'Sign in');
    button.addEventListener('click', signIn);
    const dialog = this.#dialog('Sign in to continue', [node('div', {class: 'sim-actions'}, button)]);
    return () => this.#remove(dialog);
  }

  /** Over an open dialog, which makes everything outside it inert. */
  #settleToasts(): void {
    const over = [...document.querySelectorAll('dialog:modal')].at(-1) ?? this.#layer;
    if (this.#toasts.parentElement !== over) over.append(this.#toasts);
  }

  #remove(dialog: HTMLDialogElement): void {
    dialog.close();
    this.#settleToasts();
    dialog.remove();
  }

  #dialog(title: string, content: readonly Node[]): HTMLDialogElement {
    const dialog = node(
      'dialog',
      {class: 'sim-dialog', 'aria-label': title},
      node('h2', {}, title),
      ...content,
    );

    this.#layer.append(dialog);
    dialog.showModal();
    return dialog;
  }
}

/** Closes a modal or a sheet that an extension has rendered, by its id. */
export function closeOverlay(container: HTMLElement | undefined, id: string): void {
  const overlay = container?.querySelector(`#${CSS.escape(id)}`);
  const hide: unknown = overlay == null ? undefined : Reflect.get(overlay, 'hideOverlay');
  if (typeof hide === 'function') hide.call(overlay);
}
