import {make, setOrRemove} from './base/dom.ts';
import {FONT_CSS, renderFont} from './base/font-css.ts';
import {followInterest} from './base/interest.ts';
import {PageElement} from './base/page-element.ts';
import {styleSheets} from './base/style.ts';
import {TONES} from './base/tones.ts';
import {renderVisibility} from './base/visibility.ts';

/** The ARIA role of each type, after the HTML element that the published types name for it. */
const ROLES = {
  generic: '',
  address: 'group',
  redundant: 'deletion',
  mark: 'mark',
  emphasis: 'emphasis',
  offset: '',
  small: '',
  strong: 'strong',
} as const;

const STYLE = styleSheets(`
:host { display: inline; font-size: inherit; line-height: inherit; }
span { overflow-wrap: anywhere; }
[data-type='small'] { font-size: var(--sim-size-small); }
[data-type='strong'] { font-weight: 600; }
:is([data-type='emphasis'], [data-type='offset']) { font-style: italic; }
[data-type='redundant'] { text-decoration: line-through; }
[data-type='redundant']:not([data-tone]) { color: var(--sim-quiet); }
${FONT_CSS}
[data-type='mark'] {
  padding: 0 3px; border-radius: 3px; color: var(--sim-warning); background: var(--sim-warning-surface);
}
`);

export class Text extends PageElement {
  readonly #text = make('span', {}, make('slot'));

  constructor() {
    super(STYLE);
    this.root.append(this.#text);
    followInterest(this, () => this.textOf('interestFor'));
  }

  protected override render(): void {
    const type = this.choice('type', [
      'generic',
      'address',
      'redundant',
      'mark',
      'emphasis',
      'offset',
      'small',
      'strong',
    ]);

    setOrRemove(this, 'role', ROLES[type]);
    setOrRemove(this.#text, 'data-type', type);
    setOrRemove(this.#text, 'data-tone', this.choice('tone', TONES));

    setOrRemove(this.#text, 'data-color', this.choice('color', ['', 'subdued']));
    renderFont(this.#text, (name) => this.textOf(name));
    this.#text.hidden = this.textOf('display') === 'none';
    renderVisibility(this, this.#text, this.textOf('accessibilityVisibility'));
  }
}
