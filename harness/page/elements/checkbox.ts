import {sendCommand} from './base/command.ts';
import {make, PageElement, setOrRemove} from './base/page-element.ts';
import {ERROR_CSS, FieldError} from './base/field.ts';
import {styleSheets, type Styles} from './base/style.ts';

export class Checkbox extends PageElement {
  readonly #label = make('span');
  protected readonly input: HTMLInputElement = make('input', {id: 'input', type: 'checkbox'});
  readonly #error = new FieldError();
  readonly #caption = make('label', {for: 'input'}, make('slot', {name: 'label'}, this.#label));

  constructor(styles: Styles = STYLE) {
    super(styles, {delegatesFocus: true});
    this.root.append(make('div', {class: 'row'}, this.input, this.#caption), this.#error.node);
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
    this.#error.render(input, this.textOf('error'));
  }

  /** What stands where the extension gives no label. */
  protected missingLabel(): string {
    return '';
  }
}

/** Consent to a policy; the platform has a wording of its own, which is not public. */
export class ConsentCheckbox extends Checkbox {
  protected override missingLabel(): string {
    return this.textOf('policy') === 'sms-marketing' ? 'Text me with news and offers' : '';
  }
}

const STYLE = styleSheets(`
:host { display: block; color: var(--sim-text); }
.row { display: flex; align-items: flex-start; gap: 10px; }
label { cursor: pointer; padding-block: 2px; overflow-wrap: anywhere; }
input {
  appearance: none; flex: none; inline-size: 20px; block-size: 20px; margin: 4px 0; cursor: pointer; display: grid; place-content: center;
  background: var(--sim-surface); border: 1px solid var(--sim-control); border-radius: 5px;
  transition: background-color 0.12s, border-color 0.12s;
}
input::before {
  content: ''; inline-size: 5px; block-size: 10px; translate: 0 -1px; rotate: 45deg;
  border: solid var(--sim-on-accent); border-width: 0 2px 2px 0; opacity: 0;
}
input:checked { background: var(--sim-accent); border-color: var(--sim-accent); }
input:checked::before { opacity: 1; }
input:not(:checked):hover { border-color: var(--sim-quiet); }
input[aria-invalid='true'] { border-color: var(--sim-critical); }
.row:has(input:disabled) { color: var(--sim-quiet); }
.row:has(input:disabled) :is(label, input) { cursor: not-allowed; }
input:disabled { background: var(--sim-subdued); border-color: var(--sim-border); }
input:disabled::before { border-color: var(--sim-quiet); }
.error { margin-inline-start: 30px; }
${ERROR_CSS}
@media (forced-colors: active) { input { appearance: auto; } input::before { content: none; } }
@media (prefers-reduced-motion: reduce) { input { transition: none; } }
`);
