import {readdirSync, readFileSync} from 'node:fs';
import {expect, test} from '@playwright/test';
import {ELEMENT_TABLE} from '../harness/wire/element-table.ts';
import {tagsOf} from '../harness/wire/elements.ts';
import {elementTable, readSurface} from './generate-elements.mjs';

test('the committed table is what the generator makes of the published types', () => {
  const committed = readFileSync(new URL('../harness/wire/element-table.ts', import.meta.url), 'utf8');
  expect(committed, 'run: node .ci/generate-elements.mjs').toBe(elementTable());
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
function declaredTags(surface) {
  const folder = new URL(
    `../fixtures/sdks/2026-07/node_modules/@shopify/ui-extensions/build/ts/surfaces/${surface}/components/`,
    import.meta.url,
  );

  const sources = readdirSync(folder)
    .filter((name) => name.endsWith('.d.ts'))
    .map((name) => readFileSync(new URL(name, folder), 'utf8'));

  const tags = sources.join('\n').matchAll(/["'](s-[a-z-]+)["']/g);
  return [...new Set([...tags].map(([, tag]) => tag))].toSorted();
}
