import {make} from '../../../elements/base/dom.ts';

/**
 * A list of options, one of which is chosen. The row of an option stays the same element as long as it is offered. So
 * focus stays, and a press that has begun on a row also ends on it.
 */
export class Choices {
  readonly root: HTMLElement;
  readonly #name: string;
  readonly #choose: (handle: string) => void;
  #rows: ReadonlyMap<string, ChoiceRow> = new Map();

  constructor(label: string, name: string, choose: (handle: string) => void) {
    this.root = make('div', {class: 'sim-choices', role: 'radiogroup', 'aria-label': label});
    this.#name = name;
    this.#choose = choose;
  }

  show(options: readonly Choice[], selected: string | undefined): void {
    const before = this.#rows;
    this.#rows = new Map(options.map(({handle}) => [handle, before.get(handle) ?? this.#createRow(handle)]));

    for (const [handle, {root}] of before) if (!this.#rows.has(handle)) root.remove();
    for (const [place, {root}] of [...this.#rows.values()].entries()) {
      const there = this.root.children[place] ?? null;
      if (there !== root) this.root.insertBefore(root, there);
    }

    for (const option of options) this.#rows.get(option.handle)?.show(option, option.handle === selected);
  }

  #createRow(handle: string): ChoiceRow {
    const input = make('input', {type: 'radio', name: this.#name, value: handle});
    input.addEventListener('change', () => this.#choose(handle));
    return new ChoiceRow(input);
  }
}

/** The row of one option. */
class ChoiceRow {
  readonly root: HTMLElement;
  readonly #input: HTMLInputElement;
  #shown = '';

  constructor(input: HTMLInputElement) {
    this.#input = input;
    this.root = make('label', {}, input);
  }

  show(option: Choice, isChosen: boolean): void {
    this.#input.checked = isChosen;

    const wanted = JSON.stringify(option);
    if (wanted === this.#shown) return;
    this.#shown = wanted;

    const {title, detail, amount} = option;
    while (this.#input.nextSibling !== null) this.#input.nextSibling.remove();
    this.root.append(
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
