import type {InvokedIntent} from '../../wire/app-bridge.ts';
import {make} from '../elements/base/dom.ts';
import {openPicker} from '../pickers/open-picker.ts';
import {keepOnTop} from '../pickers/top-dialog.ts';
import type {Picker} from '../pickers/picker-dialog.ts';

/** The overlays that the platform shows when an extension asks for them: toasts, intents, the login. */
export class Overlays {
  readonly #toasts = make('div', {class: 'sim-toasts', role: 'status', 'aria-label': 'Messages'});
  readonly #loading = make('progress', {'aria-label': 'Loading'});
  readonly #layer: HTMLElement;
  readonly #settleToasts: () => void;

  constructor(layer: HTMLElement) {
    this.#layer = layer;
    this.#settleToasts = keepOnTop(this.#toasts, layer);
  }

  /** Shows a message. Returns a function that removes it. */
  toast(content: string): () => void {
    const toast = make('p', {class: 'sim-toast'}, content);
    this.#toasts.append(toast);
    this.#settleToasts();
    return () => {
      toast.remove();
      this.#settleToasts();
    };
  }

  /** Shows a message for some milliseconds. */
  timedToast(content: string, duration: number): void {
    const hide = this.toast(content);
    setTimeout(hide, duration);
  }

  /** Removes all messages. */
  hideToasts(): void {
    this.#toasts.replaceChildren();
    this.#settleToasts();
  }

  /** Shows or hides the loading bar of an app. */
  loading(isLoading: boolean): void {
    this.#loading.remove();
    if (isLoading) this.#layer.append(this.#loading);
  }

  /** Shows a flow of the platform, which the user completes or closes. Resolves with its outcome. */
  intent(name: string, input: unknown): Promise<IntentOutcome> {
    return new Promise((resolve) => {
      const complete = make('button', {class: 'sim-primary'}, 'Complete');
      const close = make('button', {class: 'sim-plain'}, 'Close');
      const given = typeof input === 'object' && input !== null && 'data' in input ? input.data : undefined;
      const dialog = this.#dialog(name, [
        make('p', {class: 'sim-quiet'}, 'A flow of the platform.'),
        make('div', {class: 'sim-actions'}, complete, close),
      ]);

      const end = (outcome: IntentOutcome): void => {
        this.#remove(dialog);
        resolve(outcome);
      };

      complete.addEventListener('click', () => end({code: 'ok', data: given ?? {}}));
      close.addEventListener('click', () => end({code: 'closed'}));
      dialog.addEventListener('cancel', () => end({code: 'closed'}));
    });
  }

  /** Shows a page of the admin that completes an intent. Resolves with whether the user saved it. */
  adminIntent({action, type, value = ''}: InvokedIntent): Promise<boolean> {
    return new Promise((resolve) => {
      const save = make('button', {class: 'sim-primary'}, 'Save');
      const cancel = make('button', {class: 'sim-plain'}, 'Cancel');
      const dialog = this.#dialog(`${action} ${type}`, [
        make('p', {class: 'sim-quiet'}, value),
        make('div', {class: 'sim-actions'}, cancel, save),
      ]);

      const end = (isDone: boolean): void => {
        this.#remove(dialog);
        resolve(isDone);
      };

      save.addEventListener('click', () => end(true));
      cancel.addEventListener('click', () => end(false));
      dialog.addEventListener('cancel', () => end(false));
    });
  }

  /** Shows a picker. Resolves with what the user chose; null if they left it. */
  choose<Answer>(picker: Picker<Answer>): Promise<Answer | null> {
    return openPicker(picker, this.#layer, () => this.#settleToasts());
  }

  /** Asks the user to sign in; answers what closes it. */
  login(signIn: () => void): () => void {
    const button = make('button', {class: 'sim-primary'}, 'Sign in');
    button.addEventListener('click', signIn);
    const dialog = this.#dialog('Sign in to continue', [make('div', {class: 'sim-actions'}, button)]);
    return () => this.#remove(dialog);
  }

  #remove(dialog: HTMLDialogElement): void {
    dialog.close();
    this.#settleToasts();
    dialog.remove();
  }

  #dialog(title: string, content: readonly Node[]): HTMLDialogElement {
    const dialog = make(
      'dialog',
      {class: 'sim-dialog', 'aria-label': title},
      make('h2', {}, title),
      ...content,
    );

    this.#layer.append(dialog);
    dialog.showModal();
    return dialog;
  }
}

type IntentOutcome = {readonly code: 'ok'; readonly data: object} | {readonly code: 'closed'};

/** Closes a modal or a sheet that an extension has rendered, by its id. */
export function closeOverlay(container: HTMLElement | undefined, id: string): void {
  const overlay = container?.querySelector(`#${CSS.escape(id)}`);
  const hide: unknown = overlay == null ? undefined : Reflect.get(overlay, 'hideOverlay');
  if (typeof hide === 'function') hide.call(overlay);
}
