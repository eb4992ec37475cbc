import {readdirSync, readFileSync} from 'node:fs';
import {expect, test} from '@playwright/test';
import {ELEMENT_TABLE} from '../harness/wire/element-table.ts';
import {adminElements, adminElementSet} from '../harness/wire/admin-elements.ts';
import {tagsOf} from '../harness/wire/elements.ts';
import {adminTable, elementTable, readSurface} from './generate-elements.mjs';

test('the committed table is what the generator makes of the published types', () => {
  const committed = readFileSync(new URL('../harness/wire/element-table.ts', import.meta.url), 'utf8');
  expect(committed, 'run: node .ci/generate-elements.mjs').toBe(elementTable());
});

test('the committed table of the admin is what the checker makes of the published types', () => {
  // The checker of TypeScript reads two packages, on a machine that runs other tests as well.
  test.slow();
  const committed = readFileSync(new URL('../harness/wire/admin-element-table.ts', import.meta.url), 'utf8');
  expect(committed, 'run: node .ci/generate-elements.mjs').toBe(adminTable());
});

for (const [version, count] of [
  ['2026-07', 62],
  ['2026-10', 66],
]) {
  test(`the admin has the ${count} elements that the package of ${version} declares`, () => {
    const declared = declaredTags('admin', version);
    expect(declared).toHaveLength(count);
    expect(Object.keys(adminElements(version))).toEqual(declared);
  });

  for (const [set, file] of [
    ['standard', 'StandardComponents'],
    ['block', 'BlockExtensionComponents'],
    ['action', 'ActionExtensionComponents'],
    ['print', 'PrintActionExtensionComponents'],
    ['form', 'FormExtensionComponents'],
    ['function-settings', 'FunctionSettingsComponents'],
  ]) {
    test(`the elements of the set ${set} in ${version} are those of ${file}`, () => {
      expect(Object.keys(adminElementSet(set, version))).toEqual(componentTags(file, version));
    });
  }
}

test('a button of the admin has fifteen properties in 2026-07', () => {
  expect(adminElements('2026-07')['s-button']?.properties.filter((name) => name !== 'slot')).toHaveLength(15);
});

for (const surface of ['customer-account', 'checkout']) {
  test(`reads every element that the JSX types of ${surface} declare`, () => {
    const declared = declaredTags(surface);

    expect(declared.length).toBeGreaterThan(60);
    expect(Object.keys(readSurface(surface, '2026-07'))).toEqual(declared);
  });
}

test('what one version adds and what it drops are both in the table', () => {
  expect(Object.keys(readSurface('checkout', '2026-10'))).not.toContain('s-login-with-shop');
  expect(tagsOf('checkout')).toContain('s-login-with-shop');
  expect(readSurface('checkout', '2026-07')['s-box']?.properties).not.toContain('position');
  expect(ELEMENT_TABLE['s-box']?.properties).toContain('position');
});

test('files of every shape are read', () => {
  const table = readSurface('customer-account', '2026-07');
  expect(table['s-page']?.properties).toEqual(['heading', 'id', 'inlineSize', 'slot', 'subheading']);
  expect(table['s-avatar']?.events).toEqual(['error', 'load']);
  expect(table['s-url-field']?.properties).toContain('labelAccessibilityVisibility');
  expect(table['s-date-field']?.events).toContain('viewchange');
  expect(table['s-chat']?.methods).toEqual(['contentWindow.postMessage']);
  expect(table['s-announcement']?.methods).toEqual(['dismiss']);
  expect(table['s-checkbox']?.booleans).toEqual(['checked', 'defaultChecked', 'disabled', 'required']);
});

/** Finds the tags by another way than the generator: every tag that a declaration file of the surface quotes. */
function declaredTags(surface, version = '2026-07') {
  const folder = componentsFolder(surface, version);
  const sources = readdirSync(folder)
    .filter((name) => name.endsWith('.d.ts'))
    .map((name) => readFileSync(new URL(name, folder), 'utf8'));

  const tags = sources.join('\n').matchAll(/["'](s-(?!internal-)[a-z-]+)["']/g);
  return [...new Set([...tags].map(([, tag]) => tag))].toSorted();
}

/** The tags of the components that a file lists by their names, and that of the files that it builds on. */
function componentTags(file, version) {
  const source = readFileSync(new URL(`${file}.d.ts`, componentsFolder('admin', version)), 'utf8');
  const names = [...source.matchAll(/'(\w+)'/g)].map(([, name]) => name);
  const below = [...source.matchAll(/from '\.\/(\w+)'/g)].flatMap(([, name]) => componentTags(name, version));
  return [...new Set([...names.map(tagOfComponent), ...below])].toSorted((one, other) =>
    one < other ? -1 : 1,
  );
}

function tagOfComponent(name) {
  const words = name.replace(/^URL/, 'Url').matchAll(/[A-Z][a-z]+/g);
  return `s-${[...words].map(([word]) => word.toLowerCase()).join('-')}`;
}

function componentsFolder(surface, version) {
  return new URL(
    `../fixtures/sdks/${version}/node_modules/@shopify/ui-extensions/build/ts/surfaces/${surface}/components/`,
    import.meta.url,
  );
}
