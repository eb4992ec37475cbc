// Samples that need other versions than the project have a lock file of their own; they are installed once.
import {execSync} from 'node:child_process';
import {existsSync, readFileSync, readdirSync} from 'node:fs';
import {join} from 'node:path';

const folder = join(import.meta.dirname, '../fixtures/sdks');

for (const name of readdirSync(folder)) {
  const cwd = join(folder, name);
  if (installed(cwd)) continue;
  console.log(`Installing fixtures/sdks/${name}`);
  execSync('npm ci --no-audit --no-fund', {cwd, stdio: 'inherit'});
}

/** npm keeps a copy of the lock file beside what it installed. */
function installed(cwd) {
  const {packages} = JSON.parse(readFileSync(join(cwd, 'package-lock.json'), 'utf8'));
  const copy = join(cwd, 'node_modules/.package-lock.json');
  if (!existsSync(copy)) return false;
  const {packages: present} = JSON.parse(readFileSync(copy, 'utf8'));
  return Object.entries(packages).every(([path, {version, optional}]) => path === '' || optional || present[path]?.version === version);
}
