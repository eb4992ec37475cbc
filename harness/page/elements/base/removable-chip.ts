import {CHIP_STYLE} from './chip-css.ts';
import {make, setOrRemove} from './dom.ts';
import {closeIcon} from './icon-drawing.ts';
import {PageElement} from './page-element.ts';

/** A chip, with a button that removes it if it is removable. */
export abstract class RemovableChip extends PageElement {
  protected readonly chip: HTMLElement = make('span', {class: 'chip'});
  readonly #remove = make('button', {type: 'button', class: 'remove'}, closeIcon());

  constructor() {
    super(CHIP_STYLE);
    this.chip.append(this.#remove);
    this.root.append(this.chip);
    this.#remove.addEventListener('click', (event) => {
      event.stopPropagation();
      this.removePressed();
    });
  }

  /** Handles a press on the button. */
  protected removePressed(): void {
    this.emit('remove');
  }

  protected renderRemove(): void {
    const label = this.textOf('accessibilityLabel') || (this.textContent ?? '').trim();
    this.#remove.hidden = !this.flag('removable');
    this.#remove.disabled = this.flag('disabled');
    setOrRemove(this.#remove, 'aria-label', `Remove ${label}`.trim());
  }
}
