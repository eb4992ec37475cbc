import {make, PageElement, setOrRemove} from './base/page-element.ts';
import {styleSheets} from './base/style.ts';
import {Toggled} from './base/toggled.ts';

/** What a choice asks of the list around it. */
export interface ChoiceListLike extends Element {
  readonly manyAtOnce: boolean;
  readonly listDisabled: boolean;
  /** The one choice of a list of radio buttons that Tab reaches. */
  readonly tabStop: Choice | undefined;
  chosen(choice: Choice): void;
}

export class Choice extends PageElement {
  readonly #input = make('input', {id: 'input', type: 'radio', 'aria-describedby': 'details more'});
  readonly #selected = new Toggled();
  readonly #details = make('div', {id: 'details', class: 'details'}, make('slot', {name: 'details'}));
  readonly #more = make('div', {id: 'more', class: 'details'}, make('slot', {name: 'secondary-content'}));
  readonly #within = make('div', {class: 'within', hidden: ''}, make('slot', {name: 'selected-content'}));

  constructor() {
    super(STYLE, {delegatesFocus: true});
    const label = make('label', {for: 'input'}, make('slot'));
    const text = make('div', {class: 'text'}, label, this.#details, this.#more, this.#within);

    this.root.append(make('div', {class: 'row'}, this.#input, text));
    this.#input.addEventListener('change', (event) => {
      event.stopPropagation();
      this.on = this.#input.checked;
      this.#list?.chosen(this);
    });
  }

  override receive(name: string, value: unknown): void {
    if (name === 'selected') this.#selected.set(value);
    super.receive(name, value);
    if (name === 'defaultSelected') this.#selected.byDefault = this.flag('defaultSelected');
    if (this.#list instanceof PageElement) this.#list.changed();
  }

  override reveal(name: string): unknown {
    return name === 'selected' ? this.on : super.reveal(name);
  }

  get on(): boolean {
    return this.#selected.on;
  }

  set on(on: boolean) {
    this.#selected.set(on);
    this.changed();
  }

  get isDefault(): boolean {
    return this.#selected.byDefault;
  }

  get choiceValue(): string {
    return this.textOf('value');
  }

  get blocked(): boolean {
    return this.flag('disabled') || (this.#list?.listDisabled ?? false);
  }

  override click(): void {
    this.#input.click();
  }

  get #list(): ChoiceListLike | null {
    return this.closest<ChoiceListLike>('s-choice-list');
  }

  protected override render(): void {
    const list = this.#list;
    const input = this.#input;
    const type = list?.manyAtOnce === true ? 'checkbox' : 'radio';
    if (input.type !== type) input.type = type;

    input.checked = this.on;
    input.disabled = this.blocked;
    input.tabIndex = list === null || list.manyAtOnce || list.tabStop === this ? 0 : -1;
    setOrRemove(input, 'aria-label', this.textOf('accessibilityLabel'));
    setOrRemove(input, 'aria-invalid', this.flag('error') ? 'true' : undefined);
    this.#within.hidden = !this.on || this.querySelector(':scope > [slot="selected-content"]') === null;
  }
}

const STYLE = styleSheets(`
:host { display: block; color: var(--sim-text); }
.row { display: flex; align-items: flex-start; gap: 10px; }
.text { min-inline-size: 0; flex: 1; }
label { cursor: pointer; padding-block: 2px; overflow-wrap: anywhere; display: block; }
.details { color: var(--sim-quiet); font-size: var(--sim-size-small); }
.within { margin-block: 8px; }
input {
  appearance: none; flex: none; inline-size: 20px; block-size: 20px; margin: 4px 0; cursor: pointer; display: grid; place-content: center;
  background: var(--sim-surface); border: 1px solid var(--sim-control); border-radius: 50%; transition: background-color 0.12s;
}
input[type='checkbox'] { border-radius: 5px; }
input::before { content: ''; opacity: 0; }
input[type='radio']::before { inline-size: 8px; block-size: 8px; border-radius: 50%; background: var(--sim-on-accent); }
input[type='checkbox']::before {
  inline-size: 5px; block-size: 10px; translate: 0 -1px; rotate: 45deg; border: solid var(--sim-on-accent); border-width: 0 2px 2px 0;
}
input:checked { background: var(--sim-accent); border-color: var(--sim-accent); }
input:checked::before { opacity: 1; }
input:not(:checked):hover { border-color: var(--sim-quiet); }
input[aria-invalid='true'] { border-color: var(--sim-critical); }
.row:has(> input:disabled) { color: var(--sim-quiet); }
.row:has(> input:disabled) :is(label, input) { cursor: not-allowed; }
input:disabled { background: var(--sim-subdued); border-color: var(--sim-border); }
input:disabled::before { background: var(--sim-quiet); }
@media (forced-colors: active) { input { appearance: auto; } input::before { content: none; } }
`);
