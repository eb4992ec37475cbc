import {PlainElement} from './base/plain-element.ts';
import {styleSheets} from './base/style.ts';

/** The event of a print action with another document in `src`. The page does not show the document yet. */
export const PRINT_SOURCE_CHANGE = 'print-source-change';

const STYLE = styleSheets(':host { display: block; color: var(--sim-text); }');

/** A print action with the address of its document in `src`. */
export class AdminPrintAction extends PlainElement {
  constructor() {
    super(STYLE);
  }

  override receive(name: string, value: unknown): void {
    super.receive(name, value);
    if (name === 'src') this.#sourceChanged();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#sourceChanged();
  }

  #sourceChanged(): void {
    this.dispatchEvent(new CustomEvent(PRINT_SOURCE_CHANGE, {bubbles: true, composed: true}));
  }
}
