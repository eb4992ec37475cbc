import {make, setOrRemove} from './base/dom.ts';
import {RemovableChip} from './base/removable-chip.ts';

/** A chip. Its content stays after `remove`, until the extension takes it away. */
export class Chip extends RemovableChip {
  readonly #shown = make('span', {class: 'shown'}, make('slot', {name: 'graphic'}), make('slot'));
  readonly #label = make('span', {class: 'unseen'});

  constructor() {
    super();
    this.chip.prepend(this.#shown, this.#label);
  }

  protected override render(): void {
    const label = this.textOf('accessibilityLabel');
    this.#label.textContent = label;
    setOrRemove(this.#shown, 'aria-hidden', label === '' ? undefined : 'true');
    this.renderRemove();
  }
}
