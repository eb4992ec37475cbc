import {make, setOrRemove} from './base/dom.ts';
import {FONT_CSS, renderFont} from './base/font-css.ts';
import {PageElement} from './base/page-element.ts';
import {styleSheets} from './base/style.ts';
import {TONES} from './base/tones.ts';
import {renderVisibility} from './base/visibility.ts';

const STYLE = styleSheets(`
:host { display: block; }
div { max-inline-size: 70ch; overflow-wrap: anywhere; text-wrap: pretty; }
[data-align='start'] { text-align: start; }
[data-align='center'] { text-align: center; max-inline-size: none; }
[data-align='end'] { text-align: end; max-inline-size: none; }
[data-type='small'] { font-size: var(--sim-size-small); }
${FONT_CSS}
`);

export class Paragraph extends PageElement {
  readonly #paragraph = make('div', {}, make('slot'));

  constructor() {
    super(STYLE);
    this.root.append(this.#paragraph);
  }

  protected override render(): void {
    setOrRemove(this, 'role', 'paragraph');
    setOrRemove(this.#paragraph, 'data-tone', this.choice('tone', TONES));

    setOrRemove(this.#paragraph, 'data-color', this.choice('color', ['', 'subdued']));
    renderFont(this.#paragraph, (name) => this.textOf(name));
    setOrRemove(this.#paragraph, 'data-type', this.choice('type', ['paragraph', 'small']));
    setOrRemove(this.#paragraph, 'data-align', this.choice('textAlign', ['', 'start', 'center', 'end']));
    renderVisibility(this, this.#paragraph, this.textOf('accessibilityVisibility'));
  }
}
