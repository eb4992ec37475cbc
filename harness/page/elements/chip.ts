import {CHIP_STYLE} from './base/chip-css.ts';
import {make, setOrRemove} from './base/dom.ts';
import {PageElement} from './base/page-element.ts';

export class Chip extends PageElement {
  readonly #shown = make('span', {class: 'shown'}, make('slot', {name: 'graphic'}), make('slot'));
  readonly #label = make('span', {class: 'unseen'});

  constructor() {
    super(CHIP_STYLE);
    this.root.append(make('span', {class: 'chip'}, this.#shown, this.#label));
  }

  protected override render(): void {
    const label = this.textOf('accessibilityLabel');
    this.#label.textContent = label;
    setOrRemove(this.#shown, 'aria-hidden', label === '' ? undefined : 'true');
  }
}
