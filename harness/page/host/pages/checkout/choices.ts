import {make} from '../../../elements/base/dom.ts';

/**
 * A list of options, one of which is chosen. It is rendered again only if the options change, so that focus
 * stays.
 */
export class Choices {
  readonly root: HTMLElement;
  readonly #name: string;
  readonly #choose: (handle: string) => void;
  #shown = '';

  constructor(label: string, name: string, choose: (handle: string) => void) {
    this.root = make('div', {class: 'sim-choices', role: 'radiogroup', 'aria-label': label});
    this.#name = name;
    this.#choose = choose;
  }

  show(options: readonly Choice[], selected: string | undefined): void {
    const wanted = JSON.stringify(options);
    if (wanted !== this.#shown) this.root.replaceChildren(...options.map((option) => this.#item(option)));
    this.#shown = wanted;
    for (const input of this.root.querySelectorAll('input')) input.checked = input.value === selected;
  }

  #item({handle, title, detail, amount}: Choice): HTMLElement {
    const input = make('input', {type: 'radio', name: this.#name, value: handle});
    input.addEventListener('change', () => this.#choose(handle));

    return make(
      'label',
      {},
      input,
      make('span', {}, title, ...(detail === undefined ? [] : [make('small', {class: 'sim-quiet'}, detail)])),
      ...(amount === undefined ? [] : [make('span', {class: 'sim-amount'}, amount)]),
    );
  }
}

export interface Choice {
  readonly handle: string;
  readonly title: string;
  readonly detail?: string;
  readonly amount?: string;
}
