import {make, setOrRemove} from './base/dom.ts';
import {PageElement} from './base/page-element.ts';
import {styleSheets} from './base/style.ts';
import {TICK_CSS} from './base/tick-css.ts';
import {Toggled} from './base/toggled.ts';

/** The part of a choice list that its choices use. */
export interface ChoiceListLike extends Element {
  readonly manyAtOnce: boolean;
  readonly listDisabled: boolean;
  /** The choice that Tab reaches in a list of radio buttons. */
  readonly tabStop: Choice | undefined;
  chosen(choice: Choice): void;
}

const STYLE = styleSheets(`
:host { display: block; color: var(--sim-text); }
${TICK_CSS}
.text { min-inline-size: 0; flex: 1; }
label { display: block; }
.details { color: var(--sim-quiet); font-size: var(--sim-size-small); }
.within { margin-block: 8px; }
input { border-radius: 50%; transition: background-color 0.12s; }
input[type='checkbox'] { border-radius: 5px; }
input[type='radio']::before { inline-size: 8px; block-size: 8px; border-radius: 50%; background: var(--sim-on-accent); }
input[type='checkbox']::before {
  inline-size: 5px; block-size: 10px; translate: 0 -1px; rotate: 45deg; border: solid var(--sim-on-accent);
  border-width: 0 2px 2px 0;
}
input:disabled::before { background: var(--sim-quiet); }
`);

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
