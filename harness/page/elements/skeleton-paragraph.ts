import {make, setOrRemove} from './base/dom.ts';
import {PageElement} from './base/page-element.ts';
import {styleSheets} from './base/style.ts';

/** Gives the skeleton of a paragraph without content its length. */
const FILLER =
  'A paragraph takes its place here as soon as it has loaded, and it is about as long as this one.';

const STYLE = styleSheets(`
:host { display: block; }
.lines { max-inline-size: 70ch; }
span {
  color: transparent; background: var(--sim-border); border-radius: 4px; line-height: 1.75;
  box-decoration-break: clone; user-select: none;
}
`);

export class SkeletonParagraph extends PageElement {
  readonly #text = make('span');

  constructor() {
    super(STYLE);
    this.root.append(make('div', {class: 'lines'}, this.#text));
  }

  protected override render(): void {
    const content = this.textOf('content');
    this.#text.textContent = content || FILLER;
    setOrRemove(this, 'aria-hidden', 'true');
  }
}
