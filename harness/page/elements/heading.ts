import {make, setOrRemove} from './base/dom.ts';
import {PageElement} from './base/page-element.ts';
import {FONT_CSS, renderFont} from './base/font-css.ts';
import {headingLevel} from './base/heading-level.ts';
import {styleSheets} from './base/style.ts';

const STYLE = styleSheets(`
:host {
  display: block; color: var(--sim-text); font-size: var(--sim-size-large); font-weight: 600; line-height: 1.3;
  overflow-wrap: anywhere; text-wrap: balance;
}
:host(:is([aria-level='3'], [aria-level='4'], [aria-level='5'], [aria-level='6'])) { font-size: var(--sim-size-base); }
${FONT_CSS}
`);

export class Heading extends PageElement {
  readonly #text = make('span', {}, make('slot'));

  constructor() {
    super(STYLE);
    this.root.append(this.#text);
  }

  protected override render(): void {
    const role = this.choice('accessibilityRole', ['heading', 'presentation', 'none']);
    setOrRemove(this, 'role', role === 'none' ? undefined : role);
    setOrRemove(this, 'aria-hidden', role === 'none' ? 'true' : undefined);
    setOrRemove(this, 'aria-level', role === 'heading' ? String(headingLevel(this)) : undefined);
    renderFont(this.#text, (name) => this.textOf(name));
  }
}
