import {mkdir, readFile} from 'node:fs/promises';
import {expect} from '@playwright/test';
import {APP, ENVIRONMENT, test} from './backend.fixture.ts';
import {simhost, simhostLines} from './cli.fixture.ts';

test('exit code 0 and the figures: a clean backend', async ({backend}) => {
  const url = `${await backend('loyalty/server.js')}/api/points`;
  const {stdout, stderr, code} = await simhost(['audit', url], ENVIRONMENT);
  expect(stdout).toMatch(new RegExp(`^Clean  ${url}  \\(customer-account\\)\n`));
  expect(stdout).toMatch(/\d+ cases: \d+ right, 0 wrong, \d+ not applicable\n$/);
  expect(stderr).toBe('');
  expect(code).toBe(0);
});

test('exit code 1 and the findings: a faulty backend, credentials as flags', async ({backend}) => {
  const url = `${await backend('faulty/no-audience.js')}/api/points`;
  const {stdout, code} = await simhost([
    'audit',
    url,
    '--client-id',
    APP.clientId,
    '--secret',
    APP.secret,
    '--profile',
    'checkout',
  ]);

  expect(stdout).toMatch(
    /^medium +aud-wrong  The backend does not compare aud with its client id, whole and exactly\.$/m,
  );
  expect(stdout).toMatch(/^ +also +aud-missing, aud-null, /m);
  expect(stdout).toMatch(/^ +expected +refused \(401\) /m);
  expect(code).toBe(1);
});

test('a route that refuses guests is right with --customers-only', async ({backend}) => {
  const url = `${await backend('faulty/refuses-guests.js')}/api/points`;
  const args = ['audit', url, '--only', 'surf-guest,ok-checkout,sub-missing'];

  const {stdout, code} = await simhost(args, ENVIRONMENT);
  expect(stdout).toMatch(/^high +surf-guest {2}The backend does not serve guests\.$/m);
  expect(code).toBe(1);

  const closed = await simhost([...args, '--customers-only'], ENVIRONMENT);
  expect(closed.stdout).toContain('3 cases: 3 right, 0 wrong');
  expect(closed.code).toBe(0);
});

test('exit code 2 and the likely cause: it cannot be audited', async ({backend}) => {
  const url = `${await backend('loyalty/server.js')}/api/pionts`;
  const {stdout, code} = await simhost(['audit', url], ENVIRONMENT);
  expect(stdout).toContain('Not auditable');
  expect(stdout).toContain('Likely cause: the path is wrong: nothing is at /api/pionts.');
  expect(code).toBe(2);
});

const REFUSED = [
  ['no URL', [], 'Missing backend URL.'],
  ['a host elsewhere', ['https://myapp.com/'], 'myapp.com is not on this machine.'],
  [
    'an unknown flag',
    ['http://127.0.0.1:9/', '--profil', 'admin'],
    'simhost audit has no option --profil.\nDid you mean "--profile"?',
  ],
  [
    'an unknown case',
    ['http://127.0.0.1:9/', '--only', 'key-wrong,exp-past-6'],
    'Did you mean "exp-past-60"?',
  ],
  [
    'a skip without reason',
    ['http://127.0.0.1:9/', '--skip', 'exp-past-60'],
    'Case "exp-past-60" is skipped without a reason.',
  ],
  ['an unknown report', ['http://127.0.0.1:9/', '--report', 'xml=a.xml'], 'Unknown report "xml".'],
  ['a report without file', ['http://127.0.0.1:9/', '--report', 'json'], 'Missing file for report "json".'],
  ['a header that is none', ['http://127.0.0.1:9/', '--header', 'x'], 'Not a header: x'],
  [
    'a header with its value, which may be a secret',
    ['http://127.0.0.1:9/', '--header', 'X-Api-Key=sk_live'],
    'Not a header: X-Api-Key\n',
  ],
  [
    'a platform without id',
    ['http://127.0.0.1:9/', '--platform', 'http://127.0.0.1:8'],
    'SIMHOST_ID is not set',
  ],
] as const;

test('exit code 2 and what to do: a wrong command line', async () => {
  const outcomes = await simhostLines(REFUSED.map(([, args]) => ['audit', ...args]));
  for (const [index, [name, , message]] of REFUSED.entries()) {
    const {stderr, stdout, code} = outcomes[index] ?? {};
    expect.soft(stderr, name).toMatch(/^simhost: /);
    expect.soft(stderr, name).toContain(message);
    expect.soft(stdout, name).toBe('');
    expect.soft(code, name).toBe(2);
  }
});

test('several reports at once, and neither token nor secret in any byte of them', async ({
  backend,
}, testInfo) => {
  const url = `${await backend('faulty/echoes-token.js')}/api/points`;
  const folder = testInfo.outputPath('reports');
  const formats = ['json', 'junit', 'sarif', 'html'];
  const flags = formats.flatMap((format) => ['--report', `${format}=${folder}/deep/audit.${format}`]);
  const {stdout, stderr} = await simhost(['audit', url, ...flags], ENVIRONMENT);
  const files = await Promise.all(
    formats.map((format) => readFile(`${folder}/deep/audit.${format}`, 'utf8')),
  );

  expect(files.map((text) => text.slice(0, 15))).toEqual(
    ['{\n  "url": "http', '<?xml version="1', '{\n  "$schema": "', '<!doctype html>\n'].map((text) =>
      text.slice(0, 15),
    ),
  );

  for (const text of [stdout, stderr, ...files]) {
    expect(text).not.toContain(APP.secret);
    expect(text).not.toMatch(/eyJ[\w-]{10,}/);
  }
});

test('a baseline silences what it knows, and a skip says why', async ({backend}, testInfo) => {
  const url = `${await backend('faulty/no-audience.js')}/api/points`;
  const baseline = testInfo.outputPath('baseline.json');

  await mkdir(testInfo.outputPath(), {recursive: true});
  await simhost(['audit', url, '--report', `json=${baseline}`], ENVIRONMENT);

  // The report under a baseline takes its place, run after run.
  for (let run = 0; run < 2; run++) {
    const known = await simhost(
      ['audit', url, '--baseline', baseline, '--report', `json=${baseline}`],
      ENVIRONMENT,
    );
    expect(known.stdout).toMatch(/ 0 wrong, \d+ known from the baseline/);
    expect(known.code).toBe(0);
  }

  const only = await simhost(
    [
      'audit',
      url,
      '--only',
      'aud-wrong,key-wrong',
      '--skip',
      'aud-wrong=one app, one secret',
      '--not-applicable',
    ],
    ENVIRONMENT,
  );

  expect(only.stdout).toContain('skipped: one app, one secret: aud-wrong');
  expect(only.stdout).toContain('2 cases: 1 right, 0 wrong, 1 not applicable');
  expect(only.code).toBe(0);
});
