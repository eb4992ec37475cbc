// Resolves published types by the checker of TypeScript: intersections, unions and base classes across files, which a
// parser alone does not resolve. It reads from the folder of fixtures, so that packages are found from there.
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {API} from 'typescript/unstable/sync';

const FIXTURES = fileURLToPath(new URL('../fixtures', import.meta.url));

const COMPILER_OPTIONS = {
  strict: true,
  noEmit: true,
  skipLibCheck: true,
  module: 'esnext',
  moduleResolution: 'bundler',
  target: 'es2022',
  lib: ['es2022', 'dom'],
  types: [],
};

/**
 * Opens a program of these files, and closes it after `read`.
 *
 * @template T
 * @param {string[]} files their paths
 * @param {(program: object, checker: object) => T} read
 * @param {Record<string, string>} unwritten the text of files that are not on the disk, by path
 * @returns {T}
 */
export function withChecker(files, read, unwritten = {}) {
  const config = join(FIXTURES, 'published-types.json');
  const project = JSON.stringify({compilerOptions: COMPILER_OPTIONS, files});
  const api = new API({fs: overlay({...unwritten, [config]: project})});

  try {
    const {program, checker} = api.updateSnapshot({openProjects: [config]}).getProject(config);
    return read(program, checker);
  } finally {
    api.close();
  }
}

/** Returns a file system that has these files besides the real ones. */
function overlay(files) {
  return {
    fileExists: (path) => (path in files ? true : undefined),
    readFile: (path) => files[path],
  };
}
