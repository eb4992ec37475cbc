import {make, PageElement} from './base/page-element.ts';
import type {FormLike} from './base/form-of.ts';
import {flow, styleSheets} from './base/style.ts';

/**
 * Constraints of its fields do not hold a form back: `required`, `min` and their like add meaning, and what is wrong
 * is for the extension to say in `error` (published types, `BasicFieldProps`).
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

const PRESSED: ReadonlySet<string> = new Set(['s-button', 's-clickable']);

/** Fields that hold one line of text, in which Enter submits. */
const ONE_LINE = /^s-(text|email|url|password|phone|consent-phone|number|money|date)-field$/;

const STYLE = styleSheets(`
:host { display: block; color: var(--sim-text); }
${flow('.content', 16)}
`);
