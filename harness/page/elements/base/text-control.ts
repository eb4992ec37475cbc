import {make, setOrRemove} from './dom.ts';
import {isDefault, PageElement} from './page-element.ts';
import {Caption, FIELD_CSS, FieldDetails, FieldError} from './field.ts';
import {formOf} from './form-of.ts';
import {iconDrawing, iconPath} from './icon-drawing.ts';
import {fieldReceived} from './save-form.ts';
import {styleSheets, type Styles} from './style.ts';
import {submitPage} from './submit-page-event.ts';

export const TEXT_CONTROL_STYLE: Styles = styleSheets(FIELD_CSS);

/** A labelled control for text, of one line or several. */
export abstract class TextControl<
  Control extends HTMLInputElement | HTMLTextAreaElement,
> extends PageElement {
  protected readonly control: Control;
  protected readonly box: HTMLElement;
  protected readonly caption: Caption = new Caption();
  protected readonly fieldError: FieldError = new FieldError();
  readonly #details = new FieldDetails();
  readonly #icon = make('span', {class: 'affix', hidden: ''});
  readonly #prefix = make('span', {class: 'affix'});
  readonly #suffix = make('span', {class: 'affix'});
  /** Values that the extension knows and has not set back yet. */
  #unanswered: string[] = [];

  constructor(control: Control, styles: Styles = TEXT_CONTROL_STYLE) {
    super(styles, {delegatesFocus: true});
    this.control = control;
    control.id = 'input';
    control.classList.add('control');

    this.box = make(
      'div',
      {class: 'box'},
      this.#icon,
      this.#prefix,
      control,
      this.#suffix,
      make('slot', {name: 'accessory'}),
    );

    // A separate form, because the browser then decides when Enter submits. It sends `change` first.
    const form = make('form', {novalidate: ''}, this.box);
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.submitImplicitly();
    });

    this.root.append(this.caption.node, form, this.#details.node, this.fieldError.node);
    this.#listen(control);
  }

  /** Handles Enter in the control. */
  protected submitImplicitly(): void {
    const around = formOf(this);
    if (around === undefined) submitPage(this);
    else around.submitImplicitly();
  }

  #listen(control: Control): void {
    control.addEventListener('input', (event) => {
      event.stopPropagation();
      this.typed('input');
    });

    for (const type of ['change', 'blur']) {
      control.addEventListener(type, (event) => {
        event.stopPropagation();
        this.#unanswered = [];
        this.emitValue(type);
      });
    }

    // Focus sends no value, because a late answer to it would undo the first keystrokes.
    control.addEventListener('focus', (event) => {
      event.stopPropagation();
      this.emit('focus');
    });
  }

  override receive(name: string, value: unknown): void {
    if (name === 'value') this.#receiveValue(value);
    if (name === 'defaultValue') this.control.defaultValue = String(value ?? '');
    if (name === 'value') fieldReceived(this, name);
    else super.receive(name, value);
  }

  override reveal(name: string): unknown {
    return name === 'value' ? this.control.value : super.reveal(name);
  }

  override differsFromDefault(): boolean {
    return this.has('defaultValue') && this.control.value !== this.control.defaultValue;
  }

  override resetControl(): void {
    this.#unanswered = [];
    this.control.value = this.control.defaultValue;
  }

  /** Ignores a late answer to an earlier keystroke, which would undo the keys typed since. */
  #receiveValue(value: unknown): void {
    const next = value === undefined || value === null ? this.control.defaultValue : String(value);
    const answered = this.#unanswered.lastIndexOf(next);
    this.#unanswered = answered === -1 ? [] : this.#unanswered.slice(answered + 1);
    if (this.#unanswered.length === 0 && this.control.value !== next) this.control.value = next;
  }

  /** Handles a new value from the customer. */
  protected typed(type: string): void {
    this.#unanswered.push(this.control.value);
    this.emitValue(type);
  }

  /** Sends an event with the current value. */
  protected emitValue(type: string): void {
    this.emit(type, {state: {value: this.control.value}});
  }

  /** Returns the id of a node that describes the control in addition to its error. */
  protected describedBy(): string {
    return this.#details.id;
  }

  #renderIcon(type: string): void {
    if ((this.#icon.dataset['type'] ?? '') === type) return;
    this.#icon.dataset['type'] = type;
    this.#icon.hidden = type === '';
    this.#icon.replaceChildren(...(type === '' ? [] : [iconDrawing(iconPath(type))]));
  }

  protected override render(): void {
    const {control} = this;
    this.#details.render(this.textOf('details'));
    this.#renderIcon(this.textOf('icon'));
    const unseen = this.textOf('labelAccessibilityVisibility') === 'exclusive';

    this.caption.render(this.textOf('label'), {required: this.flag('required'), unseen});
    for (const [node, text] of [
      [this.#prefix, this.textOf('prefix')],
      [this.#suffix, this.textOf('suffix')],
    ] as const) {
      node.textContent = text;
      node.hidden = text === '';
    }

    control.disabled = this.flag('disabled');
    control.readOnly = this.flag('readOnly');
    control.required = this.flag('required');
    for (const name of ['autocomplete', 'name', 'placeholder']) setOrRemove(control, name, this.textOf(name));
    for (const name of ['minLength', 'maxLength', 'rows'])
      setOrRemove(control, name, wholeNumber(this.textOf(name)));
    this.fieldError.render(control, this.textOf('error'), this.describedBy());
  }
}

function wholeNumber(text: string): string | undefined {
  return !isDefault(text) && Number.isInteger(Number(text)) && Number(text) >= 0 ? text : undefined;
}
