// A disk that takes no more data: the process may write no file, which Linux and macOS can say of one process.
import {execFile} from 'node:child_process';
import {mkdir, readFile, readdir, writeFile} from 'node:fs/promises';
import {resolve} from 'node:path';
import {promisify} from 'node:util';
import {expect, test} from '@playwright/test';
import {writeExtensionFolder} from './written-extension.ts';

const TARGET = 'customer-account.profile.block.render';

test.skip(process.platform === 'win32', 'Windows has no limit for the files of a process.');

/** Runs the command line in a process whose files must be empty; its output. */
async function withoutSpace(args: readonly string[], env: Readonly<Record<string, string>>): Promise<string> {
  const script = `trap '' XFSZ; ulimit -f 0; exec "$0" "$@"`;
  const {stdout, stderr} = await promisify(execFile)(
    'sh',
    ['-c', script, process.execPath, resolve('dist/cli/simhost.js'), ...args],
    {env: {...process.env, ...env}},
  ).catch((error: {stdout: string; stderr: string}) => error);
  return stdout + stderr;
}

test('init keeps the files of the project, and names the one that it cannot write', async ({}, testInfo) => {
  const folder = testInfo.outputPath('project');
  const before = '{"name": "shop", "private": true, "type": "module"}';
  await writeExtensionFolder(`${folder}/extensions/many`, {handle: 'many', target: TARGET, source: ''});
  await writeFile(`${folder}/package.json`, before);

  const output = await withoutSpace(['init', folder, '--yes', '--no-install'], {});
  expect(output).toContain(`simhost: The file cannot be written to ${folder}/package.json: EFBIG:`);
  expect(output).not.toContain('    at ');
  expect(await readFile(`${folder}/package.json`, 'utf8')).toBe(before);
  expect((await readdir(folder)).toSorted()).toEqual(['extensions', 'package.json']);
});

test('dev --open names the folder of the profile, ends, and leaves nothing there', async ({}, testInfo) => {
  const temporary = testInfo.outputPath('temporary');
  const folder = testInfo.outputPath('many');
  await mkdir(temporary);
  await writeExtensionFolder(folder, {handle: 'many', target: TARGET, source: 'export default () => {};'});

  const args = ['dev', folder, '--open', '--no-console', '--port', '0'];
  const output = await withoutSpace(args, {TMPDIR: temporary, SIMHOST_BROWSER: process.execPath});
  expect(output).toContain(`simhost: The browser's profile cannot be written to ${temporary}: EFBIG:`);
  expect(output).not.toContain('    at ');
  expect((await readdir(temporary)).filter((name) => name.startsWith('simhost-browser-'))).toEqual([]);
});
