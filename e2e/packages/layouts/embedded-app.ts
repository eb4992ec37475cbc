import {readFileSync, readdirSync} from 'node:fs';
import {join} from 'node:path';
import type {Layout} from './layout.ts';

const SAMPLE = 'fixtures/apps/router-app';

/** An embedded app with the packages of Shopify's React Router template. The sample app is its code. */
export const EMBEDDED_APP: Layout = {
  name: 'an embedded app of React Router',
  manager: 'npm',
  typeCheck: 'none',
  files: {...filesOf(SAMPLE), '.gitignore': 'node_modules\n/build/\n/.react-router/\n'},
  count: 1,
  tests: {
    'tests/product-desk': [
      'const app = await admin.open();',
      "app.getByRole('heading', {name: 'Latest product', exact: true})",
    ],
  },
};

/** Reads the sources of a folder by path. */
function filesOf(folder: string): Readonly<Record<string, string | object>> {
  const paths = readdirSync(folder, {recursive: true, withFileTypes: true})
    .filter((entry) => entry.isFile())
    .map(({parentPath, name}) => join(parentPath, name))
    .filter((path) => !/[\\/](?:build|node_modules|\.react-router)[\\/]/.test(path));

  const read = paths.map((path) => {
    const text = readFileSync(path, 'utf8');
    return [
      path.slice(folder.length + 1),
      path.endsWith('package.json') ? (JSON.parse(text) as object) : text,
    ];
  });
  return Object.fromEntries(read) as Readonly<Record<string, string | object>>;
}
