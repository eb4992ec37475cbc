import {make, setOrRemove} from './base/dom.ts';
import {HEADING_LEVEL_ATTRIBUTE} from './base/heading-level.ts';
import {PageElement} from './base/page-element.ts';
import {flow, styleSheets} from './base/style.ts';
import {surroundingsChanged} from './base/surroundings.ts';

const STYLE = styleSheets(`
:host { display: block; color: var(--sim-text); }
h2 { margin-block-end: 12px; padding-inline-end: 96px; font-size: var(--sim-size-base); }
${flow('.content', 12)}
`);

/** The content of a block in the admin. The page shows `collapsedSummary` in place of a collapsed block. */
export class AdminBlock extends PageElement {
  readonly #heading = make('h2');

  constructor() {
    super(STYLE);
    this.root.append(this.#heading, make('div', {class: 'content'}, make('slot')));
  }

  protected override render(): void {
    const heading = this.textOf('heading');
    this.#heading.textContent = heading;
    this.#heading.hidden = heading === '';
    setOrRemove(this, 'role', heading === '' ? undefined : 'group');
    setOrRemove(this, 'aria-label', heading);
    setOrRemove(this, HEADING_LEVEL_ATTRIBUTE, '3');
  }

  disconnectedCallback(): void {
    surroundingsChanged(this);
  }

  protected override rendered(): void {
    surroundingsChanged(this);
  }
}
