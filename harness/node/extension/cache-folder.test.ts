import {mkdir, stat, writeFile} from 'node:fs/promises';
import {syncBuiltinESMExports} from 'node:module';
import os, {tmpdir} from 'node:os';
import {join} from 'node:path';
import {expect, test} from '@playwright/test';
import {cacheFolder} from './cache-folder.ts';

test('is in the nearest node_modules above the extension', async () => {
  const app = test.info().outputPath('app');
  await mkdir(join(app, 'node_modules'), {recursive: true});
  await mkdir(join(app, 'extensions/one'), {recursive: true});
  expect(await cacheFolder(join(app, 'extensions/one'))).toBe(join(app, 'node_modules/.cache/simhost'));
  await mkdir(join(app, 'extensions/one/node_modules'));
  expect(await cacheFolder(join(app, 'extensions/one'))).toBe(
    join(app, 'extensions/one/node_modules/.cache/simhost'),
  );
});

test('is a private temporary folder if node_modules is read-only', async () => {
  const app = test.info().outputPath('app');
  await mkdir(join(app, 'node_modules'), {recursive: true});
  await writeFile(join(app, 'node_modules/.cache'), 'a file, not a folder');
  const folder = await cacheFolder(app);
  expect(folder).toMatch(/[\\/]simhost-/);
  expect(folder.startsWith(tmpdir())).toBe(true);
  if (process.platform !== 'win32') expect((await stat(folder)).mode & 0o077).toBe(0);
});

test('is a private temporary folder for a user whom passwd does not list', async () => {
  const app = test.info().outputPath('app');
  await mkdir(join(app, 'node_modules'), {recursive: true});
  await writeFile(join(app, 'node_modules/.cache'), 'a file, not a folder');

  const {userInfo} = os;
  os.userInfo = () => {
    throw new Error('uv_os_get_passwd returned ENOENT');
  };
  syncBuiltinESMExports();
  try {
    expect(await cacheFolder(app)).toMatch(/[\\/]simhost-/);
  } finally {
    os.userInfo = userInfo;
    syncBuiltinESMExports();
  }
});

test('does not exist if no folder can be written, so that nothing is kept and nothing fails', async () => {
  const app = test.info().outputPath('app');
  const notAFolder = join(app, 'node_modules/.cache');
  await mkdir(join(app, 'node_modules'), {recursive: true});
  await writeFile(notAFolder, 'a file, not a folder');

  const before = process.env['TMPDIR'];
  process.env['TMPDIR'] = notAFolder;
  try {
    const folder = await cacheFolder(app);
    expect(folder).not.toBe(await cacheFolder(app));
    await expect(stat(folder)).rejects.toThrow(/ENOTDIR|ENOENT/);
  } finally {
    if (before === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = before;
  }
});
