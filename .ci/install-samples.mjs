// Samples that need other versions than the project, or much more, have a lock file of their own; they are installed once.
import {execSync} from 'node:child_process';
import {existsSync, readFileSync, readdirSync} from 'node:fs';
import {join} from 'node:path';

const root = join(import.meta.dirname, '..');
const samples = ['fixtures/sdks', 'fixtures/extensions']
  .flatMap((folder) => readdirSync(join(root, folder)).map((name) => join(folder, name)))
  .concat('fixtures/apps', 'fixtures/minis')
  .filter((sample) => existsSync(join(root, sample, 'package-lock.json')));

for (const sample of samples) {
  const cwd = join(root, sample);
  if (installed(cwd)) continue;
  console.log(`Installing ${sample}`);
  execSync('npm ci --no-audit --no-fund', {cwd, stdio: 'inherit'});
}

/** npm keeps a copy of the lock file beside what it installed. */
function installed(cwd) {
  const {packages} = JSON.parse(readFileSync(join(cwd, 'package-lock.json'), 'utf8'));
  const copy = join(cwd, 'node_modules/.package-lock.json');
  if (!existsSync(copy)) return false;

  const {packages: present} = JSON.parse(readFileSync(copy, 'utf8'));
  return Object.entries(packages).every(
    ([path, {version, optional}]) => path === '' || optional || present[path]?.version === version,
  );
}
