import {readFileSync} from 'node:fs';
import {expect, test} from '@playwright/test';
import {CHECKOUT_TAGS, ELEMENT_TABLE} from '../harness/wire/element-table.ts';
import {elementTable, readSurface} from './generate-elements.mjs';

test('the committed table is what the generator makes of the published types', () => {
  const committed = readFileSync(new URL('../harness/wire/element-table.ts', import.meta.url), 'utf8');
  expect(committed, 'run: node .ci/generate-elements.mjs').toBe(elementTable());
});

test('all elements of both surfaces are read', () => {
  expect(Object.keys(readSurface('customer-account', '2026-07'))).toHaveLength(70);
  expect(Object.keys(readSurface('checkout', '2026-07'))).toHaveLength(64);
});

test('what one version adds and what it drops are both in the table', () => {
  expect(Object.keys(readSurface('checkout', '2026-10'))).not.toContain('s-login-with-shop');
  expect(CHECKOUT_TAGS).toContain('s-login-with-shop');
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
