import {Choice, type ChoiceListLike} from './choice.ts';
import {make, setOrRemove} from './base/dom.ts';
import {PageElement} from './base/page-element.ts';
import {Caption, CAPTION_CSS, ERROR_CSS, FieldDetails, NOTE_CSS} from './base/field.ts';
import {styleSheets} from './base/style.ts';

const STYLE = styleSheets(`
${CAPTION_CSS}
${ERROR_CSS}
${NOTE_CSS}
:host { display: block; color: var(--sim-text); }
.caption { margin-block-end: 8px; }
.choices { display: flex; flex-direction: column; gap: 6px; }
.choices[data-variant='inline'] { flex-direction: row; flex-wrap: wrap; gap: 6px 20px; }
.choices[data-variant='grid'] {
  display: grid; grid-template-columns: repeat(auto-fill, minmax(160px, 1fr)); gap: 6px 20px;
}
.error, .note { margin-block-start: 4px; }
`);

/** Radio buttons, or checkboxes if several may be chosen. */
export class ChoiceList extends PageElement implements ChoiceListLike {
  readonly #caption = new Caption();
  readonly #error = make('p', {class: 'error', hidden: ''});
  readonly #details = new FieldDetails();
  /** The values that the extension has set. They override the ticked choices. */
  #given: readonly string[] | undefined;
  readonly #choices = make('div', {class: 'choices'}, make('slot'));

  constructor() {
    super(STYLE);
    this.root.append(this.#caption.node, this.#choices, this.#details.node, this.#error);
    new MutationObserver(() => this.changed()).observe(this, {childList: true, subtree: true});
    this.addEventListener('keydown', (event) => this.#move(event));
  }

  get manyAtOnce(): boolean {
    return this.flag('multiple');
  }

  get listDisabled(): boolean {
    return this.flag('disabled');
  }

  get tabStop(): Choice | undefined {
    const open = this.#all().filter((choice) => !choice.blocked);
    return open.find((choice) => choice.on) ?? open[0];
  }

  override receive(name: string, value: unknown): void {
    super.receive(name, value);
    if (name === 'values') this.#given = Array.isArray(value) ? value.map(String) : undefined;
  }

  override reveal(name: string): unknown {
    return name === 'values' ? this.#values() : super.reveal(name);
  }

  override differsFromDefault(): boolean {
    const defaults = this.#all().filter((choice) => choice.isDefault);
    const values = defaults.map((choice) => choice.choiceValue);
    return defaults.length > 0 && JSON.stringify(values) !== JSON.stringify(this.#values());
  }

  override resetControl(): void {
    this.#given = undefined;
    for (const choice of this.#all()) choice.on = choice.isDefault;
    this.changed();
  }

  /** Handles a choice that the customer has ticked or unticked. */
  chosen(choice: Choice): void {
    if (!this.manyAtOnce) for (const other of this.#all()) if (other !== choice) other.on = false;
    if (this.#given !== undefined) this.#given = this.#values();
    this.changed();
    for (const type of ['input', 'change']) this.emit(type, {state: {values: this.#values()}});
  }

  protected override render(): void {
    const label = this.textOf('label');
    setOrRemove(this, 'role', this.manyAtOnce ? 'group' : 'radiogroup');
    setOrRemove(this, 'aria-label', label);
    setOrRemove(this, 'aria-disabled', this.listDisabled ? 'true' : undefined);
    this.#caption.render(label, {unseen: this.textOf('labelAccessibilityVisibility') === 'exclusive'});
    setOrRemove(
      this.#choices,
      'data-variant',
      this.choice('variant', ['auto', 'list', 'inline', 'block', 'grid']),
    );

    const error = this.textOf('error');
    this.#error.textContent = error;
    this.#error.hidden = error === '';
    // An id cannot refer into the shadow tree, so the attribute holds the text itself.
    const details = this.textOf('details');
    this.#details.render(details);
    setOrRemove(this, 'aria-description', `${error} ${details}`.trim());
    for (const choice of this.#all()) {
      if (this.#given !== undefined) choice.on = this.#given.includes(choice.choiceValue);
      choice.changed();
    }
  }

  /** Moves between radio buttons by arrow keys, and chooses, as a native group does. */
  #move(event: KeyboardEvent): void {
    const direction = {ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1}[event.key];
    const open = this.#all().filter((choice) => !choice.blocked);
    const at = open.findIndex((choice) => choice === event.target);
    if (direction === undefined || this.manyAtOnce || at === -1) return;

    event.preventDefault();
    const next = open[(at + direction + open.length) % open.length];
    next?.focus();
    if (next !== undefined && !next.on) next.click();
  }

  #values(): string[] {
    return this.#all()
      .filter((choice) => choice.on)
      .map((choice) => choice.choiceValue);
  }

  #all(): Choice[] {
    return [...this.querySelectorAll('s-choice')].filter((element) => element instanceof Choice);
  }
}
