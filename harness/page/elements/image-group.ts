import {make} from './base/dom.ts';
import {PageElement} from './base/page-element.ts';
import {styleSheets} from './base/style.ts';

/** The most images that a group shows. */
const SHOWN = 4;

const STYLE = styleSheets(`
:host { display: block; max-inline-size: 240px; }
.group {
  display: grid; gap: 2px; grid-template-columns: 1fr 1fr; overflow: clip; position: relative;
  border: 1px solid var(--sim-border); border-radius: var(--sim-radius);
}
.group[data-count='1'] { grid-template-columns: 1fr; }
::slotted(*) { display: block; }
::slotted(:nth-child(n + 5)) { display: none !important; }
.more {
  position: absolute; inset: auto 0 0 auto; padding: 2px 10px; margin: 6px; border-radius: 999px;
  font-size: var(--sim-size-small);
  font-weight: 600; color: var(--sim-surface); background: var(--sim-text);
}
`);

/** Up to four images in a square, and the number of further ones. */
export class ImageGroup extends PageElement {
  readonly #more = make('span', {class: 'more'});
  readonly #group = make('div', {class: 'group'}, make('slot'), this.#more);

  constructor() {
    super(STYLE);
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
