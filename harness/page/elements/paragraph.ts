import {make, PageElement, setOrRemove} from './base/page-element.ts';
import {styleSheets} from './base/style.ts';

export class Paragraph extends PageElement {
  readonly #paragraph = make('div', {}, make('slot'));

  constructor() {
    super(STYLE);
    this.root.append(this.#paragraph);
  }

  protected override render(): void {
    setOrRemove(this, 'role', 'paragraph');
    setOrRemove(
      this.#paragraph,
      'data-tone',
      this.choice('tone', ['', 'info', 'success', 'warning', 'critical', 'neutral']),
    );

    setOrRemove(this.#paragraph, 'data-color', this.choice('color', ['', 'subdued']));
    setOrRemove(this.#paragraph, 'data-type', this.choice('type', ['paragraph', 'small']));
    setOrRemove(this.#paragraph, 'data-align', this.choice('textAlign', ['', 'start', 'center', 'end']));
    const visibility = this.choice('accessibilityVisibility', ['visible', 'hidden', 'exclusive']);
    setOrRemove(this, 'aria-hidden', visibility === 'hidden' ? 'true' : undefined);
    this.#paragraph.classList.toggle('unseen', visibility === 'exclusive');
  }
}

const STYLE = styleSheets(`
:host { display: block; }
div { max-inline-size: 70ch; overflow-wrap: anywhere; text-wrap: pretty; }
[data-align='start'] { text-align: start; }
[data-align='center'] { text-align: center; max-inline-size: none; }
[data-align='end'] { text-align: end; max-inline-size: none; }
[data-type='small'] { font-size: var(--sim-size-small); }
`);
