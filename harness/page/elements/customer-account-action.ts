import {make, retag, setOrRemove} from './base/dom.ts';
import {PageElement} from './base/page-element.ts';
import {headingLevel} from './base/heading-level.ts';
import {slotBox} from './base/slot-box.ts';
import {flow, styleSheets} from './base/style.ts';

const STYLE = styleSheets(`
:host { display: block; color: var(--sim-text); }
.panel {
  display: flex; flex-direction: column; gap: 16px; padding: 20px; background: var(--sim-surface);
  border: 1px solid var(--sim-border); border-radius: 12px;
}
h1, h2, h3, h4, h5, h6 { font-size: var(--sim-size-large); }
${flow('.content', 12)}
.actions {
  display: flex; flex-wrap: wrap; justify-content: flex-end; gap: 8px; padding-block-start: 16px;
  border-block-start: 1px solid var(--sim-border);
}
`);

/** The content of the dialog that the customer account opens for an action on an order. */
export class CustomerAccountAction extends PageElement {
  #heading: HTMLElement = make('h2');
  readonly #panel = make(
    'div',
    {class: 'panel'},
    this.#heading,
    make('div', {class: 'content'}, make('slot')),
    slotBox('actions', 'secondary-actions', 'primary-action'),
  );

  constructor() {
    super(STYLE);
    this.root.append(this.#panel);
  }

  protected override render(): void {
    const heading = this.textOf('heading');
    this.#heading = retag(this.#heading, `h${headingLevel(this)}`);
    this.#heading.textContent = heading;
    this.#heading.hidden = heading === '';
    setOrRemove(this, 'role', 'group');
    setOrRemove(this, 'aria-label', heading);
  }
}
