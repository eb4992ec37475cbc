import {mkdir, readFile, readdir, rename} from 'node:fs/promises';
import {join} from 'node:path';
import {expect, test} from '@playwright/test';
import {replaceFile} from './replace-file.ts';

function held(code: string): NodeJS.ErrnoException {
  return Object.assign(new Error(`${code}: operation not permitted, rename`), {code});
}

for (const code of ['EPERM', 'EACCES', 'EBUSY']) {
  test(`waits while Windows refuses to replace an open file with ${code}`, async ({}, info) => {
    await mkdir(info.outputDir, {recursive: true});
    const path = join(info.outputDir, 'bundle.json');
    let refusals = 2;

    await replaceFile(path, 'new', {
      system: 'win32',
      rename: async (from, to) => {
        if (refusals-- > 0) throw held(code);
        await rename(from, to);
      },
    });

    expect(await readFile(path, 'utf8')).toBe('new');
    expect(await readdir(info.outputDir)).toEqual(['bundle.json']);
  });
}

test('elsewhere the first refusal is final, and no draft is left', async ({}, info) => {
  await mkdir(info.outputDir, {recursive: true});
  const path = join(info.outputDir, 'bundle.json');
  let attempts = 0;

  const replaced = replaceFile(path, 'new', {
    system: 'linux',
    rename: () => {
      attempts++;
      return Promise.reject(held('EACCES'));
    },
  });

  await expect(replaced).rejects.toThrow('EACCES');
  expect(attempts).toBe(1);
  expect(await readdir(info.outputDir)).toEqual([]);
});

test('another error of Windows is final', async ({}, info) => {
  await mkdir(info.outputDir, {recursive: true});
  const path = join(info.outputDir, 'bundle.json');
  const failing = (): Promise<void> => Promise.reject(held('ENOSPC'));

  await expect(replaceFile(path, 'new', {system: 'win32', rename: failing})).rejects.toThrow('ENOSPC');
});
