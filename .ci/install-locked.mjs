import {execSync} from 'node:child_process';
import {existsSync, readFileSync} from 'node:fs';
import {join} from 'node:path';

/**
 * Installs a folder that has a lock file of its own, unless it is installed already.
 *
 * @param {string} folder
 */
export function installLocked(folder) {
  if (isInstalled(folder)) return;

  console.log(`Installing ${folder}`);
  execSync('npm ci --no-audit --no-fund', {cwd: folder, stdio: 'inherit'});
}

/** npm keeps a copy of the lock file with what it installed. */
function isInstalled(folder) {
  const {packages} = JSON.parse(readFileSync(join(folder, 'package-lock.json'), 'utf8'));
  const copy = join(folder, 'node_modules/.package-lock.json');
  if (!existsSync(copy)) return false;

  const {packages: present} = JSON.parse(readFileSync(copy, 'utf8'));
  return Object.entries(packages).every(
    ([path, {version, optional}]) => path === '' || optional || present[path]?.version === version,
  );
}
