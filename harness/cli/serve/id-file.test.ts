import {mkdir, readFile, stat, writeFile} from 'node:fs/promises';
import {expect, test as base} from '@playwright/test';
import {writeIdFile} from './id-file.ts';

const ID = '7f0c2c1e-6b1f-4c55-9d2b-0a8a4a6f6a11';
const OTHER = '11111111-6b1f-4c55-9d2b-0a8a4a6f6a11';

const test = base.extend<{path: string}>({
  path: async ({}, use, info) => {
    await mkdir(info.outputPath(), {recursive: true});
    await use(info.outputPath('id'));
  },
});

test('only its owner may read the file, and it goes when the simulation ends', async ({path}) => {
  const remove = await writeIdFile(path, ID);
  expect(await readFile(path, 'utf8')).toBe(`${ID}\n`);
  expect((await stat(path)).mode & 0o777).toBe(0o600);
  await remove();
  await expect(stat(path)).rejects.toThrow('ENOENT');
});

test('replaces an old id with any mode', async ({path}) => {
  await writeFile(path, `${OTHER}\n`, {mode: 0o644});
  const remove = await writeIdFile(path, ID);
  expect(await readFile(path, 'utf8')).toBe(`${ID}\n`);
  expect((await stat(path)).mode & 0o777).toBe(0o600);
  await writeFile(path, `${OTHER}\n`);
  await remove();
  expect(await readFile(path, 'utf8')).toBe(`${OTHER}\n`);
});

test('keeps a file with other content', async ({path}) => {
  await writeFile(path, 'precious');
  await expect(writeIdFile(path, ID)).rejects.toMatchObject({
    code: 'ERR_BAD_ID_FILE',
    message: expect.stringContaining(path),
  });
  expect(await readFile(path, 'utf8')).toBe('precious');
});

test('names a missing folder', async ({path}) => {
  await expect(writeIdFile(`${path}/no/id`, ID)).rejects.toThrow(/no\/id: ENOENT/);
});
