import {isDefault, make, PageElement, setOrRemove} from './element.ts';
import {ERROR_CSS, FieldError} from './field.ts';
import {styleSheets} from './style.ts';

export class TextField extends PageElement {
  readonly #label = make('label', {for: 'input'});
  readonly #mark = make('span', {'aria-hidden': 'true', class: 'mark'});
  readonly #caption = make('div', {class: 'caption'}, this.#label, this.#mark);
  readonly #prefix = make('span', {class: 'affix'});
  readonly #suffix = make('span', {class: 'affix'});
  readonly #input = make('input', {id: 'input', type: 'text'});
  readonly #error = new FieldError();
  /** Values that the extension was told of and has not set back yet. */
  #unanswered: string[] = [];

  constructor() {
    super(STYLE, {delegatesFocus: true});
    const box = make('div', {class: 'box'}, this.#prefix, this.#input, this.#suffix, make('slot', {name: 'accessory'}));
    this.root.append(this.#caption, box, this.#error.node);
    this.#input.addEventListener('input', () => {
      this.#unanswered.push(this.#input.value);
      this.#tell('input');
    });
    for (const type of ['change', 'focus', 'blur']) {
      this.#input.addEventListener(type, (event) => {
        event.stopPropagation();
        if (type !== 'focus') this.#unanswered = [];
        this.#tell(type);
      });
    }
  }

  override receive(name: string, value: unknown): void {
    if (name === 'value') this.#receiveValue(value);
    else super.receive(name, value);
    if (name === 'defaultValue') this.#input.defaultValue = this.text('defaultValue');
  }

  override reveal(name: string): unknown {
    return name === 'value' ? this.#input.value : super.reveal(name);
  }

  /** A late answer to an earlier keystroke must not undo the keys typed since. */
  #receiveValue(value: unknown): void {
    const next = value === undefined || value === null ? this.#input.defaultValue : String(value);
    const answered = this.#unanswered.lastIndexOf(next);
    this.#unanswered = answered === -1 ? [] : this.#unanswered.slice(answered + 1);
    if (this.#unanswered.length === 0 && this.#input.value !== next) this.#input.value = next;
  }

  #tell(type: string): void {
    this.emit(type, {state: {value: this.#input.value}});
  }

  protected override render(): void {
    const input = this.#input;
    this.#label.textContent = this.text('label');
    this.#mark.hidden = !this.flag('required');
    this.#caption.hidden = this.text('label') === '';
    this.#caption.classList.toggle('unseen', this.text('labelAccessibilityVisibility') === 'exclusive');
    for (const [node, text] of [
      [this.#prefix, this.text('prefix')],
      [this.#suffix, this.text('suffix')],
    ] as const) {
      node.textContent = text;
      node.hidden = text === '';
    }
    input.disabled = this.flag('disabled');
    input.readOnly = this.flag('readOnly');
    input.required = this.flag('required');
    for (const name of ['autocomplete', 'name', 'placeholder']) setOrRemove(input, name, this.text(name));
    for (const name of ['minLength', 'maxLength']) setOrRemove(input, name, wholeNumber(this.text(name)));
    this.#error.render(input, this.text('error'));
  }
}

function wholeNumber(text: string): string | undefined {
  return !isDefault(text) && Number.isInteger(Number(text)) && Number(text) >= 0 ? text : undefined;
}

const STYLE = styleSheets(`
:host { display: block; color: var(--sim-text); }
.caption { display: flex; gap: 4px; margin-block-end: 4px; font-size: var(--sim-size-small); font-weight: 500; }
.mark::after { content: '*'; color: var(--sim-quiet); }
.box {
  display: flex; align-items: center; gap: 8px; min-block-size: 44px; padding-inline: 12px;
  background: var(--sim-surface); border: 1px solid var(--sim-control); border-radius: var(--sim-radius); transition: border-color 0.12s;
}
.box:hover { border-color: var(--sim-quiet); }
.box:has(input:focus-visible) { border-color: var(--sim-accent); box-shadow: 0 0 0 1px var(--sim-accent); }
.box:has([aria-invalid='true']) { border-color: var(--sim-critical); }
.box:has([aria-invalid='true']:focus-visible) { box-shadow: 0 0 0 1px var(--sim-critical); }
.box:has(input:disabled) { background: var(--sim-subdued); border-color: var(--sim-border); color: var(--sim-quiet); }
.box:has(input:read-only:not(:disabled)) { background: var(--sim-subdued); }
input { flex: 1; min-inline-size: 0; inline-size: 100%; padding: 8px 0; border: 0; background: none; outline: none; }
input:focus-visible { box-shadow: none; }
input:disabled { cursor: not-allowed; }
input::placeholder { color: var(--sim-quiet); opacity: 1; }
.affix { color: var(--sim-quiet); white-space: nowrap; }
.error { margin-block-start: 4px; }
${ERROR_CSS}
@media (prefers-reduced-motion: reduce) { .box { transition: none; } }
`);
