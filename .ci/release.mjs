// Checks the changelog, or prepares a release.
//
//   node .ci/release.mjs            checks the changelog against package.json
//   node .ci/release.mjs 0.2.0      closes "Unreleased", sets the version, and tries the package as users get it
import {execFileSync} from 'node:child_process';
import {readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';

const ROOT = join(import.meta.dirname, '..');
const CHANGELOG = join(ROOT, 'CHANGELOG.md');
const MANIFEST = join(ROOT, 'package.json');

/** The kinds of change that Keep a Changelog knows. */
const KINDS = ['Added', 'Changed', 'Deprecated', 'Removed', 'Fixed', 'Security'];

/** Packs, installs into an empty project, and runs the example of the README there. */
const PACKAGE_TEST = 'e2e/package.spec.ts';

const VERSION = /^\d+\.\d+\.\d+(?:-[\w.]+)?$/;

/**
 * Lists what stops a release, before anything is written.
 *
 * @param {string} version the version to release
 * @param {{version: string, repository: {url: string}}} manifest the content of package.json
 * @param {string} changelog
 * @returns {string[]} one sentence each
 */
export function obstaclesTo(version, {repository}, changelog) {
  const obstacles = [];

  if (!VERSION.test(version)) obstacles.push(`"${version}" is not a version. Write it as 0.2.0.`);
  if (sectionsOf(changelog).some(({name}) => name === version))
    obstacles.push(`CHANGELOG.md has a section of ${version} already.`);
  if (repository.url.includes('/OWNER/'))
    obstacles.push('The repository has no owner. Replace OWNER in package.json and CHANGELOG.md first.');

  return obstacles;
}

/**
 * Lists what is wrong with a changelog.
 *
 * @param {string} changelog
 * @param {string} version the version in package.json
 * @returns {string[]} one sentence each
 */
export function problemsIn(changelog, version) {
  const sections = sectionsOf(changelog);
  const released = sections.slice(1);
  const problems = [];

  if (sections[0]?.name !== 'Unreleased') problems.push('The first section must be "## [Unreleased]".');
  for (const {name, date, body} of released) {
    if (!VERSION.test(name)) problems.push(`"${name}" is not a version.`);
    if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) problems.push(`The section of ${name} needs a date: YYYY-MM-DD.`);
    if (!/^- /m.test(body)) problems.push(`The section of ${name} is empty.`);
  }

  for (const {name, body} of sections) {
    const unknown = [...body.matchAll(/^### (.+)$/gm)]
      .map(([, kind]) => kind)
      .filter((kind) => !KINDS.includes(kind));
    for (const entry of repeatedEntries(body)) problems.push(`${name} has an entry twice: "${entry} …"`);
    for (const kind of unknown) problems.push(`"${kind}" in ${name} is not one of ${KINDS.join(', ')}.`);
    if (!changelog.includes(`\n[${name.toLowerCase()}]: `)) problems.push(`The link of ${name} is missing.`);
  }

  const [newest] = released;
  if (newest !== undefined && newest.name !== version)
    problems.push(`The newest section is ${newest.name}, and package.json has ${version}.`);

  return problems;
}

/** Turns "Unreleased" into the section of a version, below a new and empty one. */
export function closeUnreleased(changelog, version, date) {
  const [unreleased] = sectionsOf(changelog);
  if (!/^- /m.test(unreleased?.body ?? '')) throw new Error('Nothing is listed under "Unreleased".');

  const repository = /^\[unreleased\]: (https:\/\/.+?)\/(?:commits|compare)\//m.exec(changelog)?.[1];
  if (repository === undefined) throw new Error('The link of "Unreleased" names no repository.');

  const links = `[unreleased]: ${repository}/compare/v${version}...HEAD\n[${version}]: ${repository}/releases/tag/v${version}`;
  return changelog
    .replace('## [Unreleased]\n', `## [Unreleased]\n\n## [${version}] - ${date}\n`)
    .replace(/^\[unreleased\]: .+$/m, links);
}

/** Finds the beginnings that several entries of a section share, as a merge leaves them behind. */
function repeatedEntries(body) {
  const beginnings = [...body.matchAll(/^- (.{1,40})/gm)].map(([, beginning]) => beginning);
  return [...new Set(beginnings.filter((beginning, index) => beginnings.indexOf(beginning) !== index))];
}

function sectionsOf(changelog) {
  const withoutLinks = changelog.replace(/^\[[^\]]+\]: .*$/gm, '');
  return withoutLinks
    .split(/^## /m)
    .slice(1)
    .map((section) => {
      const [, name = '', date = ''] = /^\[([^\]]+)\](?: - (.+))?/.exec(section) ?? [];
      return {name, date, body: section.slice(section.indexOf('\n'))};
    });
}

function check() {
  const {version} = JSON.parse(readFileSync(MANIFEST, 'utf8'));
  const problems = problemsIn(readFileSync(CHANGELOG, 'utf8'), version);

  for (const problem of problems) console.error(problem);
  console.log(`changelog: ${problems.length} problems`);
  process.exitCode = problems.length === 0 ? 0 : 1;
}

function prepare(version) {
  const run = (program, args) => execFileSync(program, args, {cwd: ROOT, stdio: 'inherit'});
  const changes = execFileSync('git', ['status', '--porcelain'], {cwd: ROOT, encoding: 'utf8'});
  if (changes !== '') throw new Error(`Commit first:\n${changes}`);

  const changelog = readFileSync(CHANGELOG, 'utf8');
  const obstacles = obstaclesTo(version, JSON.parse(readFileSync(MANIFEST, 'utf8')), changelog);
  if (obstacles.length > 0) throw new Error(obstacles.join('\n'));

  const today = new Date().toISOString().slice(0, 10);
  writeFileSync(CHANGELOG, closeUnreleased(changelog, version, today));
  // The first release has the version that package.json has had from the beginning.
  run('npm', ['version', version, '--no-git-tag-version', '--allow-same-version']);
  check();
  if (process.exitCode === 1)
    throw new Error('Mend the changelog, then discard the changes and start again.');

  run('npm', ['run', 'build']);
  run('npx', ['playwright', 'test', PACKAGE_TEST]);

  console.log(`
Ready. Read the diff, run "npm test && npm run check", then:
  git commit -am "release: ${version}" && git tag --annotate v${version} --message v${version}
  git push --follow-tags && npm publish`);
}

if (process.argv[1] === import.meta.filename) {
  const [version] = process.argv.slice(2);
  if (version === undefined) check();
  else prepare(version);
}
