import type {AskShopApp} from '../../wire/mini.ts';

/** The sheet on which the user shares data with a Mini. */
export class ConsentSheet {
  readonly #ask: AskShopApp;
  readonly #handle: string;
  #answered: Promise<void> | undefined;

  constructor(ask: AskShopApp, handle: string) {
    this.#ask = ask;
    this.#handle = handle;
  }

  get isOpen(): boolean {
    return this.#answered !== undefined;
  }

  /** Shows the sheet, unless it is already open. Resolves when the user has answered. */
  show(scopes: readonly string[]): Promise<void> {
    this.#answered ??= new Promise((resolve) => this.#open(scopes, resolve));
    return this.#answered;
  }

  #open(scopes: readonly string[], resolve: () => void): void {
    const dialog = document.createElement('dialog');
    dialog.setAttribute('aria-label', `Share with ${this.#handle}`);

    const buttonFor = (text: string, granted: boolean): HTMLElement => {
      const button = textElement('button', text);
      button.addEventListener('click', () => {
        dialog.remove();
        this.#answered = undefined;
        void this.#ask({type: 'consent', granted}).then(resolve);
      });

      return button;
    };

    const list = document.createElement('ul');
    list.append(...scopes.map((scope) => textElement('li', scope)));
    dialog.append(
      textElement('h2', `Share with ${this.#handle}?`),
      list,
      buttonFor('Allow', true),
      buttonFor("Don't allow", false),
    );

    dialog.addEventListener('cancel', (event) => event.preventDefault());
    document.documentElement.append(dialog);
    dialog.showModal();
  }
}

function textElement(tag: string, text: string): HTMLElement {
  return Object.assign(document.createElement(tag), {textContent: text});
}
