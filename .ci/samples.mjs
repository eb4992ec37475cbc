// The samples that have their own lock file: they need other versions than the project, or much more.
import {existsSync, readFileSync, readdirSync} from 'node:fs';
import {join} from 'node:path';

const ROOT = join(import.meta.dirname, '..');

/**
 * Lists the samples with a lock file, as paths from the folder of the project.
 *
 * @returns {string[]}
 */
export function samples(root = ROOT) {
  return ['fixtures/sdks', 'fixtures/extensions']
    .flatMap((folder) => readdirSync(join(root, folder)).map((name) => `${folder}/${name}`))
    .concat('fixtures/apps', 'fixtures/minis')
    .filter((sample) => existsSync(join(root, sample, 'package-lock.json')));
}

/** Whether a sample has what its lock file lists. npm keeps a copy of the lock file beside what it installed. */
export function isInstalled(sample, root = ROOT) {
  const {packages} = JSON.parse(readFileSync(join(root, sample, 'package-lock.json'), 'utf8'));
  const copy = join(root, sample, 'node_modules/.package-lock.json');
  if (!existsSync(copy)) return false;

  const {packages: present} = JSON.parse(readFileSync(copy, 'utf8'));
  return Object.entries(packages).every(
    ([path, {version, optional}]) => path === '' || optional || present[path]?.version === version,
  );
}

/** Returns the path of a file in the packages of a sample. A sample that is not installed is an error. */
export function packageFile(sample, file, root = ROOT) {
  const packages = join(root, sample, 'node_modules');
  if (existsSync(packages)) return join(packages, file);
  throw new Error(
    `${sample} is not installed, and ${file} comes from it.\nRun: node .ci/install-samples.mjs`,
  );
}
