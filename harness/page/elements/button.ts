import {make, setOrRemove} from './base/dom.ts';
import {iconDrawing, iconPath} from './base/icon-drawing.ts';
import {Pressable} from './base/pressable.ts';
import {SPINNER_CSS} from './spinner.ts';
import {styleSheets, type Styles} from './base/style.ts';

export const BUTTON_STYLE: Styles = styleSheets(`
${SPINNER_CSS}
:host { display: inline-block; max-inline-size: 100%; vertical-align: middle; outline: none; user-select: none; }
:host(:focus-visible) { box-shadow: none; }
:host(:focus-visible) .face { outline: 2px solid transparent; box-shadow: var(--sim-focus); }
.face {
  position: relative; display: inline-flex; align-items: center; justify-content: center; gap: 8px;
  max-inline-size: 100%; min-block-size: 44px; padding: 8px 16px; cursor: pointer; text-align: center;
  font-weight: 500; line-height: 1.4; border: 1px solid var(--edge); border-radius: var(--sim-radius);
  color: var(--ink); background: var(--ground); transition: background-color 0.12s, border-color 0.12s;
  --ink: var(--sim-text); --ground: var(--sim-surface); --edge: var(--sim-control); --hover: var(--sim-subdued);
}
.label { min-inline-size: 0; overflow-wrap: anywhere; }
[data-kind='critical'] {
  --ink: var(--sim-critical); --edge: var(--sim-critical); --hover: var(--sim-critical-surface);
}
[data-variant='primary'] {
  --ink: var(--sim-on-accent); --ground: var(--sim-accent); --edge: var(--sim-accent); --hover: var(--sim-accent-hover);
}
[data-variant='primary'][data-kind='critical'] {
  --ink: var(--sim-on-critical); --ground: var(--sim-critical); --edge: var(--sim-critical);
  --hover: var(--sim-critical-hover);
}
[data-variant='primary']:hover { border-color: var(--hover); }
.face:hover { background: var(--hover); }
:host(:state(fill)) { display: block; }
:host(:state(fill)) .face { display: flex; }
:host([aria-disabled]) .face { cursor: not-allowed; }
:host([aria-disabled]:not([aria-busy])) .face {
  --ink: var(--sim-quiet); --ground: var(--sim-subdued); --edge: var(--sim-border); --hover: var(--sim-subdued);
}
:host([aria-busy]) .face { cursor: progress; }
:host([aria-busy]) .face:hover { background: var(--ground); border-color: var(--edge); }
:host([aria-busy]) :is(.label, .icon) { opacity: 0; }
:host([aria-busy]) .spinner { position: absolute; }
.face[data-item] {
  display: flex; justify-content: flex-start; border-color: transparent; background: none; padding-inline: 12px;
}
.face[data-item]:hover { background: var(--hover); }
:host([aria-pressed='true']) .face {
  --ground: var(--sim-info-surface); --edge: var(--sim-accent); --ink: var(--sim-accent);
  --hover: var(--sim-info-surface);
}
@media (prefers-reduced-motion: reduce) { .face { transition: none; } }
`);

export class Button extends Pressable {
  readonly #spinner = make('span', {class: 'spinner', 'aria-hidden': 'true', hidden: ''});
  readonly #label = make('span', {class: 'label'}, make('slot'));
  readonly #icon = make('span', {class: 'icon', hidden: ''});
  protected readonly face: HTMLElement = make(
    'span',
    {class: 'face'},
    this.#spinner,
    this.#icon,
    this.#label,
  );

  constructor(styles: Styles = BUTTON_STYLE) {
    super(styles);
    this.root.append(this.face);
    this.#label.addEventListener('slotchange', () => this.changed());
  }

  protected override render(): void {
    this.renderPressable();
    this.#spinner.hidden = !this.flag('loading');
    this.#renderIcon(this.textOf('icon'));
    const variant = this.choice('variant', ['auto', 'primary', 'secondary']);
    setOrRemove(
      this.face,
      'data-variant',
      variant === 'auto' && this.slot === 'primary-action' ? 'primary' : variant,
    );

    setOrRemove(this.face, 'data-kind', this.choice('tone', ['auto', 'neutral', 'critical']));
    this.face.toggleAttribute('data-item', this.getAttribute('role') === 'menuitem');
    if (this.textOf('inlineSize') === 'fill') this.internals.states.add('fill');
    else this.internals.states.delete('fill');
  }

  #renderIcon(type: string): void {
    this.#icon.hidden = type === '';
    this.#label.hidden =
      type !== '' && (this.textContent ?? '').trim() === '' && this.childElementCount === 0;
    if (this.#icon.dataset['type'] === type) return;
    this.#icon.dataset['type'] = type;
    this.#icon.replaceChildren(...(type === '' ? [] : [iconDrawing(iconPath(type))]));
  }
}
