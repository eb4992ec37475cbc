import {readFile} from 'node:fs/promises';
import {WATCHER_FILE} from '../../wire/deed.ts';
import {LIVE_PAGE, type LivePage} from '../../wire/live-page.ts';
import type {VtexAccount} from '../../core/world/vtex.ts';
import {SERVED} from '../package-files.ts';
import {installGlobals, runtimeOf} from './storefront-globals.ts';

/** The texts of the scripts before the code of a store. */
export interface StoreScripts {
  readonly network: string;
  readonly watcher: string;
}

/** Reads the built scripts. */
export async function storeScripts(): Promise<StoreScripts> {
  const [network, watcher] = await Promise.all(
    ['store-network.js', WATCHER_FILE].map((name) => readFile(new URL(name, SERVED), 'utf8')),
  );
  return {network: network ?? '', watcher: watcher ?? ''};
}

/**
 * Writes the script that comes first in each page of a store, at the local address or at its own. Its name keeps it out
 * of the lines of the author's own scripts.
 */
export function storeScript({network, watcher}: StoreScripts, page: LivePage, account: VtexAccount): string {
  const hosts = ['localhost', `${account.name}.myvtex.com`, ...account.hosts];
  const runtimes = hosts.map((host) => ({host, runtime: runtimeOf(account)}));
  const script = `(() => {
globalThis[Symbol.for(${JSON.stringify(LIVE_PAGE)})] = ${JSON.stringify(page)};
${network}
(${installGlobals.toString()})(${JSON.stringify(runtimes)});
${watcher}
})();
//# sourceURL=simhost-page.js
`;

  return script.replaceAll(/<\/(script)/gi, '<\\/$1');
}
