// The props that the React generations publish for each component.
import {readdirSync} from 'node:fs';
import {join} from 'node:path';
import {members} from './published-interfaces.mjs';
import {packageFile} from './samples.mjs';

/** The samples, and the folder of the published components in each. */
const FOLDERS = [
  ['loyalty-2023-04', '@shopify/checkout-ui-extensions/build/ts'],
  ['loyalty-2023-07', '@shopify/ui-extensions/build/ts/surfaces/checkout'],
  ['loyalty-2025-07', '@shopify/ui-extensions/build/ts/surfaces/checkout'],
  ['loyalty-2025-07', '@shopify/ui-extensions/build/ts/surfaces/customer-account'],
];

/** @returns {Record<string, string[]>} */
export function publishedProps() {
  const published = {};
  for (const [sample, surface] of FOLDERS) {
    const folder = packageFile(`fixtures/extensions/${sample}`, `${surface}/components`);
    for (const {name} of readdirSync(folder, {withFileTypes: true}).filter((entry) => entry.isDirectory())) {
      const props = [...members(join(folder, name, `${name}.d.ts`), `${name}Props`).keys()];
      published[name] = [...new Set([...(published[name] ?? []), ...props])].filter(
        (prop) => prop !== 'children',
      );
    }
  }

  return published;
}
