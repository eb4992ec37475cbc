// Compares the entries of the package with the types that TypeScript finds for them.
import {readFileSync} from 'node:fs';
import {expect, test} from '@playwright/test';

const {exports, types, typesVersions} = JSON.parse(readFileSync('package.json', 'utf8'));

test('TypeScript finds the types of each entry also if it does not read `exports`', () => {
  // `moduleResolution: node`, the default of CommonJS projects until TypeScript 5, does not.
  const entries = Object.entries(exports).filter(([, entry]) => entry.types !== undefined);
  const expected = Object.fromEntries(
    entries.filter(([name]) => name !== '.').map(([name, entry]) => [name.slice(2), [entry.types]]),
  );

  expect(entries.length).toBeGreaterThan(5);
  expect(typesVersions).toEqual({'*': expected});
  expect(types).toBe(exports['.'].types);
});
