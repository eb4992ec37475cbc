import {expect, test} from '@playwright/test';
import type {ConsoleExtension} from '../../../wire/console.ts';
import {deniedNetwork} from './network-access.ts';

const POINTS = extension('Points', true);
const REVIEWS = extension('Reviews', false);
const UPSELL = extension('Upsell', false);

const SENTENCES: readonly (readonly [string, readonly ConsoleExtension[], string | null])[] = [
  ['nothing if all extensions may use the network', [POINTS], null],
  ['nothing on a page without extensions', [], null],
  ['"the extension" if it is the only one', [REVIEWS], 'The extension may not use the network.'],
  ['the name of the one that may not', [POINTS, REVIEWS], 'Reviews may not use the network.'],
  ['the names of two that may not', [REVIEWS, UPSELL], 'Reviews and Upsell may not use the network.'],
];

for (const [what, extensions, sentence] of SENTENCES) {
  test(`an empty list names ${what}`, () => {
    expect(deniedNetwork(extensions)).toBe(sentence);
  });
}

function extension(name: string, hasNetworkAccess: boolean): ConsoleExtension {
  return {
    handle: name.toLowerCase(),
    name,
    target: '',
    targets: [],
    failure: null,
    buildTime: null,
    hasNetworkAccess,
    isBuilding: false,
  };
}
