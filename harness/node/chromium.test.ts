import {chmod, mkdir, rm, writeFile} from 'node:fs/promises';
import {delimiter, join} from 'node:path';
import {expect, test} from '@playwright/test';
import {findChromium, findWindowBrowser, launchOptions, usualPaths} from './chromium.ts';

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

test('a browser with a window is never a headless shell, and the error names what to install', async ({}, info) => {
  const folder = info.outputPath('browsers');
  await mkdir(folder, {recursive: true});
  const at = (name: string): string => join(folder, name);
  for (const name of ['chromium-headless-shell', 'chrome-headless-shell', 'chromium'])
    await writeFile(at(name), '');

  const named = {SIMHOST_BROWSER: at('chromium-headless-shell'), PATH: folder};
  expect(() => findWindowBrowser({environment: named, playwrights: null})).toThrow(
    `${at('chromium-headless-shell')} is a headless shell, which shows no window.\nRun "npx playwright install chromium", or install the package chromium`,
  );

  const environment = {PATH: folder};
  const whole = {source: 'this machine', path: at('chromium')};
  expect(findWindowBrowser({environment, playwrights: null})).toEqual(whole);
  expect(findWindowBrowser({environment, playwrights: at('chrome-headless-shell')})).toEqual(whole);

  await rm(at('chromium'));
  expect(() => findWindowBrowser({environment, playwrights: null, installed: []})).toThrow(
    `${at('chromium-headless-shell')} is a headless shell`,
  );
  expect(() => findWindowBrowser({environment: {PATH: ''}, playwrights: null, installed: []})).toThrow(
    'No Chromium or Chrome that shows a window was found.',
  );
});

test('on Windows, programs end with .exe, and Edge comes after Chrome', async ({}, info) => {
  const folder = info.outputPath('programs');
  await mkdir(folder, {recursive: true});
  await writeFile(join(folder, 'chromium.exe'), '');
  await writeFile(join(folder, 'google-chrome'), '');

  const environment = {PATH: folder};
  expect(findChromium({environment, playwrights: null, system: 'win32'})?.path).toBe(
    join(folder, 'chromium.exe'),
  );
  expect(
    usualPaths('win32', {PROGRAMFILES: String.raw`C:\Programs`, LOCALAPPDATA: String.raw`D:\Local`}),
  ).toEqual([
    String.raw`C:\Programs\Google\Chrome\Application\chrome.exe`,
    String.raw`D:\Local\Google\Chrome\Application\chrome.exe`,
    String.raw`C:\Programs\Chromium\Application\chrome.exe`,
    String.raw`D:\Local\Chromium\Application\chrome.exe`,
    String.raw`C:\Programs\Microsoft\Edge\Application\msedge.exe`,
    String.raw`D:\Local\Microsoft\Edge\Application\msedge.exe`,
  ]);
});

test('a variable of Windows that is not set gives no path in the current folder', () => {
  expect(usualPaths('win32', {})).toEqual([]);
  expect(usualPaths('win32', {PROGRAMFILES: 'programs'})).toEqual([]);
  expect(usualPaths('linux', {PROGRAMFILES: String.raw`C:\Programs`})).toEqual([]);
});
