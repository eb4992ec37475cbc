import {readFileSync} from 'node:fs';
import {expect, test} from '@playwright/test';
import {PAGE, TABLES, shapesOfChanges, tableOf, withCode, withTables} from './generate-fixtures.mjs';

const page = readFileSync(PAGE, 'utf8');

test('docs/fixtures.md has the tables of the types; else run node .ci/generate-fixtures.mjs', async () => {
  expect(page).toBe(await withTables(page));
});

test('docs/fixtures.md has a row for each key of host.update', async () => {
  const rows = [...page.matchAll(/^\| `(\w+)` +\|/gm)].map(([, key]) => key);
  expect(rows).toEqual(expect.arrayContaining(Object.keys(await shapesOfChanges())));
});

test('a table has the type and the whole docstring, without tags', () => {
  expect(tableOf('ExtensionLog').split('\n')[2]).toMatch(
    /^\| `handle` +\| `string` +\| The handle of the extension\. +\|$/,
  );
  for (const name of Object.keys(TABLES)) expect(tableOf(name), name).not.toMatch(/@see|@throws|\{@link/);
});

test('a page without the comments of a table is refused by name', async () => {
  await expect(withTables('# Page\n')).rejects.toThrow('<!-- SimhostOptions: made by');
});

for (const [expected, written] of [
  ['an array such as ["A", "B"], or null', 'an array such as `["A", "B"]`, or null'],
  ['a string, for example "#1001", or null', 'a string, for example `"#1001"`, or null'],
  ['an object with some of lines, notes', 'an object with some of `lines`, `notes`'],
  ['true or false', 'true or false'],
]) {
  test(`writes the values of "${expected}" as code`, () => {
    expect(withCode(expected)).toBe(written);
  });
}
