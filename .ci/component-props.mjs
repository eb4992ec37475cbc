// The props that the React generations publish for each component.
import {readdirSync} from 'node:fs';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {members} from './published-interfaces.mjs';

const SAMPLES = fileURLToPath(new URL('../fixtures/extensions', import.meta.url));

const FOLDERS = [
  'loyalty-2023-04/node_modules/@shopify/checkout-ui-extensions/build/ts',
  'loyalty-2023-07/node_modules/@shopify/ui-extensions/build/ts/surfaces/checkout',
  'loyalty-2025-07/node_modules/@shopify/ui-extensions/build/ts/surfaces/checkout',
  'loyalty-2025-07/node_modules/@shopify/ui-extensions/build/ts/surfaces/customer-account',
].map((folder) => join(SAMPLES, folder, 'components'));

/** @returns {Record<string, string[]>} */
export function publishedProps() {
  const published = {};
  for (const folder of FOLDERS) {
    for (const {name} of readdirSync(folder, {withFileTypes: true}).filter((entry) => entry.isDirectory())) {
      const props = [...members(join(folder, name, `${name}.d.ts`), `${name}Props`).keys()];
      published[name] = [...new Set([...(published[name] ?? []), ...props])].filter(
        (prop) => prop !== 'children',
      );
    }
  }

  return published;
}
