import {readFileSync} from 'node:fs';
import {expect, test} from '@playwright/test';

const {engines, peerDependencies} = JSON.parse(
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
