import {make} from './base/dom.ts';
import type {FormLike} from './base/form-of.ts';
import {PageElement} from './base/page-element.ts';
import {FIELD_RECEIVED, SAVE_FORM_CHANGE, type SaveForm} from './base/save-form.ts';
import {flow, styleSheets} from './base/style.ts';

const PRESSED: ReadonlySet<string> = new Set(['s-button', 's-clickable']);

/** The fields of one line, in which Enter submits. */
const ONE_LINE = /^s-(text|email|url|password|phone|consent-phone|number|money|date)-field$/;

const STYLE = styleSheets(`
:host { display: block; color: var(--sim-text); }
${flow('.content', 16)}
`);

/**
 * A form. Constraints of its fields, such as `required` and `min`, do not stop it from being submitted: the
 * extension reports problems in `error` (published types, `BasicFieldProps`).
 */
export class Form extends PageElement implements FormLike, SaveForm {
  /** The values of the fields at the last save. Without one, the defaults count. */
  readonly #saved = new Map<PageElement, string>();

  constructor() {
    super(STYLE);
    this.root.append(make('div', {class: 'content'}, make('slot')));
    // The events of fields do not bubble, but a form captures them on their way.
    for (const type of ['input', 'change', FIELD_RECEIVED])
      this.addEventListener(type, () => this.#fieldChanged(), {capture: true});
    new MutationObserver(() => this.#fieldChanged()).observe(this, {childList: true, subtree: true});
  }

  get isDirty(): boolean {
    return this.#inside().some((field) => {
      const saved = this.#saved.get(field);
      return saved === undefined ? field.differsFromDefault() : saved !== field.savedValue();
    });
  }

  async save(): Promise<void> {
    await this.emitAndWait('submit');
    for (const field of this.#inside()) this.#saved.set(field, field.savedValue());
    this.#fieldChanged();
  }

  discard(): void {
    this.reset();
    this.emit('reset');
  }

  submit(): void {
    // The extension reports a rejected promise itself; the save bar waits for its own calls of `save`.
    if (!this.flag('disabled')) void this.save().catch(() => {});
  }

  submitImplicitly(): void {
    if (this.flag('disabled')) return;
    const button = this.#inside().find(
      (element) => Reflect.get(element, 'type') === 'submit' && PRESSED.has(element.localName),
    );
    if (button !== undefined) button.click();
    else if (this.#inside().filter(({localName}) => ONE_LINE.test(localName)).length === 1) this.submit();
  }

  reset(): void {
    for (const element of this.#inside()) element.resetControl();
    this.#saved.clear();
    this.#fieldChanged();
  }

  protected override render(): void {}

  #fieldChanged(): void {
    this.dispatchEvent(new CustomEvent(SAVE_FORM_CHANGE, {bubbles: true, composed: true}));
  }

  #inside(): PageElement[] {
    return [...this.querySelectorAll('*')].filter((element) => element instanceof PageElement);
  }
}
