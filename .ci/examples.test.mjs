// Compares the examples that people copy with the samples that the other tests use.
import {readFileSync, readdirSync, statSync} from 'node:fs';
import {join} from 'node:path';
import {expect, test} from '@playwright/test';

const FIXTURES = join(import.meta.dirname, '../fixtures');

/** Copies: the file or folder in an example, and the sample that it is a copy of. */
const COPIES = [
  ['extension/extensions/loyalty', 'extensions/loyalty'],
  ['extension/server.js', 'backends/express/server.js'],
  ['extension-hono/extensions/loyalty', 'extensions/loyalty'],
  ['extension-hono/server.js', 'backends/hono/server.js'],
  ...['.gitignore', 'shopify.app.toml', 'playwright.config.ts', 'tests'].map((name) => [
    `extension-hono/${name}`,
    `examples/extension/${name}`,
  ]),
  ['extension-react-router/extensions/loyalty', 'extensions/loyalty'],
  ['extension-react-router/app', 'backends/react-router/app'],
  ['extension-react-router/vite.config.js', 'backends/react-router/vite.config.js'],
  ['extension-react-router/shopify.app.toml', 'examples/extension/shopify.app.toml'],
  ['mini/index.html', 'minis/points/index.html'],
  ['mini/src', 'minis/points/src'],
  ['mini/backend/server.js', 'backends/points/server.js'],
  ...['index.html', 'orders.js', 'server.js', 'vtex.js'].map((name) => [
    `storefront/${name}`,
    `storefronts/orders/${name}`,
  ]),
];

for (const [copy, sample] of COPIES) {
  test(`fixtures/examples/${copy} is a copy of fixtures/${sample}`, () => {
    const files = filesOf(join(FIXTURES, sample));
    expect(files).not.toEqual({});
    expect(filesOf(join(FIXTURES, 'examples', copy))).toEqual(files);
  });
}

/** Examples, and the backends that their servers are copies of. */
const SERVERS = [
  ['extension', 'express'],
  ['extension-hono', 'hono'],
  ['extension-react-router', 'react-router'],
];

for (const [example, backend] of SERVERS) {
  test(`fixtures/examples/${example} has the packages of fixtures/backends/${backend}, in the same versions`, () => {
    const wanted = dependenciesOf(`backends/${backend}`);
    expect(Object.keys(wanted).length).toBeGreaterThan(1);
    expect(dependenciesOf(`examples/${example}`)).toMatchObject(wanted);
  });
}

test('an example ignores what the backend that it copies ignores', () => {
  const ignoredBy = (folder) =>
    readFileSync(join(FIXTURES, folder, '.gitignore'), 'utf8')
      .trim()
      .split('\n');
  expect(ignoredBy('examples/extension-react-router')).toEqual(
    expect.arrayContaining([...ignoredBy('examples/extension'), ...ignoredBy('backends/react-router')]),
  );
});

/** Reads the dependencies of a package, also those for development. */
function dependenciesOf(folder) {
  const {dependencies, devDependencies} = JSON.parse(
    readFileSync(join(FIXTURES, folder, 'package.json'), 'utf8'),
  );
  return {...dependencies, ...devDependencies};
}

/** Reads a file, or all files of a folder, by their path in it. */
function filesOf(path) {
  const names = statSync(path).isFile() ? [''] : readdirSync(path, {recursive: true});
  const files = names.filter((name) => !name.includes('node_modules') && statSync(join(path, name)).isFile());
  return Object.fromEntries(files.map((name) => [name, readFileSync(join(path, name), 'utf8')]));
}
