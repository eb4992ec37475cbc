import {chmod, mkdir, writeFile} from 'node:fs/promises';
import {delimiter, join} from 'node:path';
import {expect, test} from '@playwright/test';
import {findChromium, launchOptions} from './chromium.ts';

test('a browser named by SIMHOST_BROWSER comes first', () => {
  const environment = {SIMHOST_BROWSER: process.execPath, PATH: ''};
  expect(findChromium({environment, playwrights: process.execPath})).toEqual({
    source: 'SIMHOST_BROWSER',
    path: process.execPath,
  });
});

test('fails for a SIMHOST_BROWSER that does not exist', () => {
  expect(() =>
    findChromium({environment: {SIMHOST_BROWSER: '/nowhere/chrome'}, playwrights: process.execPath}),
  ).toThrow(
    'SIMHOST_BROWSER names /nowhere/chrome, which does not exist.\nSet it to the path of a Chromium or Chrome, or unset it.',
  );
});

test("Playwright's own comes before one on PATH, also if only its headless shell is installed", async ({}, info) => {
  const root = info.outputPath('browsers');
  const chrome = join(root, 'chromium-1255', 'chrome-linux64', 'chrome');
  expect(findChromium({environment: {PATH: ''}, playwrights: chrome, installed: []})).toBeUndefined();
  const shell = join(root, 'chromium_headless_shell-1255');
  await mkdir(join(shell, 'chrome-headless-shell-linux64'), {recursive: true});
  await writeFile(join(shell, 'chrome-headless-shell-linux64', 'chrome-headless-shell'), '');
  expect(findChromium({environment: {PATH: ''}, playwrights: chrome, installed: []})).toBeUndefined();
  await writeFile(join(shell, 'INSTALLATION_COMPLETE'), '');
  const found = findChromium({environment: {PATH: ''}, playwrights: chrome, installed: []});
  expect(found).toEqual({
    source: 'Playwright',
    path: join(shell, 'chrome-headless-shell-linux64', 'chrome-headless-shell'),
  });

  expect(launchOptions({environment: {PATH: ''}, playwrights: chrome, installed: []})).not.toHaveProperty(
    'executablePath',
  );
});

test('searches PATH by name, then the usual folders', async ({}, info) => {
  const [first, second] = [info.outputPath('first'), info.outputPath('second')];
  for (const [folder, name] of [
    [first, 'google-chrome'],
    [second, 'chromium'],
  ] as const) {
    await mkdir(folder, {recursive: true});
    await writeFile(join(folder, name), '');
    await chmod(join(folder, name), 0o755);
  }

  const environment = {PATH: [first, second].join(delimiter)};
  expect(findChromium({environment, playwrights: null})).toEqual({
    source: 'this machine',
    path: join(second, 'chromium'),
  });

  expect(
    findChromium({environment: {PATH: ''}, playwrights: null, installed: [join(first, 'google-chrome')]})
      ?.path,
  ).toBe(join(first, 'google-chrome'));
});

test('a headless shell comes before a whole browser, unless a window is needed', async ({}, info) => {
  const folder = info.outputPath('bin');
  await mkdir(folder, {recursive: true});
  await writeFile(join(folder, 'chromium-headless-shell'), '');
  const options = {environment: {PATH: folder}, playwrights: null, installed: []};
  expect(() => launchOptions({...options, headed: true})).toThrow(
    /shows a window.*\nRun "npx playwright install chromium",/,
  );

  await writeFile(join(folder, 'chromium'), '');
  expect(launchOptions(options).executablePath).toBe(join(folder, 'chromium-headless-shell'));
  expect(launchOptions({...options, headed: true}).executablePath).toBe(join(folder, 'chromium'));
});

test('the error for a missing browser has three next steps', () => {
  expect(() => launchOptions({environment: {}, playwrights: null, installed: []})).toThrow(
    /No Chromium.*\nRun "npx playwright install.*package manager, or set SIMHOST_BROWSER/,
  );
});
