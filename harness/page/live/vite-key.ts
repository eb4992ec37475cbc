/**
 * Decides the key of a page of Vite, before other modules read the facts of the page.
 *
 * @module
 */
import {LIVE_KEY, LIVE_PAGE, type VitePage} from '../../wire/live-page.ts';
import {takeKey} from './page-key.ts';

const globals = globalThis as unknown as Record<symbol, VitePage>;
const name = Symbol.for(LIVE_PAGE);
const {[name]: page} = globals;

takeKey();
if (page?.key != null) sessionStorage.setItem(LIVE_KEY, page.key);

// The key is a part of the path, because WebSockets and redirects carry no header of ours.
if (page !== undefined) {
  const base = new URL(`${page.base}${sessionStorage.getItem(LIVE_KEY) ?? ''}/`, location.href);
  globals[name] = {...page, base: base.href};
}
