// The console of `simhost dev` stays small: it loads next to a page whose speed the author is watching.
import {readFileSync} from 'node:fs';
import {gzipSync} from 'node:zlib';

/** Bytes after gzip, by the name of the built file. */
const BUDGETS = {'console.js': 36 * 1024, 'console.css': 7 * 1024};

/**
 * Lists the files that are larger than their budget.
 *
 * @param {(name: string) => Uint8Array} read returns a built file
 * @returns {{name: string, size: number, budget: number}[]} each file with its size after gzip
 */
export function sizesOf(read) {
  return Object.entries(BUDGETS).map(([name, budget]) => ({
    name,
    size: gzipSync(read(name), {level: 9}).length,
    budget,
  }));
}

if (process.argv[1] === import.meta.filename) {
  const served = new URL('../dist/served/', import.meta.url);
  const sizes = sizesOf((name) => readFileSync(new URL(name, served)));

  for (const {name, size, budget} of sizes) console.log(`${name}: ${size} of ${budget} bytes after gzip`);
  process.exitCode = sizes.some(({size, budget}) => size > budget) ? 1 : 0;
}
