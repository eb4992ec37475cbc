import {setOrRemove} from './base/dom.ts';
import {PlainElement} from './base/plain-element.ts';
import {styleSheets} from './base/style.ts';

const STYLE = styleSheets(`
:host { display: flex; flex-wrap: wrap; gap: 4px 16px; padding-block: 8px; color: var(--sim-text); }
::slotted([rel='home']) { display: none; }
`);

/** The navigation of an app. The link with `rel="home"` belongs to the app's name, and is not in the list. */
export class AppNav extends PlainElement {
  constructor() {
    super(STYLE, 'navigation');
  }

  protected override render(): void {
    super.render();
    setOrRemove(this, 'aria-label', 'App');
  }
}
