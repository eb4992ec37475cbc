import {make} from '../../../elements/base/dom.ts';

/** A button that opens a menu of extensions. It is hidden while the menu has no entry. */
export class Menu {
  readonly root: HTMLElement;
  readonly #button: HTMLButtonElement;
  readonly #list: HTMLElement;

  /** Creates a menu with a name, for example `More actions`. */
  constructor(name: string) {
    this.#list = make('ul', {role: 'menu', 'aria-label': name, hidden: ''});
    this.#button = make(
      'button',
      {class: 'sim-plain', 'aria-haspopup': 'menu', 'aria-expanded': 'false'},
      name,
    );
    this.root = make('div', {class: 'sim-admin-menu', hidden: ''}, this.#button, this.#list);

    this.#button.addEventListener('click', () => this.#open(this.#list.hidden === true));
    this.root.addEventListener('keydown', ({key}) => {
      if (key !== 'Escape' || this.#list.hidden === true) return;
      this.#open(false);
      this.#button.focus();
    });
  }

  /** Adds an entry. It is hidden until the extension may show. */
  add(label: string, choose: () => void): MenuEntry {
    const item = make('button', {role: 'menuitem', class: 'sim-plain'}, label);
    const row = make('li', {role: 'none', hidden: ''}, item);
    this.#list.append(row);
    item.addEventListener('click', () => {
      this.#open(false);
      choose();
    });

    return {
      setHidden: (isHidden) => {
        row.hidden = isHidden;
        this.#update();
      },
      remove: () => {
        row.remove();
        this.#update();
      },
    };
  }

  #open(isOpen: boolean): void {
    this.#list.hidden = !isOpen;
    this.#button.setAttribute('aria-expanded', String(isOpen));
    if (isOpen) this.#list.querySelector<HTMLElement>('li:not([hidden]) > [role="menuitem"]')?.focus();
  }

  #update(): void {
    this.root.hidden = this.#list.querySelector('li:not([hidden])') === null;
  }
}

/** An entry of a menu. */
export interface MenuEntry {
  setHidden(isHidden: boolean): void;
  remove(): void;
}
