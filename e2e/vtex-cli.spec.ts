import {mkdir, readFile, stat, writeFile} from 'node:fs/promises';
import {expect} from '@playwright/test';
import {decodeJwt} from 'jose';
import {createSimulation} from 'simhost';
import {homeFolders} from '../harness/cli/vtex/home-folders.ts';
import {simhost, simhostLines, test} from './cli.fixture.ts';

const HOME_SESSION = `${homeFolders().at(-1)}/.vtex/session`;
const TOKEN = /^[\w-]+\.[\w-]+\.[\w-]+\n$/;

test('a person signs in on the page whose address is printed, and the session is kept', async ({
  running,
  page,
}, info) => {
  const dir = info.outputPath('session');
  const url = await running.start(['vtex', 'login', 'acme', '--dir', dir]);

  await page.goto(url);
  await page.getByRole('button', {name: /Mary Somerville/}).click();
  await expect(page.getByText('You are signed in')).toBeVisible();
  await running.line('Logged into acme as mary@example.com at workspace master');
  const session = JSON.parse(await readFile(`${dir}/session.json`, 'utf8')) as {token: string};
  expect(session).toMatchObject({account: 'acme', login: 'mary@example.com'});
  expect(decodeJwt(session.token)).toMatchObject({
    sub: 'mary@example.com',
    audience: 'admin',
    account: 'acme',
  });

  expect(running.output()).not.toContain('eyJ');
});

test('the session is in the three files that VTEX’s command line reads, for its owner’s eyes', async ({}, info) => {
  const dir = info.outputPath('home/.vtex/session');
  await simhost(['vtex', 'login', 'acme', '--dir', dir, '--as', 'grace', '--workspace', 'dev']);
  const read = async (name: string): Promise<Record<string, string>> =>
    JSON.parse(await readFile(`${dir}/${name}`, 'utf8')) as Record<string, string>;
  const {token, ...session} = await read('session.json');

  expect(session).toEqual({account: 'acme', login: 'grace@example.com'});
  expect(await read('tokens.json')).toEqual({
    acme: token,
    acme_refresh_token: expect.stringMatching(/^\w{20,}$/),
  });

  expect(await read('workspace.json')).toEqual({currentWorkspace: 'dev'});
  expect((await stat(`${dir}/session.json`)).mode & 0o777).toBe(0o600);
});

test('local token prints a token that is good as it is, and one that has expired never', async ({}, info) => {
  const dir = info.outputPath('session');
  await mkdir(dir, {recursive: true});
  const keep = (token: string): Promise<void> =>
    writeFile(`${dir}/session.json`, JSON.stringify({account: 'acme', login: 'mary@example.com', token}));
  const simulation = createSimulation();
  const good = await simulation.mint('vtex-admin', {admin: 'mary'});

  await keep(good);
  expect(await simhost(['vtex', 'local', 'token', '--dir', dir])).toEqual({
    code: 0,
    stdout: `${good}\n`,
    stderr: '',
  });

  for (const old of [
    await simulation.mint('vtex-admin', {claims: {exp: Math.floor(Date.now() / 1000) - 1}}),
    'no token at all',
  ]) {
    await keep(old);
    const {stdout, stderr} = await simhost(['vtex', 'local', 'token', '--dir', dir, '--as', 'grace']);
    expect(stdout).toMatch(TOKEN);
    expect(stdout).not.toContain(old);
    expect(stderr).toBe('Logged into acme as grace@example.com at workspace master\n');
    expect(JSON.parse(await readFile(`${dir}/session.json`, 'utf8'))).toMatchObject({
      login: 'grace@example.com',
      token: stdout.trim(),
    });
  }
});

const REFUSED = [
  [['vtex'], 'Missing command.\nKnown: vtex login, vtex local token.'],
  [['vtex', 'logn'], 'Unknown command "vtex logn".\nDid you mean "vtex login"?'],
  [['vtex', 'local', 'tokn', '--dir', 'x'], 'Did you mean "vtex local token"?'],
  [['vtex', 'login', '--dir', 'x'], 'Missing VTEX account.'],
  [['vtex', 'login', 'acme'], 'Missing folder for the session.'],
  [
    ['vtex', 'login', 'acme', '--dir', HOME_SESSION, '--as', 'grace'],
    "is the folder of your own login of VTEX's command line",
  ],
  [
    ['vtex', 'login', 'acme', '--dir', 'x', '--as', 'grac'],
    'No admin is called "grac".\nDid you mean "grace"?',
  ],
  [['vtex', 'login', 'acme', '--dir', 'x', '--as', 'ada'], 'No admin is called "ada"'],
  [
    ['vtex', 'login', 'No Account', '--dir', 'x', '--as', 'grace'],
    'Not the name of a VTEX account: "No Account"',
  ],
  [
    ['dev', 'http://localhost:3000'],
    'http://localhost:3000 is the address of a storefront.\nName the store that it serves: npx simhost dev --backend',
  ],
  [['vtex', 'local', 'token', '--dir', 'no/session/here'], 'There is no session in no/session/here.'],
] as const;

test('a wrong command line is refused', async () => {
  const outcomes = await simhostLines(REFUSED.map(([args]) => args));
  for (const [index, [args, message]] of REFUSED.entries()) {
    const {code, stderr, stdout} = outcomes[index] ?? {};
    expect.soft([code, stdout], args.join(' ')).toEqual([1, '']);
    expect.soft(stderr, args.join(' ')).toContain(message);
  }
});
