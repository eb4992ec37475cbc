import {make, setOrRemove} from './base/dom.ts';
import {PageElement} from './base/page-element.ts';
import {styleSheets} from './base/style.ts';

/** The most that version 40 holds at the lowest error correction (ISO/IEC 18004). */
const MOST_BYTES = 2953;

const STYLE = styleSheets(`
:host { display: block; color: var(--sim-text); }
.code {
  display: flex; flex-direction: column; align-items: center; justify-content: center; gap: 4px; padding: 12px;
  text-align: center;
  inline-size: 160px; max-inline-size: 100%; aspect-ratio: 1; overflow: hidden; border-radius: var(--sim-radius);
  border: 1px solid var(--sim-border); background: var(--sim-surface); font-size: var(--sim-size-small);
}
.content { color: var(--sim-quiet); overflow-wrap: anywhere; font-size: 0.75rem; min-block-size: 0; overflow: hidden; }
[data-size='fill'] { inline-size: 100%; }
[data-border='none'] { border-color: transparent; }
`);

/** A placeholder for a QR code. It shows the content as text, and cannot be scanned. */
export class QrCode extends PageElement {
  readonly #content = make('span', {class: 'content'});
  readonly #box = make(
    'div',
    {class: 'code', 'aria-hidden': 'true'},
    make('strong', {}, 'QR code'),
    this.#content,
  );
  #failed = '';

  constructor() {
    super(STYLE);
    this.root.append(this.#box);
  }

  protected override render(): void {
    const content = this.textOf('content');
    this.#content.textContent = content;
    setOrRemove(this, 'role', 'img');
    setOrRemove(this, 'aria-label', this.textOf('accessibilityLabel') || 'QR code');
    setOrRemove(this.#box, 'data-size', this.choice('size', ['base', 'fill']));
    setOrRemove(this.#box, 'data-border', this.choice('border', ['base', 'none']));
    const tooLong = new TextEncoder().encode(content).length > MOST_BYTES;
    if (tooLong && this.#failed !== content) this.emit('error');

    this.#failed = tooLong ? content : '';
  }
}
