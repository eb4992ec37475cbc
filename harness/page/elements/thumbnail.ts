import {make, setOrRemove} from './base/dom.ts';
import {PLACEHOLDER_CSS, renderImage} from './base/image-node.ts';
import {PageElement} from './base/page-element.ts';
import {styleSheets} from './base/style.ts';

const STYLE = styleSheets(`
:host { display: inline-block; vertical-align: middle; }
img {
  display: block; inline-size: var(--size, 40px); block-size: var(--size, 40px); object-fit: cover;
  border: 1px solid var(--sim-border); border-radius: 6px; ${PLACEHOLDER_CSS}
}
[data-size='small-200'] { --size: 24px; }
[data-size='small-100'] { --size: 28px; }
[data-size='small'] { --size: 32px; }
[data-size='large'] { --size: 60px; }
[data-size='large-100'] { --size: 80px; }
`);

/** A small image. */
export class Thumbnail extends PageElement {
  readonly #image = make('img');

  constructor() {
    super(STYLE);
    this.root.append(this.#image);
    for (const type of ['load', 'error']) this.#image.addEventListener(type, () => this.emit(type));
  }

  protected override render(): void {
    renderImage(this.#image, (property) => this.textOf(property));
    const sizes = ['base', 'small-200', 'small-100', 'small', 'large', 'large-100'] as const;
    setOrRemove(this.#image, 'data-size', this.choice('size', sizes));
  }
}
