import {make, setOrRemove} from './base/dom.ts';
import {isDefault, PageElement} from './base/page-element.ts';
import {styleSheets} from './base/style.ts';

const STYLE = styleSheets(`
:host { display: inline-block; vertical-align: middle; }
.avatar {
  position: relative; display: grid; place-content: center; inline-size: var(--size, 40px);
  block-size: var(--size, 40px); overflow: clip;
  border-radius: 50%; font-weight: 600; font-size: calc(var(--size, 40px) * 0.38); line-height: 1;
  text-transform: uppercase;
  color: var(--sim-info); background: var(--sim-info-surface); border: 1px solid var(--sim-info-border);
}
[data-size='small-200'] { --size: 24px; }
[data-size='small'] { --size: 32px; }
[data-size='large'] { --size: 56px; }
[data-size='large-200'] { --size: 72px; }
img { position: absolute; inset: 0; inline-size: 100%; block-size: 100%; object-fit: cover; }
`);

export class Avatar extends PageElement {
  readonly #image = make('img', {alt: '', hidden: ''});
  readonly #initials = make('span', {'aria-hidden': 'true'});
  readonly #avatar = make('span', {class: 'avatar'}, this.#initials, this.#image);

  constructor() {
    super(STYLE);
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
