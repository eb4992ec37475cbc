import {make, setOrRemove} from './base/dom.ts';
import {PageElement} from './base/page-element.ts';
import {Floating, FLOATING_CSS} from './base/floating.ts';
import type {Interesting} from './base/interest.ts';
import {styleSheets} from './base/style.ts';

const INVOKERS = 's-button, s-clickable, s-link';

const STYLE = styleSheets(`
${FLOATING_CSS}
:host {
  max-inline-size: min(280px, calc(100vw - 16px)); padding: 6px 10px; font-size: var(--sim-size-small);
  pointer-events: none;
  color: var(--sim-surface); background: var(--sim-text); border-color: transparent; border-radius: 6px;
}
:host(:popover-open) { display: block; }
`);

export class Tooltip extends Floating implements Interesting {
  constructor() {
    super(STYLE);
    this.root.append(make('slot'));
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // Invokers before it in the document could not refer to it yet.
    for (const invoker of document.querySelectorAll(INVOKERS)) {
      if (invoker instanceof PageElement && Reflect.get(invoker, 'interestFor') === this.id)
        invoker.changed();
    }
  }

  showFor(invoker: HTMLElement): void {
    this.openAt(invoker);
  }

  leave(): void {
    this.close();
  }

  override obey(): boolean {
    return false;
  }

  protected override get expands(): boolean {
    return false;
  }

  protected override render(): void {
    setOrRemove(this, 'role', 'tooltip');
  }
}
