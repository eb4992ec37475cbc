import {readFileSync, readdirSync} from 'node:fs';
import {expect, test} from '@playwright/test';

const {engines, peerDependencies, scripts} = JSON.parse(
  readFileSync(new URL('../package.json', import.meta.url), 'utf8'),
);
const workflow = readFileSync(new URL('../.github/workflows/ci.yml', import.meta.url), 'utf8');

/** Returns the part of the workflow that is one job. */
function job(name) {
  const [, after = ''] = workflow.split(`\n  ${name}:\n`);
  return after.split(/\n {2}\w+:\n/)[0];
}

/** Lists the lowest version of each alternative of a range. */
function lowestOf(range) {
  return range.split('||').map((part) => part.trim().replace(/^(?:\^|>=)/, ''));
}

test('CI tests the ends of the peer ranges', () => {
  const [playwright] = lowestOf(peerDependencies['@playwright/test']);
  const [msw, nextMsw] = lowestOf(peerDependencies.msw);
  const peers = job('peers');

  expect(peers).toMatch(
    new RegExp(`playwright: '${playwright.replaceAll('.', '\\.')}(?:\\.0)?', msw: '${msw}'`),
  );
  expect(peers).toContain(`{playwright: latest, msw: '${nextMsw.split('.')[0]}'}`);
});

test('CI tests every supported major version of Node, on three systems', () => {
  const majors = lowestOf(engines.node).map((version) => Number(version.split('.')[0]));

  for (const name of ['run', 'systems']) {
    const [, listed] = /node: \[(.*)\]/.exec(job(name));
    expect(listed.split(', ').map(Number)).toEqual(expect.arrayContaining(majors));
  }

  expect(job('shards')).toContain('os: [ubuntu-latest, macos-latest, windows-latest]');
});

test('CI runs every shard', () => {
  const [, listed] = /shard: \[(.*)\]/.exec(job('shards'));
  const [, total] = /--shard=\$\{\{ matrix\.shard \}\}\/(\d+)/.exec(job('shards'));
  expect(listed.split(', ').map(Number)).toEqual(
    Array.from({length: Number(total)}, (_, index) => index + 1),
  );
});

/** The packages of the other languages that `.ci/run` installs. */
const LANGUAGES = ['python3-jwt', 'python3-cryptography', 'ruby', 'php-cli', 'golang-go'];

test('every job on Ubuntu that runs tests has the languages that .ci/run installs', () => {
  const installed = [
    ...readFileSync(new URL('run', import.meta.url), 'utf8').matchAll(/\|\| install ([\w -]+)$/gm),
  ];
  expect(installed.flatMap(([, names]) => names.split(' '))).toEqual(LANGUAGES);

  const step = `apt-get install -y -qq --no-install-recommends ${LANGUAGES.join(' ')}\n`;
  for (const name of ['run', 'shards', 'peers']) expect(job(name), name).toContain(step);
});

test('every job reads the project and sets up Node before its own steps', () => {
  const names = [...workflow.matchAll(/^ {2}(\w+):\n {4}(?:runs-on|if):/gm)].map(([, name]) => name);
  expect(names).toEqual(['run', 'systems', 'shards', 'report', 'peers', 'packages']);

  for (const name of names) {
    const steps = stepsOf(name);
    expect(steps.slice(0, 2), name).toEqual(['actions/checkout@v4', 'actions/setup-node@v4']);
    expect(steps, name).toContain(name === 'run' ? '.ci/run' : 'npm ci');
  }
});

test('only systems that have never passed may fail', () => {
  const mayFail = (name) => /continue-on-error: (.*)/.exec(job(name))?.[1];
  expect(['run', 'peers', 'packages'].map(mayFail)).toEqual([undefined, undefined, undefined]);
  expect(mayFail('systems')).toBe('true');
  expect(job('systems')).not.toContain('ubuntu');
  for (const name of ['shards', 'report'])
    expect(mayFail(name), name).toBe("${{ matrix.os != 'ubuntu-latest' }}");
});

test('each word by which .ci/run chooses tests is part of a title or of a file name', () => {
  const [, words = ''] = /-g '([^']+)'/.exec(readFileSync(new URL('run', import.meta.url), 'utf8')) ?? [];
  const folder = new URL('../e2e/packages/', import.meta.url);
  const names = readdirSync(folder, {recursive: true}).filter((name) => name.endsWith('.ts'));
  const texts = names.map((name) => readFileSync(new URL(name.replaceAll('\\', '/'), folder), 'utf8'));

  expect(words).not.toBe('');
  for (const word of words.split('|'))
    expect(
      [...names, ...texts].some((text) => text.includes(word)),
      word,
    ).toBe(true);
});

test('every script that CI runs is in package.json', () => {
  const names = [...workflow.matchAll(/npm run ([\w:]+)/g)].map(([, name]) => name);
  expect(names).toContain('test:packages');
  for (const name of names) expect(Object.keys(scripts)).toContain(name);
});

/** Lists what each step of a job uses or runs. */
function stepsOf(name) {
  const [, steps = ''] = job(name).split('    steps:\n');
  return [...steps.matchAll(/^(?: {6}- | {8})(?:uses|run): (.*)$/gm)].map(([, step]) => step);
}
