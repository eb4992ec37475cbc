import {sendCommand} from './base/command.ts';
import {make, setOrRemove} from './base/dom.ts';
import {PageElement} from './base/page-element.ts';
import {ERROR_CSS, FieldDetails, FieldError, NOTE_CSS} from './base/field.ts';
import {styleSheets, type Styles} from './base/style.ts';
import {TICK_CSS} from './base/tick-css.ts';
import {Toggled} from './base/toggled.ts';

const STYLE = styleSheets(`
:host { display: block; color: var(--sim-text); }
${TICK_CSS}
input { border-radius: 5px; transition: background-color 0.12s, border-color 0.12s; }
input::before {
  inline-size: 5px; block-size: 10px; translate: 0 -1px; rotate: 45deg; border: solid var(--sim-on-accent);
  border-width: 0 2px 2px 0;
}
input:indeterminate { background: var(--sim-accent); border-color: var(--sim-accent); }
input:indeterminate::before { inline-size: 8px; block-size: 0; translate: none; rotate: none; scale: 1; opacity: 1; border-width: 0 0 2px; }
.error, .note { margin-inline-start: 30px; }
${ERROR_CSS}
${NOTE_CSS}
@media (prefers-reduced-motion: reduce) { input { transition: none; } }
`);

export class Checkbox extends PageElement {
  readonly #label = make('span');
  protected readonly input: HTMLInputElement = make('input', {id: 'input', type: 'checkbox'});
  readonly #indeterminate = new Toggled();
  readonly #error = new FieldError();
  readonly #details = new FieldDetails();
  readonly #caption = make('label', {for: 'input'}, make('slot', {name: 'label'}, this.#label));

  constructor(styles: Styles = STYLE) {
    super(styles, {delegatesFocus: true});
    this.root.append(
      make('div', {class: 'row'}, this.input, this.#caption),
      this.#details.node,
      this.#error.node,
    );
    this.input.addEventListener('input', (event) => {
      event.stopPropagation();
      this.#indeterminate.set(false);
      this.emit('input', {state: this.#state()});
    });

    for (const type of ['focus', 'blur']) this.input.addEventListener(type, () => this.emit(type));
    this.input.addEventListener('change', () => {
      this.emit('change', {state: this.#state()});
      if (this.textOf('commandFor') !== '')
        sendCommand(this, this.textOf('commandFor'), this.textOf('command'));
    });
  }

  override receive(name: string, value: unknown): void {
    if (name === 'indeterminate') this.#indeterminate.set(value);
    super.receive(name, value);
    if (name === 'defaultIndeterminate') this.#indeterminate.byDefault = this.flag('defaultIndeterminate');
    this.input.indeterminate = this.#indeterminate.on;
    if (name === 'defaultChecked') this.input.defaultChecked = this.flag('defaultChecked');
    if (name !== 'checked') return;
    this.input.checked =
      value === undefined || value === null || value === '' ? this.input.defaultChecked : Boolean(value);
  }

  override reveal(name: string): unknown {
    if (name === 'indeterminate') return this.#indeterminate.on;
    return name === 'checked' ? this.input.checked : super.reveal(name);
  }

  override differsFromDefault(): boolean {
    return this.has('defaultChecked') && this.input.checked !== this.input.defaultChecked;
  }

  override resetControl(): void {
    this.input.checked = this.input.defaultChecked;
    this.#indeterminate.set(undefined);
    this.input.indeterminate = this.#indeterminate.on;
  }

  /** Returns the state that a press changes. */
  #state(): Readonly<Record<string, unknown>> {
    const wasEither = this.has('indeterminate') || this.has('defaultIndeterminate');
    return {checked: this.input.checked, ...(wasEither ? {indeterminate: this.#indeterminate.on} : {})};
  }

  override click(): void {
    this.input.click();
  }

  protected override render(): void {
    const {input} = this;
    this.#label.textContent = this.textOf('label') || this.missingLabel();
    this.#caption.classList.toggle('unseen', this.textOf('labelAccessibilityVisibility') === 'exclusive');
    setOrRemove(input, 'aria-label', this.textOf('accessibilityLabel'));
    input.disabled = this.flag('disabled');
    input.required = this.flag('required');
    for (const name of ['name', 'value']) setOrRemove(input, name, this.textOf(name));
    this.#details.render(this.textOf('details'));
    this.#error.render(input, this.textOf('error'), this.#details.id);
  }

  /** Returns the label of a checkbox that the extension gave none. */
  protected missingLabel(): string {
    return '';
  }
}
