// Builds the sample apps that are served from a build, as their authors do in CI. A build is kept until a source changes.
import {execSync} from 'node:child_process';
import {createHash} from 'node:crypto';
import {existsSync, readFileSync, readdirSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';

const folder = join(import.meta.dirname, '../fixtures/apps');

/** The folders that commands write. */
const WRITTEN = new Set(['build', 'node_modules', '.react-router']);

for (const name of readdirSync(folder)) {
  const cwd = join(folder, name);
  const {scripts = {}} = readJson(join(cwd, 'package.json'));
  if (scripts.build === undefined) continue;

  const fingerprint = fingerprintOf(cwd);
  const mark = join(cwd, 'build/sources.sha256');
  if (existsSync(mark) && readFileSync(mark, 'utf8') === fingerprint) continue;

  console.log(`Building fixtures/apps/${name}`);
  execSync('npm run --silent build', {cwd, stdio: ['ignore', 'ignore', 'inherit']});
  writeFileSync(mark, fingerprint);
}

function readJson(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
}

/** The hash of everything that decides what a build is: the locked packages, and the sources by path. */
function fingerprintOf(cwd) {
  const hash = createHash('sha256').update(readFileSync(join(folder, 'package-lock.json')));
  for (const file of sourcesIn(cwd)) hash.update(`\0${file}\0`).update(readFileSync(join(cwd, file)));
  return hash.digest('hex');
}

/**
 * Lists the files that the author wrote, by their paths.
 *
 * @returns {string[]}
 */
function sourcesIn(cwd, below = '') {
  return readdirSync(join(cwd, below), {withFileTypes: true})
    .filter(({name}) => !WRITTEN.has(name))
    .flatMap((entry) => {
      const path = join(below, entry.name);
      return entry.isDirectory() ? sourcesIn(cwd, path) : [path];
    })
    .toSorted();
}
