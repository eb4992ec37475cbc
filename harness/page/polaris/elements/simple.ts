import {make, setOrRemove} from '../../elements/base/dom.ts';
import {PLACEHOLDER_CSS, renderImage} from '../../elements/base/image-node.ts';
import {PageElement} from '../../elements/base/page-element.ts';
import {slotBox} from '../../elements/base/slot-box.ts';
import {styleSheets} from '../../elements/base/style.ts';
import {Image} from '../../elements/image.ts';
import {Text} from '../../elements/text.ts';

const EMPTY_STATE_STYLE = styleSheets(`
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
    super(EMPTY_STATE_STYLE);
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

const THUMBNAIL_STYLE = styleSheets(`
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
    super(THUMBNAIL_STYLE);
    this.root.append(this.#image);
    for (const type of ['load', 'error']) this.#image.addEventListener(type, () => this.emit(type));
  }

  protected override render(): void {
    renderImage(this.#image, (property) => this.textOf(property));
    const sizes = ['base', 'small-200', 'small-100', 'small', 'large', 'large-100'] as const;
    setOrRemove(this.#image, 'data-size', this.choice('size', sizes));
  }
}

/** A number in text. */
export class PolarisNumber extends Text {}

/** An image that says when it has loaded. */
export class PolarisImage extends Image {
  constructor() {
    super();
    const image = this.root.querySelector('img');
    for (const type of ['load', 'error']) image?.addEventListener(type, () => this.emit(type));
  }
}
