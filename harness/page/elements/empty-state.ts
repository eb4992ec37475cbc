import {make} from './base/dom.ts';
import {PageElement} from './base/page-element.ts';
import {slotBox} from './base/slot-box.ts';
import {styleSheets} from './base/style.ts';

const STYLE = styleSheets(`
:host { display: block; color: var(--sim-text); }
.state { display: flex; flex-direction: column; align-items: center; gap: 12px; padding: 32px 16px; text-align: center; }
h2 { font-size: var(--sim-size-large); }
.subheading { color: var(--sim-quiet); max-inline-size: 60ch; }
.actions { display: flex; flex-wrap: wrap; gap: 8px; justify-content: center; }
`);

/** The content of a place that has nothing to show yet. */
export class EmptyState extends PageElement {
  readonly #heading = make('h2');

  constructor() {
    super(STYLE);
    this.root.append(
      make(
        'div',
        {class: 'state'},
        slotBox('graphic', 'graphic'),
        this.#heading,
        slotBox('subheading', 'subheading'),
        slotBox('actions', 'secondary-actions', 'primary-action'),
      ),
    );
  }

  protected override render(): void {
    this.#heading.textContent = this.textOf('heading');
    this.#heading.hidden = this.textOf('heading') === '';
  }
}
