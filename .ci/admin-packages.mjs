// The packages of every API version of the admin, and the checker of TypeScript that reads their types: the types are
// intersections and unions, which a parser alone does not resolve.
import {readdirSync} from 'node:fs';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {API} from 'typescript/unstable/sync';

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
  const config = join(FIXTURES, 'admin-types.json');
  const api = new API({fs: withFile(config, configOf(Object.values(files)))});

  try {
    const {program, checker} = api.updateSnapshot({openProjects: [config]}).getProject(config);
    return Object.fromEntries(
      Object.entries(files).map(([version, file]) => [version, read(checker, program.getSourceFile(file))]),
    );
  } finally {
    api.close();
  }
}

function configOf(files) {
  return JSON.stringify({
    compilerOptions: {
      strict: true,
      noEmit: true,
      skipLibCheck: true,
      module: 'esnext',
      moduleResolution: 'bundler',
      target: 'es2022',
      types: [],
    },
    files,
  });
}

/** Returns a file system that has this file besides the real ones. */
function withFile(path, text) {
  return {
    fileExists: (asked) => (asked === path ? true : undefined),
    readFile: (asked) => (asked === path ? text : undefined),
  };
}
