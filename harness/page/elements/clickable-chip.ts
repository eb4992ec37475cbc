import {CHIP_STYLE} from './base/chip-css.ts';
import {make, setOrRemove} from './base/dom.ts';
import {closeIcon} from './base/icon-drawing.ts';
import {navigate, refuseScriptUrl} from './base/navigate-event.ts';
import {PageElement} from './base/page-element.ts';

/** A chip that is pressed or followed, with a second button that removes it. */
export class ClickableChip extends PageElement {
  readonly #face = make(
    'button',
    {type: 'button', class: 'face'},
    make('slot', {name: 'graphic'}),
    make('slot'),
  );
  readonly #remove = make('button', {type: 'button', class: 'remove'}, closeIcon());
  #wasHidden: boolean | undefined;

  constructor() {
    super(CHIP_STYLE);
    this.root.append(make('span', {class: 'chip clickable'}, this.#face, this.#remove));

    this.#remove.addEventListener('click', (event) => {
      event.stopPropagation();
      this.emit('remove', {state: {hidden: true}});
      this.hidden = true;
      this.render();
    });
  }

  override receive(name: string, value: unknown): void {
    if (name === 'href') refuseScriptUrl(this, value);
    super.receive(name, value);
  }

  protected override onNative(event: Event): void {
    event.preventDefault();
    if (this.flag('disabled')) return;
    this.emit('click');
    const href = this.textOf('href');
    if (href !== '') navigate(this, {href, target: 'auto'});
  }

  protected override render(): void {
    const label = this.textOf('accessibilityLabel');
    setOrRemove(this.#face, 'role', this.textOf('href') === '' ? undefined : 'link');
    setOrRemove(this.#face, 'aria-label', label);
    for (const button of [this.#face, this.#remove]) button.disabled = this.flag('disabled');
    this.#remove.hidden = !this.flag('removable');
    setOrRemove(this.#remove, 'aria-label', `Remove ${label || (this.textContent ?? '').trim()}`.trim());
    const hidden = this.hasAttribute('hidden');
    if (hidden && this.#wasHidden === false) this.emit('afterhide', {state: {hidden: true}});

    this.#wasHidden = hidden;
  }
}
