import type {Wire} from '../../wire/control.ts';
import {FIRST_WITH_PREACT, type ApiVersion} from './api-version.ts';

/**
 * How an extension draws: by its API version, unless what stands in its script says otherwise. (2023-04 exists with both
 * of Shopify's packages, and a project may lag behind its TOML or run ahead of it.)
 */
export function wireOf(apiVersion: ApiVersion, script: string): Wire {
  const byVersion = apiVersion < FIRST_WITH_PREACT ? 'remote-ui' : 'remote-dom';
  const found = MARKS.filter(({text}) => script.includes(text)).map(({wire}) => wire);
  return found.length === 0 || found.includes(byVersion) ? byVersion : (found[0] ?? byVersion);
}

/** Texts of the packages that survive minification. */
const MARKS: readonly {readonly wire: Wire; readonly text: string}[] = [
  // `createRemoteRoot` of `@remote-ui/core`
  {wire: 'remote-ui', text: 'Unsupported component: '},
  // `@shopify/ui-extensions/preact`
  {wire: 'remote-dom', text: '.setSignals('},
];
