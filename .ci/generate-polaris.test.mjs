import {readFileSync} from 'node:fs';
import {expect, test} from '@playwright/test';
import {POLARIS_TABLE} from '../harness/page/polaris/polaris-table.ts';
import {polarisTable, readManifest} from './generate-polaris.mjs';

test('the committed table is what the generator makes of the published manifest', () => {
  const committed = readFileSync(
    new URL('../harness/page/polaris/polaris-table.ts', import.meta.url),
    'utf8',
  );
  expect(committed, 'run: node .ci/generate-polaris.mjs').toBe(polarisTable());
});

test('the table has every tag that the published types declare', () => {
  const types = readFileSync(
    new URL(
      '../fixtures/sdks/polaris/node_modules/@shopify/polaris-types/dist/polaris.d.ts',
      import.meta.url,
    ),
    'utf8',
  );

  const declared = [...types.matchAll(/^declare const tagName(?:\$\w+)? = "(s-[a-z-]+)";$/gm)].map(
    ([, tag]) => tag,
  );
  expect(declared).toHaveLength(62);
  expect(Object.keys(POLARIS_TABLE)).toEqual(declared.toSorted());
});

test('an attribute with the name of a value sets the first value', () => {
  expect(POLARIS_TABLE['s-text-field']?.initial).toEqual(['value']);
  expect(POLARIS_TABLE['s-checkbox']?.initial).toEqual(['checked', 'indeterminate']);
  expect(POLARIS_TABLE['s-select']?.initial).toBeUndefined();
  expect(POLARIS_TABLE['s-modal']?.methods).toEqual(['hideOverlay', 'showOverlay', 'toggleOverlay']);
});

test('an attribute that sets a property of another name is an error', () => {
  const declaration = {
    tagName: 's-new',
    members: [{kind: 'field', name: 'label'}],
    attributes: [{name: 'caption', fieldName: 'label'}],
  };

  expect(() => readManifest({modules: [{declarations: [declaration]}]})).toThrow(
    '<s-new>: the attribute caption sets label.',
  );
});
