import {existsSync} from 'node:fs';
import {mkdir, readFile, stat, symlink, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {expect, test} from '@playwright/test';
import {homeFolders} from './home-folders.ts';
import {readSession, writeSession} from './session-files.ts';

const GRACE = {
  account: 'acme',
  workspace: 'master',
  login: 'grace@example.com',
  token: 'a-token',
  refreshToken: 'a-refresh-token',
};

test('writes a session as VTEX’s command line reads it, for its owner only', async ({}, info) => {
  const folder = info.outputPath('home/.vtex/session');
  await writeSession(folder, GRACE);
  const read = async (name: string): Promise<unknown> =>
    JSON.parse(await readFile(join(folder, name), 'utf8'));
  expect(await read('session.json')).toEqual({account: 'acme', login: 'grace@example.com', token: 'a-token'});
  expect(await read('tokens.json')).toEqual({acme: 'a-token', acme_refresh_token: 'a-refresh-token'});
  expect(await read('workspace.json')).toEqual({currentWorkspace: 'master'});
  for (const name of ['session.json', 'tokens.json', 'workspace.json']) {
    expect((await stat(join(folder, name))).mode & 0o777).toBe(0o600);
  }

  expect(await readSession(folder)).toEqual({account: 'acme', login: 'grace@example.com', token: 'a-token'});
});

test('a second login keeps the token of the first account, and names it as the last', async ({}, info) => {
  const folder = info.outputPath('session');
  await writeSession(folder, GRACE);
  await writeSession(folder, {...GRACE, account: 'globex', token: 'another', refreshToken: undefined});
  expect(JSON.parse(await readFile(join(folder, 'session.json'), 'utf8'))).toMatchObject({
    account: 'globex',
    lastAccount: 'acme',
  });

  expect(JSON.parse(await readFile(join(folder, 'tokens.json'), 'utf8'))).toEqual({
    acme: 'a-token',
    acme_refresh_token: 'a-refresh-token',
    globex: 'another',
  });
});

test('a folder without a login has no session', async ({}, info) => {
  expect(await readSession(info.outputPath('nothing'))).toBeNull();
});

for (const [what, content] of [
  ['half a file', '{"account": '],
  ['a list', '[]'],
  ['an account without a token', '{"account": "acme"}'],
] as const) {
  test(`${what} is refused by its path`, async ({}, info) => {
    await mkdir(info.outputPath('session'), {recursive: true});
    await writeFile(info.outputPath('session', 'session.json'), content);
    await expect(readSession(info.outputPath('session'))).rejects.toMatchObject({
      code: 'ERR_BAD_SESSION',
      message: expect.stringContaining(info.outputPath('session', 'session.json')),
    });
  });
}

test('never touches the folder of the user’s own login, not even by a link', async ({}, info) => {
  await mkdir(info.outputPath(), {recursive: true});
  const homes = homeFolders().filter((home) => existsSync(home));
  await Promise.all(homes.map((home, index) => symlink(home, info.outputPath(`link-${index}`))));

  const folders = homes.flatMap((home, index) => [
    join(home, '.vtex'),
    join(home, '.vtex/session'),
    info.outputPath(`link-${index}/.vtex/session`),
  ]);
  test.skip(folders.length === 0, 'This user has no home folder.');

  for (const folder of folders) {
    await expect(writeSession(folder, GRACE)).rejects.toMatchObject({code: 'ERR_OWN_SESSION'});
    await expect(readSession(folder)).rejects.toMatchObject({code: 'ERR_OWN_SESSION'});
  }
});
