// The packages of every API version of the admin.
import {readdirSync} from 'node:fs';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {withChecker} from './published-types.mjs';

const FIXTURES = fileURLToPath(new URL('../fixtures', import.meta.url));
const NAME = 'node_modules/@shopify/ui-extensions';

const BETWEEN_SAMPLES = ['2024-01', '2024-04', '2024-07', '2024-10', '2025-01', '2025-04'];
const SINCE_REMOTE_DOM = readdirSync(join(FIXTURES, 'sdks')).filter((name) => /^\d{4}-\d{2}$/.test(name));

/** The folder of the admin's types by API version. */
export const ADMIN_TYPES = Object.fromEntries(
  [
    ['2023-10', `extensions/product-notes-2023-10/${NAME}`],
    ...BETWEEN_SAMPLES.map((version) => [version, `sdks/admin-react/node_modules/ui-extensions-${version}`]),
    ['2025-07', `extensions/product-notes-2025-07/${NAME}`],
    ...SINCE_REMOTE_DOM.map((version) => [version, `sdks/${version}/${NAME}`]),
  ].map(([version, folder]) => [version, join(FIXTURES, folder, 'build/ts/surfaces/admin')]),
);

/**
 * Reads a file of declarations of several versions.
 *
 * @template T
 * @param {Record<string, string>} files the files by version
 * @param {(checker: object, source: object) => T} read
 * @returns {Record<string, T>}
 */
export function readTypes(files, read) {
  return withChecker(Object.values(files), (program, checker) =>
    Object.fromEntries(
      Object.entries(files).map(([version, file]) => [version, read(checker, program.getSourceFile(file))]),
    ),
  );
}
