import {make, setOrRemove} from './base/dom.ts';
import {PageElement} from './base/page-element.ts';
import {styleSheets} from './base/style.ts';

/** Styles of a turning ring. With reduced motion, the ring does not turn. */
export const SPINNER_CSS = `
.spinner {
  display: inline-block; inline-size: 1.25em; block-size: 1.25em; vertical-align: middle; flex: none;
  border: 2px solid currentColor; border-inline-end-color: transparent; border-radius: 50%;
}
@media (prefers-reduced-motion: no-preference) { .spinner { animation: turn 0.9s linear infinite; } }
@keyframes turn { to { rotate: 1turn; } }
`;

const STYLE = styleSheets(`
${SPINNER_CSS}
:host { display: inline-block; color: var(--sim-accent); line-height: 0; }
[data-size='small-100'] { inline-size: 12px; block-size: 12px; }
[data-size='small'] { inline-size: 16px; block-size: 16px; }
[data-size='base'] { inline-size: 20px; block-size: 20px; }
[data-size='large'] { inline-size: 32px; block-size: 32px; border-width: 3px; }
[data-size='large-100'] { inline-size: 44px; block-size: 44px; border-width: 4px; }
`);

export class Spinner extends PageElement {
  readonly #spinner = make('span', {class: 'spinner'});

  constructor() {
    super(STYLE);
    this.root.append(this.#spinner);
  }

  protected override render(): void {
    setOrRemove(this, 'role', 'progressbar');
    setOrRemove(this, 'aria-label', this.textOf('accessibilityLabel'));
    setOrRemove(
      this.#spinner,
      'data-size',
      this.choice('size', ['base', 'small-100', 'small', 'large', 'large-100']),
    );
  }
}
