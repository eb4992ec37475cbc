import {make, setOrRemove} from './base/dom.ts';
import {INLINE_CSS} from './base/inline-css.ts';
import {PageElement} from './base/page-element.ts';
import {styleSheets} from './base/style.ts';

const STYLE = styleSheets(`${INLINE_CSS} abbr { text-underline-offset: 0.2em; }`);

export class Abbreviation extends PageElement {
  readonly #abbreviation = make('abbr', {}, make('slot'));

  constructor() {
    super(STYLE);
    this.root.append(this.#abbreviation);
  }

  protected override render(): void {
    setOrRemove(this.#abbreviation, 'title', this.textOf('title'));
  }
}
