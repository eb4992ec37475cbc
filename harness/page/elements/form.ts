import {make} from './base/dom.ts';
import {PageElement} from './base/page-element.ts';
import type {FormLike} from './base/form-of.ts';
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
export class Form extends PageElement implements FormLike {
  constructor() {
    super(STYLE);
    this.root.append(make('div', {class: 'content'}, make('slot')));
  }

  submit(): void {
    if (!this.flag('disabled')) this.emit('submit');
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
  }

  protected override render(): void {}

  #inside(): PageElement[] {
    return [...this.querySelectorAll('*')].filter((element) => element instanceof PageElement);
  }
}
