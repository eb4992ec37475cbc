import {PlainElement} from './base/plain-element.ts';
import {PRINT_SOURCE_CHANGE, type PrintSource} from './base/print-source.ts';
import {styleSheets} from './base/style.ts';

const STYLE = styleSheets(':host { display: block; color: var(--sim-text); }');

/** A print action with the address of its document in `src`. The page shows the document. */
export class AdminPrintAction extends PlainElement implements PrintSource {
  constructor() {
    super(STYLE);
  }

  get source(): string {
    return this.textOf('src');
  }

  override receive(name: string, value: unknown): void {
    super.receive(name, value);
    if (name === 'src') this.#sourceChanged();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#sourceChanged();
  }

  disconnectedCallback(): void {
    document.dispatchEvent(new CustomEvent(PRINT_SOURCE_CHANGE));
  }

  #sourceChanged(): void {
    this.dispatchEvent(new CustomEvent(PRINT_SOURCE_CHANGE, {bubbles: true, composed: true}));
  }
}
