import type {AdminForApp} from '../../../wire/app-bridge.ts';
import type {Remote} from '../../../wire/rpc.ts';
import {setConnectedAdmin} from './connected-admin.ts';
import {MODAL_CSS} from './modal-dialog.ts';
import {ModalElement} from './modal-element.ts';
import {SaveBarElement} from './save-bar-element.ts';

/** The elements that the admin draws, so that the document does not. */
const DRAWN_BY_ADMIN = 'ui-title-bar, ui-nav-menu, s-app-nav, ui-save-bar';

/** Defines the elements of App Bridge. A document that a bounce page wrote has those of its window. */
export function defineElements(admin: Remote<AdminForApp>): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`${DRAWN_BY_ADMIN} { display: none !important; }${MODAL_CSS}`);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];

  setConnectedAdmin(admin);
  define('ui-modal', ModalElement);
  define('s-app-window', class extends ModalElement {});
  define('ui-save-bar', SaveBarElement);
  for (const name of ['ui-title-bar', 'ui-nav-menu', 's-app-nav']) define(name, class extends HTMLElement {});
}

function define(name: string, constructor: typeof HTMLElement): void {
  if (customElements.get(name) === undefined) customElements.define(name, constructor);
}
