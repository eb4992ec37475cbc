import {CHIP_STYLE} from '../../elements/base/chip-css.ts';
import {make, setOrRemove} from '../../elements/base/dom.ts';
import {closeIcon} from '../../elements/base/icon-drawing.ts';
import {PageElement} from '../../elements/base/page-element.ts';
import {activate} from '../base/activate.ts';
import {afterDispatch} from '../base/after-dispatch.ts';

/** A chip, with a button that removes it if it is removable. */
abstract class RemovableChip extends PageElement {
  protected readonly chip: HTMLElement = make('span', {class: 'chip'});
  readonly #remove = make('button', {type: 'button', class: 'remove'}, closeIcon());

  constructor() {
    super(CHIP_STYLE);
    this.chip.append(this.#remove);
    this.root.append(this.chip);
    this.#remove.addEventListener('click', (event) => {
      event.stopPropagation();
      this.emit('remove');
      this.removed();
    });
  }

  /** Follows the event `remove`. */
  protected removed(): void {}

  protected renderRemove(): void {
    const label = this.textOf('accessibilityLabel') || (this.textContent ?? '').trim();
    this.#remove.hidden = !this.flag('removable');
    this.#remove.disabled = this.flag('disabled');
    setOrRemove(this.#remove, 'aria-label', `Remove ${label}`.trim());
  }
}

/** A chip. Its content stays after `remove`, until the app takes it away. */
export class PolarisChip extends RemovableChip {
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

/** A chip that is pressed or followed. After `remove` it hides. */
export class PolarisClickableChip extends RemovableChip {
  readonly #face = make(
    'button',
    {type: 'button', class: 'face'},
    make('slot', {name: 'graphic'}),
    make('slot'),
  );
  #wasHidden: boolean | undefined;

  constructor() {
    super();
    this.chip.classList.add('clickable');
    this.chip.prepend(this.#face);
    this.addEventListener('click', (event) => {
      afterDispatch(event, () => activate(this, event, (name) => this.textOf(name)));
    });
  }

  protected override removed(): void {
    this.hidden = true;
    this.render();
  }

  protected override render(): void {
    setOrRemove(this, 'href', this.textOf('href'));
    setOrRemove(this.#face, 'role', this.textOf('href') === '' ? undefined : 'link');
    setOrRemove(this.#face, 'aria-label', this.textOf('accessibilityLabel'));
    this.#face.disabled = this.flag('disabled');
    this.renderRemove();

    const hidden = this.hasAttribute('hidden');
    if (hidden && this.#wasHidden === false) this.emit('afterhide');
    this.#wasHidden = hidden;
  }
}
