import {didYouMean} from '../../known-values.ts';
import {POLARIS_TABLE} from './polaris-table.ts';

/** Elements that App Bridge defines. */
const OF_APP_BRIDGE: readonly string[] = ['s-app-nav', 's-app-window'];

/** Logs each `s-*` tag of the document that Polaris does not have, once the page has loaded. */
export function logUnknownTags(): void {
  const known = [...Object.keys(POLARIS_TABLE), ...OF_APP_BRIDGE];
  const tags = [...document.querySelectorAll(':not(:defined)')].map(({localName}) => localName);

  for (const tag of new Set(tags)) {
    if (!tag.startsWith('s-') || known.includes(tag)) continue;
    // Not a warning: the browser lets unknown tags pass.
    console.info(`polaris.js has no <${tag}>. ${didYouMean(tag, known, {label: null})}`.trim());
  }
}
