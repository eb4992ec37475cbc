import {chmod, mkdir, readFile, writeFile} from 'node:fs/promises';
import {expect, test} from '@playwright/test';
import {copyToClipboard} from './clipboard.ts';

test('on Linux without a display there is no clipboard, and nothing is printed', async () => {
  expect(await copyToClipboard('text', {PATH: process.env['PATH']}, 'linux')).toBe(false);
});

test('with a display the first available clipboard gets the string', async ({}, info) => {
  await mkdir(info.outputPath(), {recursive: true});
  await writeFile(info.outputPath('xsel'), `#!/bin/sh\n/bin/cat > '${info.outputPath('copied')}'\n`);
  await chmod(info.outputPath('xsel'), 0o755);
  expect(await copyToClipboard('text', {DISPLAY: ':0', PATH: info.outputPath()}, 'linux')).toBe(true);
  expect(await readFile(info.outputPath('copied'), 'utf8')).toBe('text');
});
