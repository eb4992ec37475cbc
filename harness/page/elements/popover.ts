import {boxCss} from './base/box-css.ts';
import {make} from './base/dom.ts';
import {Floating, FLOATING_CSS} from './base/floating.ts';
import type {Interesting} from './base/interest.ts';
import {flow, styleSheets} from './base/style.ts';

const STYLE = styleSheets(`
${FLOATING_CSS}
:host(:popover-open) { display: block; }
.content { padding: 12px 16px; overflow: auto; }
${flow('.content', 12)}
`);

export class Popover extends Floating implements Interesting {
  readonly #sheet = new CSSStyleSheet();
  /** Whether the pointer or the focus on the invoker opened it, not a press. */
  #byInterest = false;

  constructor() {
    super(STYLE);
    this.root.adoptedStyleSheets.push(this.#sheet);
    this.root.append(make('div', {class: 'content'}, make('slot')));
  }

  showFor(invoker: HTMLElement): void {
    if (this.isOpen) return;
    this.#byInterest = true;
    this.openAt(invoker);
  }

  leave(): void {
    if (this.#byInterest) this.close();
  }

  protected override opened(): void {
    this.emit('show');
  }

  protected override closed(): void {
    this.#byInterest = false;
    this.emit('hide');
  }

  protected override render(): void {
    this.#sheet.replaceSync(boxCss('.content', (property) => this.textOf(property)));
  }
}
