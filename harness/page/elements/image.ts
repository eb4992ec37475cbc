import {boxCss} from './base/box-css.ts';
import {make, setOrRemove} from './base/dom.ts';
import {PLACEHOLDER_CSS, renderImage} from './base/image-node.ts';
import {PageElement} from './base/page-element.ts';
import {styleSheets} from './base/style.ts';

const STYLE = styleSheets(`
:host { display: block; min-inline-size: 0; }
img { display: block; max-inline-size: 100%; border: 0 solid var(--sim-border); ${PLACEHOLDER_CSS} }
`);

export class Image extends PageElement {
  readonly #image = make('img');
  readonly #sheet = new CSSStyleSheet();

  constructor() {
    super(STYLE);
    this.root.adoptedStyleSheets.push(this.#sheet);
    this.root.append(this.#image);
    for (const type of ['load', 'error']) this.#image.addEventListener(type, () => this.emit(type));
  }

  protected override render(): void {
    const role = this.choice('accessibilityRole', ['img', 'presentation', 'none']);
    renderImage(this.#image, (property) => this.textOf(property));
    setOrRemove(this.#image, 'role', role === 'img' ? undefined : 'none');
    setOrRemove(this.#image, 'aria-hidden', role === 'none' ? 'true' : undefined);
    if (role !== 'img') this.#image.alt = '';

    setOrRemove(this.#image, 'loading', this.choice('loading', ['eager', 'lazy']));
    const natural = this.textOf('inlineSize') === 'auto';
    const [, ratio] = /^(\d+(?:\.\d+)?(?:\s*\/\s*\d+(?:\.\d+)?)?)$/.exec(this.textOf('aspectRatio')) ?? [];
    const shape = natural ? 'inline-size: auto;' : `inline-size: 100%; aspect-ratio: ${ratio ?? '1/1'};`;
    const borders = boxCss('img', (property) => (property.startsWith('border') ? this.textOf(property) : ''));

    this.#sheet.replaceSync(
      `${borders} img { ${shape} object-fit: ${this.choice('objectFit', ['contain', 'cover'])}; }`,
    );
  }
}
