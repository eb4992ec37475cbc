import {make, setOrRemove} from './base/dom.ts';
import {PLACEHOLDER_CSS, renderImage} from './base/image-node.ts';
import {PageElement} from './base/page-element.ts';
import {styleSheets} from './base/style.ts';

const STYLE = styleSheets(`
:host { display: inline-block; vertical-align: middle; }
.frame { position: relative; display: block; inline-size: var(--size, 64px); block-size: var(--size, 64px); }
[data-size='small'] { --size: 48px; }
[data-size='small-100'] { --size: 40px; }
img {
  display: block; inline-size: 100%; block-size: 100%; object-fit: contain; border: 1px solid var(--sim-border);
  border-radius: var(--sim-radius); ${PLACEHOLDER_CSS}
}
.count {
  position: absolute; inset-block-start: -8px; inset-inline-end: -8px; min-inline-size: 22px; padding: 0 6px;
  text-align: center;
  font-size: 0.75rem; line-height: 22px; font-weight: 600; color: var(--sim-surface);
  background: var(--sim-quiet); border-radius: 11px;
}
`);

export class ProductThumbnail extends PageElement {
  readonly #image = make('img');
  readonly #count = make('span', {class: 'count', 'aria-hidden': 'true'});
  readonly #items = make('span', {class: 'unseen'});

  constructor() {
    super(STYLE);
    this.root.append(make('span', {class: 'frame'}, this.#image, this.#count, this.#items));
  }

  protected override render(): void {
    renderImage(this.#image, (property) => this.textOf(property));
    const total = Number(this.textOf('totalItems'));
    const many = total > 1;

    this.#count.hidden = this.#items.hidden = !many;
    this.#count.textContent = String(total);
    this.#items.textContent = many ? `${total} items` : '';
    setOrRemove(
      this.root.firstElementChild ?? this.#image,
      'data-size',
      this.choice('size', ['base', 'small', 'small-100']),
    );
  }
}
