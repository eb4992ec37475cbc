import {LIVE_KEY, LIVE_KEY_HEADER, LIVE_PAGE, type LivePage, type PageReport} from '../../wire/live-page.ts';

const globals = globalThis as unknown as Record<symbol, unknown>;

/** The facts that the document left before this script. */
export const livePage: LivePage = globals[Symbol.for(LIVE_PAGE)] as LivePage;

/** The browser's own `fetch`, as it was before any other script. */
export const send: typeof fetch = globalThis.fetch.bind(globalThis);

/** Sends a message to `simhost dev`. */
export function ask(message: object): Promise<Response> {
  const headers = {[LIVE_KEY_HEADER]: sessionStorage.getItem(LIVE_KEY) ?? ''};
  return send(livePage.ask, {method: 'POST', headers, body: JSON.stringify(message)});
}

/** Reports what happens on the page. `simhost dev` may have ended meanwhile. */
export function report(message: PageReport): void {
  ask(message).catch(() => undefined);
}
