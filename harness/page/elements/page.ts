import {make, setOrRemove} from './base/dom.ts';
import {PageElement} from './base/page-element.ts';
import {slotBox} from './base/slot-box.ts';
import {flow, styleSheets} from './base/style.ts';

const STYLE = styleSheets(`
:host { display: block; color: var(--sim-text); }
.page {
  inline-size: 100%; max-inline-size: 720px; margin-inline: auto; display: flex; flex-direction: column; gap: 20px;
}
.page[data-size='small'] { max-inline-size: 560px; }
.page[data-size='large'] { max-inline-size: 1120px; }
header { display: flex; flex-wrap: wrap; align-items: flex-start; justify-content: space-between; gap: 12px 24px; }
header:not(:has(.titles > :not([hidden]), .actions:not([hidden]))) { display: none; }
.titles { flex: 1 1 240px; min-inline-size: 0; }
h1 { font-size: var(--sim-size-title); letter-spacing: -0.01em; }
.subheading { margin-block-start: 4px; color: var(--sim-quiet); }
.breadcrumb { margin-block-end: -8px; }
.actions { display: flex; flex-wrap: wrap; gap: 8px; }
${flow('.content', 20)}
.columns { display: grid; gap: 20px; align-items: start; }
.aside { display: flex; flex-direction: column; gap: 20px; }
@media (min-width: 800px) {
  .columns:has(.aside:not([hidden])) { grid-template-columns: minmax(0, 2fr) minmax(0, 1fr); }
}
`);

export class Page extends PageElement {
  readonly #heading = make('h1');
  readonly #subheading = make('p', {class: 'subheading'});
  readonly #page = make(
    'div',
    {class: 'page'},
    slotBox('breadcrumb', 'breadcrumb-actions'),
    make(
      'header',
      {},
      make('div', {class: 'titles'}, this.#heading, this.#subheading),
      slotBox('actions', 'secondary-actions', 'primary-action'),
    ),
    make('div', {class: 'columns'}, make('div', {class: 'content'}, make('slot')), slotBox('aside', 'aside')),
  );

  constructor() {
    super(STYLE);
    this.root.append(this.#page);
  }

  protected override render(): void {
    this.#heading.textContent = this.textOf('heading');
    this.#heading.hidden = this.textOf('heading') === '';
    this.#subheading.textContent = this.textOf('subheading');
    this.#subheading.hidden = this.textOf('subheading') === '';
    setOrRemove(this.#page, 'data-size', this.choice('inlineSize', ['base', 'small', 'large']));
  }
}
