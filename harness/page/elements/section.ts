import {make, retag, setOrRemove} from './base/dom.ts';
import {PageElement} from './base/page-element.ts';
import {headingLevel, relevelHeadings} from './base/heading-level.ts';
import {slotBox} from './base/slot-box.ts';
import {flow, styleSheets} from './base/style.ts';

const STYLE = styleSheets(`
:host { display: block; color: var(--sim-text); }
.section {
  --inset: 20px;
  display: flex; flex-direction: column; gap: 12px; padding: var(--inset); overflow: clip;
  background: var(--sim-surface); border: 1px solid var(--sim-border); border-radius: var(--sim-radius-large);
}
.section[data-padding='none'] { padding: 0; }
.section[data-padding='none'] > :is(h1, h2, h3, h4, h5, h6) { padding: var(--inset) var(--inset) 0; }
.section[data-padding='none'] > .subheading { padding-inline: var(--inset); }
.section[data-nested] { padding: 8px 0 0; background: none; border: 0; border-radius: 0; overflow: visible; }
.section[data-nested] > :is(h1, h2, h3, h4, h5, h6) { padding: 0; }
${flow('.content', 12)}
.actions { display: flex; flex-wrap: wrap; gap: 8px; }
.subheading { margin-block-start: -8px; color: var(--sim-quiet); font-size: var(--sim-size-small); }
h1, h2 { font-size: var(--sim-size-large); }
h3, h4, h5, h6 { font-size: var(--sim-size-base); }
@media (max-width: 480px) { .section { --inset: 16px; } }
`);

export class Section extends PageElement {
  #heading: HTMLElement = make('h2');
  #titled = false;
  readonly #subheading = make('p', {class: 'subheading'});
  readonly #section = make(
    'div',
    {class: 'section'},
    this.#heading,
    this.#subheading,
    make('div', {class: 'content'}, make('slot')),
    slotBox('actions', 'primary-action', 'secondary-actions'),
  );

  constructor() {
    super(STYLE);
    this.root.append(this.#section);
  }

  protected override render(): void {
    const heading = this.textOf('heading');
    this.#heading = retag(this.#heading, `h${headingLevel(this)}`);
    this.#heading.textContent = heading;
    this.#heading.hidden = heading === '';
    this.#subheading.textContent = this.textOf('subheading');
    this.#subheading.hidden = this.textOf('subheading') === '';
    const label = this.textOf('accessibilityLabel') || heading;
    setOrRemove(this, 'role', label === '' ? undefined : 'region');
    setOrRemove(this, 'aria-label', label);
    setOrRemove(this.#section, 'data-padding', this.choice('padding', ['base', 'none']));
    this.#section.toggleAttribute('data-nested', this.parentElement?.closest('s-section, s-banner') != null);
    if (this.#titled === (heading !== '')) return;

    this.#titled = heading !== '';
    relevelHeadings(this);
  }
}
