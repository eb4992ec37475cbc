import {readFileSync} from 'node:fs';
import {expect, test} from '@playwright/test';
import {elementTable, readSurface} from './generate-elements.mjs';

test('the committed table is what the generator makes of the published types', () => {
  const committed = readFileSync(new URL('../harness/wire/element-table.ts', import.meta.url), 'utf8');
  expect(committed, 'run: node .ci/generate-elements.mjs').toBe(elementTable());
});

test('all elements of both surfaces are read', () => {
  expect(Object.keys(readSurface('customer-account'))).toHaveLength(70);
  expect(Object.keys(readSurface('checkout'))).toHaveLength(64);
});

test('files of every shape are read', () => {
  const table = readSurface('customer-account');
  expect(table['s-page']?.properties).toEqual(['heading', 'id', 'inlineSize', 'slot', 'subheading']);
  expect(table['s-avatar']?.events).toEqual(['error', 'load']);
  expect(table['s-url-field']?.properties).toContain('labelAccessibilityVisibility');
  expect(table['s-date-field']?.events).toContain('viewchange');
  expect(table['s-chat']?.methods).toEqual(['contentWindow.postMessage']);
  expect(table['s-announcement']?.methods).toEqual(['dismiss']);
  expect(table['s-checkbox']?.booleans).toEqual(['checked', 'defaultChecked', 'disabled', 'required']);
});
