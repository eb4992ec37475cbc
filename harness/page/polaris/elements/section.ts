import {make, retag, setOrRemove} from '../../elements/base/dom.ts';
import {PageElement} from '../../elements/base/page-element.ts';
import {headingLevel, relevelHeadings} from '../../elements/base/heading-level.ts';
import {slotBox} from '../../elements/base/slot-box.ts';
import {flow, styleSheets} from '../../elements/base/style.ts';

const STYLE = styleSheets(`
:host { display: block; color: var(--sim-text); }
.section {
  --inset: 16px;
  display: flex; flex-direction: column; gap: 12px; padding: var(--inset); overflow: clip;
  background: var(--sim-surface); border: 1px solid var(--sim-border); border-radius: var(--sim-radius-large);
}
.section[data-padding='none'] { padding-inline: 0; padding-block-end: 0; }
.section[data-padding='none'] > header { padding-inline: var(--inset); }
.section[data-padding='none']:not(:has(> header:not([hidden]))) { padding: 0; }
.section[data-nested] { padding: 8px 0 0; background: none; border: 0; border-radius: 0; overflow: visible; }
header { display: flex; flex-wrap: wrap; align-items: center; gap: 8px 12px; }
.titles { flex: 1; min-inline-size: 0; }
.subheading { color: var(--sim-quiet); font-size: var(--sim-size-small); }
${flow('.content', 12)}
.actions { display: flex; flex-wrap: wrap; gap: 8px; }
h1, h2 { font-size: var(--sim-size-base); }
h3, h4, h5, h6 { font-size: var(--sim-size-small); }
`);

/** A part of a page, in a menu a group of its items. */
export class PolarisSection extends PageElement {
  #heading: HTMLElement = make('h2');
  #wasTitled = false;
  readonly #subheading = make('p', {class: 'subheading'});
  readonly #header = make(
    'header',
    {role: 'none'},
    slotBox('graphic', 'graphic'),
    make('div', {class: 'titles'}, this.#heading, this.#subheading),
    slotBox('accessory', 'accessory'),
  );
  readonly #section = make(
    'div',
    {class: 'section'},
    this.#header,
    make('div', {class: 'content'}, make('slot')),
    slotBox('supplemental', 'supplemental'),
    slotBox('actions', 'primary-action', 'secondary-actions'),
  );

  constructor() {
    super(STYLE);
    this.root.append(this.#section);
  }

  protected override render(): void {
    const heading = this.textOf('heading');
    const subheading = this.textOf('subheading');
    this.#heading = retag(this.#heading, `h${headingLevel(this)}`);
    this.#heading.textContent = heading;
    this.#heading.hidden = heading === '';
    this.#subheading.textContent = subheading;
    this.#subheading.hidden = subheading === '';

    const isTitled = heading !== '';
    this.#header.hidden =
      !isTitled &&
      subheading === '' &&
      this.querySelector(':scope > :is([slot="accessory"], [slot="graphic"])') === null;
    setOrRemove(this.#section, 'data-padding', this.choice('padding', ['base', 'none']));
    this.#renderRole(heading);
    if (this.#wasTitled === isTitled) return;

    this.#wasTitled = isTitled;
    relevelHeadings(this);
  }

  #renderRole(heading: string): void {
    const label = this.textOf('accessibilityLabel') || heading;
    const isGroup = this.closest('s-menu') !== null;
    const role = isGroup ? 'group' : 'region';
    setOrRemove(this, 'role', label === '' && !isGroup ? undefined : role);
    setOrRemove(this, 'aria-label', label);
    if (isGroup) setOrRemove(this.#heading, 'role', 'none');
    this.#section.toggleAttribute(
      'data-nested',
      isGroup || this.parentElement?.closest('s-section, s-banner') != null,
    );
  }
}
