import {make, setOrRemove} from './base/dom.ts';
import {PageElement} from './base/page-element.ts';
import {styleSheets} from './base/style.ts';

const STYLE = styleSheets(`
:host { display: inline-block; vertical-align: middle; }
span {
  display: inline-grid; place-content: center; min-inline-size: 38px; block-size: 24px; padding: 0 6px;
  text-transform: capitalize;
  font-size: 0.6875rem; font-weight: 600; white-space: nowrap; border: 1px solid var(--sim-border); border-radius: 4px;
  color: var(--sim-quiet); background: var(--sim-surface);
}
`);

/** The name of a payment method, in place of its logo. */
export class PaymentIcon extends PageElement {
  readonly #name = make('span', {'aria-hidden': 'true'});

  constructor() {
    super(STYLE);
    this.root.append(this.#name);
  }

  protected override render(): void {
    const type = this.textOf('type');
    const name = type.replaceAll('-', ' ');
    this.#name.textContent = name;
    this.#name.hidden = type === '';
    setOrRemove(this, 'role', type === '' ? undefined : 'img');
    setOrRemove(this, 'aria-label', type === '' ? undefined : this.textOf('accessibilityLabel') || name);
  }
}
