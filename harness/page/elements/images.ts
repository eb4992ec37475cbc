import {boxCss} from './base/box-css.ts';
import {isDefault, make, PageElement, setOrRemove} from './base/page-element.ts';
import {styleSheets} from './base/style.ts';

export class Image extends PageElement {
  readonly #image = make('img');
  readonly #sheet = new CSSStyleSheet();

  constructor() {
    super(IMAGE_STYLE);
    this.root.adoptedStyleSheets.push(this.#sheet);
    this.root.append(this.#image);
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

export class ProductThumbnail extends PageElement {
  readonly #image = make('img');
  readonly #count = make('span', {class: 'count', 'aria-hidden': 'true'});
  readonly #items = make('span', {class: 'unseen'});

  constructor() {
    super(THUMBNAIL_STYLE);
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

/** Up to four images in a square, and how many more there are. */
export class ImageGroup extends PageElement {
  readonly #more = make('span', {class: 'more'});
  readonly #group = make('div', {class: 'group'}, make('slot'), this.#more);

  constructor() {
    super(GROUP_STYLE);
    this.root.append(this.#group);
    new MutationObserver(() => this.changed()).observe(this, {childList: true});
  }

  protected override render(): void {
    const shown = Math.min(this.children.length, SHOWN);
    const more = Number(this.textOf('totalItems') || this.children.length) - shown;

    this.#more.hidden = more <= 0;
    this.#more.textContent = `+${more}`;
    this.#group.dataset['count'] = String(
      Math.max(1, Math.min(shown + (more > 0 && shown < SHOWN ? 1 : 0), SHOWN)),
    );
  }
}

const SHOWN = 4;

export class Avatar extends PageElement {
  readonly #image = make('img', {alt: '', hidden: ''});
  readonly #initials = make('span', {'aria-hidden': 'true'});
  readonly #avatar = make('span', {class: 'avatar'}, this.#initials, this.#image);

  constructor() {
    super(AVATAR_STYLE);
    this.root.append(this.#avatar);
    this.#image.addEventListener('load', () => this.#settle('load'));
    this.#image.addEventListener('error', () => this.#settle('error'));
  }

  #settle(type: 'load' | 'error'): void {
    this.#image.hidden = type === 'error';
    this.emit(type);
  }

  protected override render(): void {
    const src = this.textOf('src');
    this.#initials.textContent = this.textOf('initials').slice(0, 2);
    if (isDefault(src)) this.#image.hidden = true;
    if (this.#image.getAttribute('src') !== src) setOrRemove(this.#image, 'src', src);

    setOrRemove(this, 'role', 'img');
    setOrRemove(this, 'aria-label', this.textOf('alt') || this.textOf('initials') || 'Avatar');
    setOrRemove(
      this.#avatar,
      'data-size',
      this.choice('size', ['base', 'small-200', 'small', 'large', 'large-200']),
    );
  }
}

function renderImage(image: HTMLImageElement, text: (property: string) => string): void {
  for (const name of ['sizes', 'srcSet', 'src']) setOrRemove(image, name, text(name));
  image.alt = text('alt');
  image.classList.toggle('empty', isDefault(text('src')) && isDefault(text('srcSet')));
}

const PLACEHOLDER =
  'background: var(--sim-subdued); color: var(--sim-quiet); font-size: var(--sim-size-small);';

const IMAGE_STYLE = styleSheets(`
:host { display: block; min-inline-size: 0; }
img { display: block; max-inline-size: 100%; border: 0 solid var(--sim-border); ${PLACEHOLDER} }
`);

const THUMBNAIL_STYLE = styleSheets(`
:host { display: inline-block; vertical-align: middle; }
.frame { position: relative; display: block; inline-size: var(--size, 64px); block-size: var(--size, 64px); }
[data-size='small'] { --size: 48px; }
[data-size='small-100'] { --size: 40px; }
img {
  display: block; inline-size: 100%; block-size: 100%; object-fit: contain; border: 1px solid var(--sim-border);
  border-radius: var(--sim-radius); ${PLACEHOLDER}
}
.count {
  position: absolute; inset-block-start: -8px; inset-inline-end: -8px; min-inline-size: 22px; padding: 0 6px; text-align: center;
  font-size: 0.75rem; line-height: 22px; font-weight: 600; color: var(--sim-surface); background: var(--sim-quiet); border-radius: 11px;
}
`);

const GROUP_STYLE = styleSheets(`
:host { display: block; max-inline-size: 240px; }
.group {
  display: grid; gap: 2px; grid-template-columns: 1fr 1fr; overflow: clip; position: relative;
  border: 1px solid var(--sim-border); border-radius: var(--sim-radius);
}
.group[data-count='1'] { grid-template-columns: 1fr; }
::slotted(*) { display: block; }
::slotted(:nth-child(n + 5)) { display: none !important; }
.more {
  position: absolute; inset: auto 0 0 auto; padding: 2px 10px; margin: 6px; border-radius: 999px; font-size: var(--sim-size-small);
  font-weight: 600; color: var(--sim-surface); background: var(--sim-text);
}
`);

const AVATAR_STYLE = styleSheets(`
:host { display: inline-block; vertical-align: middle; }
.avatar {
  position: relative; display: grid; place-content: center; inline-size: var(--size, 40px); block-size: var(--size, 40px); overflow: clip;
  border-radius: 50%; font-weight: 600; font-size: calc(var(--size, 40px) * 0.38); line-height: 1; text-transform: uppercase;
  color: var(--sim-info); background: var(--sim-info-surface); border: 1px solid var(--sim-info-border);
}
[data-size='small-200'] { --size: 24px; }
[data-size='small'] { --size: 32px; }
[data-size='large'] { --size: 56px; }
[data-size='large-200'] { --size: 72px; }
img { position: absolute; inset: 0; inline-size: 100%; block-size: 100%; object-fit: cover; }
`);
