import {make, setOrRemove} from './base/dom.ts';
import {isDefault, PageElement} from './base/page-element.ts';
import {Caption, FIELD_CSS, FieldDetails, FieldError} from './base/field.ts';
import {styleSheets} from './base/style.ts';

const OPTION_STYLE = styleSheets(':host { display: none; }');

const SELECT_STYLE = styleSheets(`
${FIELD_CSS}
.box { padding: 0; position: relative; }
select.control {
  appearance: none; padding: 8px 36px 8px 12px; min-block-size: 42px; cursor: pointer; text-overflow: ellipsis;
}
option { color: var(--sim-text); background: var(--sim-surface); }
.box::after {
  content: ''; position: absolute; inset-inline-end: 16px; inline-size: 7px; block-size: 7px; rotate: 45deg;
  translate: 0 -2px;
  border: solid currentColor; border-width: 0 1.6px 1.6px 0; pointer-events: none;
}
`);

/** The part of an option group that its select reads. */
interface OptionGroupLike extends Element {
  readonly label?: unknown;
  readonly disabled?: unknown;
}

/** An option of a select. The select renders it. */
export class Option extends PageElement {
  constructor() {
    super(OPTION_STYLE);
  }

  get label(): string {
    return (this.textContent ?? '').replace(/\s+/g, ' ').trim();
  }

  get optionValue(): string {
    return this.textOf('value') || this.label;
  }

  get isDisabled(): boolean {
    return this.flag('disabled');
  }

  get isSelected(): boolean {
    return this.flag('selected') || this.isDefault;
  }

  get isDefault(): boolean {
    return this.flag('defaultSelected');
  }

  /** The group around the option. */
  get group(): OptionGroupLike | null {
    return this.closest<OptionGroupLike>('s-option-group');
  }

  get accessibleName(): string {
    return this.textOf('accessibilityLabel');
  }

  protected override render(): void {
    const list = this.closest('s-select');
    if (list instanceof Select) list.changed();
  }
}

export class Select extends PageElement {
  readonly #control = make('select', {id: 'input', class: 'control'});
  readonly #caption = new Caption();
  readonly #error = new FieldError();
  readonly #details = new FieldDetails();
  /** The value that the customer chose or the extension set. */
  #chosen: string | undefined;
  #rendered = '';

  constructor() {
    super(SELECT_STYLE, {delegatesFocus: true});
    const source = make('div', {hidden: ''}, make('slot'));

    this.root.append(
      this.#caption.node,
      make('div', {class: 'box'}, this.#control),
      this.#details.node,
      this.#error.node,
      source,
    );

    new MutationObserver(() => this.changed()).observe(this, {
      childList: true,
      subtree: true,
      characterData: true,
    });

    this.#control.addEventListener('focus', (event) => {
      event.stopPropagation();
      this.emit('focus');
    });

    for (const type of this.sentTypes()) {
      this.#control.addEventListener(type, (event) => {
        event.stopPropagation();
        this.#chosen = this.#control.value;
        this.emit(type, {state: {value: this.#control.value}});
      });
    }
  }

  /** Returns the types of the events that carry the value. */
  protected sentTypes(): readonly string[] {
    return ['input', 'change', 'blur'];
  }

  override receive(name: string, value: unknown): void {
    if (name === 'value') this.#chosen = value === undefined || value === null ? undefined : String(value);
    super.receive(name, value);
  }

  override reveal(name: string): unknown {
    return name === 'value' ? (this.#chosen ?? this.#control.value) : super.reveal(name);
  }

  override differsFromDefault(): boolean {
    const first = this.options().find((option) => option.isDefault);
    return first !== undefined && this.reveal('value') !== first.optionValue;
  }

  override resetControl(): void {
    this.#chosen = this.options().find((option) => option.isDefault)?.optionValue;
    this.changed();
  }

  protected override render(): void {
    const control = this.#control;
    const unseen = this.textOf('labelAccessibilityVisibility') === 'exclusive';
    this.#caption.render(this.textOf('label'), {required: this.flag('required'), unseen});
    this.#renderOptions();
    control.disabled = this.flag('disabled');
    control.required = this.flag('required');
    for (const name of ['autocomplete', 'name']) setOrRemove(control, name, this.textOf(name));
    this.#details.render(this.textOf('details'));
    this.#error.render(control, this.textOf('error'), this.#details.id);
  }

  /** Makes the native options equal to the slotted ones, and selects the chosen value. */
  #renderOptions(): void {
    const options = this.options();
    const placeholder = this.textOf('placeholder');
    const rendered = JSON.stringify([
      placeholder,
      options.map((one) => [one.optionValue, one.label, one.isDisabled, one.accessibleName, groupOf(one)]),
    ]);

    if (rendered !== this.#rendered) {
      this.#rendered = rendered;
      const rows = options.map((option) => {
        const row = make('option', {value: option.optionValue}, option.label);
        row.disabled = option.isDisabled;
        setOrRemove(row, 'aria-label', option.accessibleName);
        return row;
      });
      const first = make('option', {value: '', disabled: '', hidden: ''}, placeholder);
      this.#control.replaceChildren(...(placeholder === '' ? [] : [first]), ...grouped(options, rows));
    }

    const marked = options.find((option) => option.isSelected)?.optionValue;
    const value = isDefault(this.#chosen) ? (marked ?? '') : (this.#chosen ?? '');
    if (value !== '' || placeholder !== '') this.#control.value = value;
  }

  protected options(): Option[] {
    return [...this.querySelectorAll('s-option')].filter((element) => element instanceof Option);
  }
}

/** Puts the rows of grouped options into their groups, in the order of the first option of each. */
function grouped(options: readonly Option[], rows: readonly HTMLOptionElement[]): readonly HTMLElement[] {
  const groups = new Map<Element, HTMLOptGroupElement>();
  const nodes = new Set<HTMLElement>();

  options.forEach((option, at) => {
    const row = rows[at];
    if (row === undefined) return;
    if (option.group === null) return void nodes.add(row);

    const [label, isDisabled] = groupOf(option);
    const group = groups.get(option.group) ?? make('optgroup', {label});
    group.disabled = isDisabled;
    groups.set(option.group, group);
    group.append(row);
    nodes.add(group);
  });

  return [...nodes];
}

function groupOf({group}: Option): readonly [label: string, isDisabled: boolean] {
  return [String(group?.label ?? ''), Boolean(group?.disabled)];
}
