import type {Wire} from '../../wire/control.ts';
import {FIRST_WITH_PREACT, type ApiVersion} from './api-version.ts';

/**
 * Finds out how an extension renders: from its script, else from its API version. (2023-04 exists with both
 * of Shopify's packages, and the packages of a project may be older or newer than its TOML.)
 */
export function wireOf(apiVersion: ApiVersion, script: string): Wire {
  const byVersion = apiVersion < FIRST_WITH_PREACT ? 'remote-ui' : 'remote-dom';
  const found = MARKS.filter(({text}) => script.includes(text)).map(({wire}) => wire);
  return found.length === 0 || found.includes(byVersion) ? byVersion : (found[0] ?? byVersion);
}

/** Strings of the packages that survive minification. */
const MARKS: readonly {readonly wire: Wire; readonly text: string}[] = [
  // `createRemoteRoot` of `@remote-ui/core`
  {wire: 'remote-ui', text: 'Unsupported component: '},
  // `@shopify/ui-extensions/preact`
  {wire: 'remote-dom', text: '.setSignals('},
];
