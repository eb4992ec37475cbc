import {sendCommand} from './base/command.ts';
import {make, setOrRemove} from './base/dom.ts';
import {PageElement} from './base/page-element.ts';
import {ERROR_CSS, FieldDetails, FieldError, NOTE_CSS} from './base/field.ts';
import {styleSheets, type Styles} from './base/style.ts';
import {TICK_CSS} from './base/tick-css.ts';

const STYLE = styleSheets(`
:host { display: block; color: var(--sim-text); }
${TICK_CSS}
input { border-radius: 5px; transition: background-color 0.12s, border-color 0.12s; }
input::before {
  inline-size: 5px; block-size: 10px; translate: 0 -1px; rotate: 45deg; border: solid var(--sim-on-accent);
  border-width: 0 2px 2px 0;
}
.error, .note { margin-inline-start: 30px; }
${ERROR_CSS}
${NOTE_CSS}
@media (prefers-reduced-motion: reduce) { input { transition: none; } }
`);

export class Checkbox extends PageElement {
  readonly #label = make('span');
  protected readonly input: HTMLInputElement = make('input', {id: 'input', type: 'checkbox'});
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
    this.input.addEventListener('change', () => {
      this.emit('change', {state: {checked: this.input.checked}});
      if (this.textOf('commandFor') !== '')
        sendCommand(this, this.textOf('commandFor'), this.textOf('command'));
    });
  }

  override receive(name: string, value: unknown): void {
    super.receive(name, value);
    if (name === 'defaultChecked') this.input.defaultChecked = this.flag('defaultChecked');
    if (name !== 'checked') return;
    this.input.checked =
      value === undefined || value === null || value === '' ? this.input.defaultChecked : Boolean(value);
  }

  override reveal(name: string): unknown {
    return name === 'checked' ? this.input.checked : super.reveal(name);
  }

  override resetControl(): void {
    this.input.checked = this.input.defaultChecked;
  }

  override click(): void {
    this.input.click();
  }

  protected override render(): void {
    const {input} = this;
    this.#label.textContent = this.textOf('label') || this.missingLabel();
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
