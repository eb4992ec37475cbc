import {PlainElement} from './base/plain-element.ts';
import {styleSheets} from './base/style.ts';
import {surroundingsChanged} from './base/surroundings.ts';

const STYLE = styleSheets(':host { display: block; color: var(--sim-text); }');

/** A print action with the address of its document in `src`. The page shows the document. */
export class AdminPrintAction extends PlainElement {
  constructor() {
    super(STYLE);
  }

  disconnectedCallback(): void {
    surroundingsChanged(this);
  }

  protected override rendered(): void {
    surroundingsChanged(this);
  }
}
