// Removes the declarations that no entry of the package reaches: an editor never opens them.
import {readdirSync, readFileSync, rmSync} from 'node:fs';
import {dirname, join} from 'node:path';

const ROOT = join(import.meta.dirname, '..');
const DIST = join(ROOT, 'dist');

const {exports} = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
const entries = Object.values(exports).flatMap(({types}) => (types === undefined ? [] : [join(ROOT, types)]));

const reached = new Set();
for (const entry of entries) reach(entry);

const declarations = readdirSync(DIST, {recursive: true})
  .filter((name) => name.endsWith('.d.ts'))
  .map((name) => join(DIST, name));
for (const file of declarations) if (!reached.has(file)) rmSync(file);
console.log(
  `declarations: ${reached.size} of ${declarations.length} are reached from ${entries.length} entries`,
);

/** Notes a declaration and everything that it imports. */
function reach(file) {
  if (reached.has(file)) return;
  reached.add(file);

  const source = readFileSync(file, 'utf8');
  const imports = source.matchAll(
    /\bfrom ['"](\.[^'"]+)['"]|\bimport\(['"](\.[^'"]+)['"]\)|^import ['"](\.[^'"]+)['"]/gm,
  );
  for (const [, from, dynamic, bare] of imports) {
    const path = from ?? dynamic ?? bare;
    reach(join(dirname(file), path.replace(/\.[jt]s$/, '.d.ts')));
  }
}
