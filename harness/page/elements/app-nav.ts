import {setOrRemove} from './base/dom.ts';
import {PlainElement} from './base/plain-element.ts';
import {styleSheets} from './base/style.ts';

const STYLE = styleSheets(`
:host { display: flex; flex-wrap: wrap; gap: 4px 16px; padding-block: 8px; color: var(--sim-text); }
`);

/** The navigation of an app. The admin shows its links in the sidebar, and here they are above the page. */
export class AppNav extends PlainElement {
  constructor() {
    super(STYLE, 'navigation');
  }

  protected override render(): void {
    super.render();
    setOrRemove(this, 'aria-label', 'App');
  }
}
