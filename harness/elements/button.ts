import {pressWithKeys} from './activation.ts';
import {make, PageElement, setOrRemove} from './element.ts';
import {navigate, refuseScriptUrl} from './navigation.ts';
import {SPINNER_CSS} from './spinner.ts';
import {styleSheets} from './style.ts';

export class Button extends PageElement {
  readonly #states = this.attachInternals().states;
  readonly #spinner = make('span', {class: 'spinner', 'aria-hidden': 'true', hidden: ''});
  readonly #face = make('span', {class: 'face'}, this.#spinner, make('span', {class: 'label'}, make('slot')));

  constructor() {
    super(STYLE);
    this.root.append(this.#face);
    pressWithKeys(this);
  }

  override receive(name: string, value: unknown): void {
    if (name === 'href') refuseScriptUrl(this, value);
    super.receive(name, value);
  }

  /** `commandFor` comes before `href`. */
  get #follows(): boolean {
    return this.text('href') !== '' && this.text('commandFor') === '';
  }

  get #blocked(): boolean {
    return this.flag('disabled') || this.flag('loading');
  }

  protected override render(): void {
    const loading = this.flag('loading');
    setOrRemove(this, 'role', this.#follows ? 'link' : 'button');
    setOrRemove(this, 'href', this.text('href'));
    setOrRemove(this, 'aria-label', this.text('accessibilityLabel'));
    setOrRemove(this, 'aria-disabled', this.#blocked ? 'true' : undefined);
    setOrRemove(this, 'aria-busy', loading ? 'true' : undefined);
    setOrRemove(this, 'tabindex', this.#blocked ? undefined : '0');
    this.#spinner.hidden = !loading;
    const variant = this.choice('variant', ['auto', 'primary', 'secondary']);
    setOrRemove(this.#face, 'data-variant', variant === 'auto' && this.slot === 'primary-action' ? 'primary' : variant);
    setOrRemove(this.#face, 'data-kind', this.choice('tone', ['auto', 'neutral', 'critical']));
    if (this.text('inlineSize') === 'fill') this.#states.add('fill');
    else this.#states.delete('fill');
  }

  protected override onNative(event: Event): void {
    event.preventDefault();
    if (this.#blocked) return;
    this.emit('click');
    if (this.#follows) navigate(this, {href: this.text('href'), target: this.text('target') || 'auto'});
  }
}

const STYLE = styleSheets(`
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
[data-kind='critical'] { --ink: var(--sim-critical); --edge: var(--sim-critical); --hover: var(--sim-critical-surface); }
[data-variant='primary'] {
  --ink: var(--sim-on-accent); --ground: var(--sim-accent); --edge: var(--sim-accent); --hover: var(--sim-accent-hover);
}
[data-variant='primary'][data-kind='critical'] {
  --ink: var(--sim-on-critical); --ground: var(--sim-critical); --edge: var(--sim-critical); --hover: var(--sim-critical-hover);
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
:host([aria-busy]) .label { opacity: 0; }
:host([aria-busy]) .spinner { position: absolute; }
@media (prefers-reduced-motion: reduce) { .face { transition: none; } }
`);
