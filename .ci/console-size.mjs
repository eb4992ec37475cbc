// Scripts that load next to a page whose speed the author is watching stay small: the console of `simhost dev`, and
// `polaris.js` inside an embedded app.
import {readdirSync, readFileSync} from 'node:fs';
import {gzipSync} from 'node:zlib';

/** Bytes after gzip, by the name of the built file. The console loads the files below the first two on demand. */
const BUDGETS = {
  'console.js': 36 * 1024,
  'console.css': 7 * 1024,
  'console-clock-view.js': 2.25 * 1024,
  'console-paste-view.js': 2 * 1024,
  'console-situation-view.js': 3 * 1024,
  'console-token-editor.js': 2 * 1024,
  'polaris.js': 36 * 1024,
};

/**
 * Lists the built files that have a budget, with their sizes. A file of the console without one has the budget 0.
 *
 * @param {readonly string[]} built the names of all built files
 * @param {(name: string) => Uint8Array} read returns a built file
 * @returns {{name: string, size: number, budget: number}[]} each file with its size after gzip
 */
export function sizesOf(built, read) {
  const unlisted = built.filter((name) => /^console\b.*\.(?:js|css)$/.test(name) && !(name in BUDGETS));
  return [...Object.keys(BUDGETS), ...unlisted].map((name) => ({
    name,
    size: gzipSync(read(name), {level: 9}).length,
    budget: BUDGETS[name] ?? 0,
  }));
}

if (process.argv[1] === import.meta.filename) {
  const served = new URL('../dist/served/', import.meta.url);
  const sizes = sizesOf(readdirSync(served), (name) => readFileSync(new URL(name, served)));

  for (const {name, size, budget} of sizes) console.log(`${name}: ${size} of ${budget} bytes after gzip`);
  process.exitCode = sizes.some(({size, budget}) => size > budget) ? 1 : 0;
}
