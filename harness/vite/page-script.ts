import {readFile} from 'node:fs/promises';
import {installShopify} from '../browser/shopify-global.ts';
import {SERVED} from '../node/package-files.ts';
import {WATCHER_FILE} from '../wire/deed.ts';
import {LIVE_PAGE, PAGE_QUESTION, type VitePage} from '../wire/live-page.ts';

/** The texts of the built scripts. */
export interface BuiltScripts {
  readonly network: string;
  readonly watcher: string;
}

/** Reads the built scripts. */
export async function builtScripts(): Promise<BuiltScripts> {
  const [network, watcher] = await Promise.all(
    ['vite-page.js', WATCHER_FILE].map((name) => readFile(new URL(name, SERVED), 'utf8')),
  );
  return {network: network ?? '', watcher: watcher ?? ''};
}

/**
 * Writes the first script of a page. It does nothing in a page that a test has injected `shopify` into, or that has the
 * script already. Its name keeps it out of the lines of the author's own scripts.
 */
export function pageScript({network, watcher}: BuiltScripts, page: VitePage): string {
  return `(() => {
const live = Symbol.for(${JSON.stringify(LIVE_PAGE)});
if ('simhostAsk' in globalThis || live in globalThis) return;
globalThis[live] = ${JSON.stringify(page)};
${network}
(${installShopify.toString()})(globalThis[Symbol.for(${JSON.stringify(PAGE_QUESTION)})]);
${watcher}
})();
//# sourceURL=simhost-page.js
`;
}

/** Writes the script of a page whose platform did not start. */
export function failureScript(message: string): string {
  return `console.error(${JSON.stringify(`simhost did not start. ${message}`)});\n`;
}
