import type {Wire} from '../../../../wire/control.ts';

/** The first version whose extensions render with Preact. */
export const FIRST_WITH_PREACT = '2025-10';

/** Strings of Shopify's packages that survive minification. */
const MARKS: readonly {readonly protocol: Wire; readonly text: string}[] = [
  // `createRemoteRoot` of `@remote-ui/core`
  {protocol: 'remote-ui', text: 'Unsupported component: '},
  // `@shopify/ui-extensions/preact`
  {protocol: 'remote-dom', text: '.setSignals('},
];

/**
 * Returns the protocol that an extension renders with: that of its API version, unless its script contains only the
 * package of the other one.
 *
 * 2023-04 exists with both packages, and a project may be older or newer than its TOML file says.
 */
export function renderProtocolOf(apiVersion: string, script: string): Wire {
  const byVersion = apiVersion < FIRST_WITH_PREACT ? 'remote-ui' : 'remote-dom';
  const found = MARKS.filter(({text}) => script.includes(text)).map(({protocol}) => protocol);
  return found.length === 0 || found.includes(byVersion) ? byVersion : (found[0] ?? byVersion);
}
