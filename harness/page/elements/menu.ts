import {make, setOrRemove} from './base/dom.ts';
import {PageElement} from './base/page-element.ts';
import {Floating, FLOATING_CSS} from './base/floating.ts';
import {styleSheets} from './base/style.ts';

const STYLE = styleSheets(`
${FLOATING_CSS}
:host(:popover-open) { display: block; }
.items { display: flex; flex-direction: column; padding: 6px; min-inline-size: 180px; }
`);

/** A menu of buttons. The button whose `commandFor` names it opens it. */
export class Menu extends Floating {
  constructor() {
    super(STYLE);
    this.root.append(make('div', {class: 'items'}, make('slot')));
    this.addEventListener('keydown', (event) => this.#move(event));
    // In the capture phase, because an item does not let its click bubble.
    this.addEventListener('click', (event) => this.#close(event), true);
    this.addEventListener('focusout', ({relatedTarget}) => {
      if (relatedTarget instanceof Node && !this.contains(relatedTarget)) this.close();
    });

    new MutationObserver(() => this.#items().forEach((item) => item.changed())).observe(this, {
      childList: true,
    });
  }

  protected override opened(): void {
    this.#items()[0]?.focus();
  }

  protected override render(): void {
    setOrRemove(this, 'role', 'menu');
    setOrRemove(this, 'aria-label', this.textOf('accessibilityLabel') || 'Menu');
  }

  #close({target}: MouseEvent): void {
    if (target instanceof Element && target.closest('[role="menuitem"]:not([aria-disabled])') !== null)
      this.close();
  }

  #move(event: KeyboardEvent): void {
    const items = this.#items();
    const at = items.findIndex((item) => item === event.target);
    const to = {ArrowDown: at + 1, ArrowUp: at - 1 + items.length, Home: 0, End: items.length - 1}[event.key];
    if (to === undefined || items.length === 0) return;
    event.preventDefault();
    items[to % items.length]?.focus();
  }

  #items(): PageElement[] {
    return [...this.querySelectorAll('[role="menuitem"]:not([aria-disabled])')].filter(
      (item) => item instanceof PageElement,
    );
  }
}
