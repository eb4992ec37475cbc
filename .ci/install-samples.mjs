// Samples that need other versions than the project, or much more, have a lock file of their own; they are installed once.
import {execSync} from 'node:child_process';
import {existsSync, readFileSync, readdirSync} from 'node:fs';
import {join} from 'node:path';

const fixtures = join(import.meta.dirname, '../fixtures');
const samples = [...readdirSync(join(fixtures, 'sdks')).map((name) => `sdks/${name}`), 'minis'];

for (const name of samples) {
  const cwd = join(fixtures, name);
  if (installed(cwd)) continue;
  console.log(`Installing fixtures/${name}`);
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
