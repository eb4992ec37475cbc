import {node} from '../../node.ts';

/** A list to choose one of. It is made anew only when the options are others, so that focus stays. */
export class Choices {
  readonly root: HTMLElement;
  readonly #name: string;
  readonly #choose: (handle: string) => void;
  #shown = '';

  constructor(label: string, name: string, choose: (handle: string) => void) {
    this.root = node('div', {class: 'sim-choices', role: 'radiogroup', 'aria-label': label});
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
    const input = node('input', {type: 'radio', name: this.#name, value: handle});
    input.addEventListener('change', () => this.#choose(handle));

    return node(
      'label',
      {},
      input,
      node('span', {}, title, ...(detail === undefined ? [] : [node('small', {class: 'sim-quiet'}, detail)])),
      ...(amount === undefined ? [] : [node('span', {class: 'sim-amount'}, amount)]),
    );
  }
}

export interface Choice {
  readonly handle: string;
  readonly title: string;
  readonly detail?: string;
  readonly amount?: string;
}
