import {closeIcon} from './base/icon-drawing.ts';
import {make, PageElement, setOrRemove} from './base/page-element.ts';
import {navigate, refuseScriptUrl} from './base/navigate-event.ts';
import {styleSheets} from './base/style.ts';

export class Chip extends PageElement {
  readonly #shown = make('span', {class: 'shown'}, make('slot', {name: 'graphic'}), make('slot'));
  readonly #label = make('span', {class: 'unseen'});

  constructor() {
    super(STYLE);
    this.root.append(make('span', {class: 'chip'}, this.#shown, this.#label));
  }

  protected override render(): void {
    const label = this.textOf('accessibilityLabel');
    this.#label.textContent = label;
    setOrRemove(this.#shown, 'aria-hidden', label === '' ? undefined : 'true');
  }
}

/** A chip to press or to follow, with a second button that takes it away. */
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
    super(STYLE);
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

const STYLE = styleSheets(`
:host { display: inline-block; vertical-align: middle; max-inline-size: 100%; color: var(--sim-text); }
.chip {
  display: inline-flex; align-items: stretch; max-inline-size: 100%; min-block-size: 32px; overflow: clip; overflow-clip-margin: 4px;
  border: 1px solid var(--sim-border); border-radius: 16px; background: var(--sim-subdued); font-size: var(--sim-size-small);
}
.shown, .face { display: inline-flex; align-items: center; gap: 6px; padding: 2px 12px; min-inline-size: 0; overflow-wrap: anywhere; }
.clickable { border-color: var(--sim-control); background: var(--sim-surface); }
button { border: 0; background: none; cursor: pointer; border-radius: 16px; }
button:hover { background: var(--sim-subdued); }
button:disabled { cursor: not-allowed; color: var(--sim-quiet); background: none; }
.remove { display: flex; align-items: center; padding: 2px 6px; color: var(--sim-quiet); }
.remove svg { inline-size: 16px; block-size: 16px; }
`);
