import {spawnSync} from 'node:child_process';
import {existsSync, readdirSync} from 'node:fs';
import {createRequire} from 'node:module';
import {basename, delimiter, dirname, join, sep, win32} from 'node:path';
import {env, getuid, platform, stdout} from 'node:process';
import {SimhostError} from '../errors.ts';

/** A browser that tests can use. */
export interface Browser {
  /** The place in which it was found, for messages. */
  readonly source: 'SIMHOST_BROWSER' | 'Playwright' | 'this machine';
  readonly path: string;
}

export interface FindOptions {
  readonly environment?: Readonly<Record<string, string | undefined>>;
  /** The path of Playwright's own Chromium, installed or not; `null` without Playwright. */
  readonly playwrights?: string | null;
  /** Default: this one. */
  readonly system?: NodeJS.Platform;
  /** Paths of browsers outside of `PATH`. Default: the usual ones of the system. */
  readonly installed?: readonly string[];
  /** Whether it must show a window, which headless shells do not. */
  readonly headed?: boolean;
}

/**
 * Finds a Chromium: the one that `SIMHOST_BROWSER` names, Playwright's own, one on `PATH`, or one in the usual folders
 * of macOS and Windows. On `PATH` a headless shell comes first, as with Playwright: tests take less than half the time.
 * Returns `undefined` if there is none.
 *
 * @throws {SimhostError} `ERR_NO_BROWSER` if the file that `SIMHOST_BROWSER` names does not exist
 */
export function findChromium(options: FindOptions = {}): Browser | undefined {
  const {
    environment = env,
    playwrights = playwrightsChromium(),
    system = platform,
    installed = usualPaths(system, environment),
    headed = false,
  } = options;

  const named = environment['SIMHOST_BROWSER'];

  if (named !== undefined && named !== '') {
    if (existsSync(named)) return {source: 'SIMHOST_BROWSER', path: named};
    throw new SimhostError('ERR_NO_BROWSER', `SIMHOST_BROWSER names ${named}, which does not exist.`, {
      next: 'Set it to the path of a Chromium or Chrome, or unset it.',
    });
  }

  const own =
    playwrights === null
      ? undefined
      : [playwrights, headlessShell(playwrights)].find((path) => path !== undefined && existsSync(path));
  if (own !== undefined) return {source: 'Playwright', path: own};

  const folders = (environment['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  const commands = headed ? BROWSERS : [...HEADLESS_SHELLS, ...BROWSERS];
  const names = system === 'win32' ? commands.map((name) => `${name}.exe`) : commands;
  const onPath = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  const path = [...onPath, ...installed].find((candidate) => existsSync(candidate));

  return path === undefined ? undefined : {source: 'this machine', path};
}

/**
 * Finds a Chromium that shows a window, in the places of `findChromium`.
 *
 * @throws {SimhostError} `ERR_NO_BROWSER` if none was found, or if `SIMHOST_BROWSER` names a headless shell
 */
export function findWindowBrowser(options: FindOptions = {}): Browser {
  const found = findChromium({...options, headed: true});
  if (found !== undefined && !isHeadlessShell(found.path)) return found;
  if (found?.source === 'SIMHOST_BROWSER') throw noWindow(found.path);

  // Playwright's headless shell may hide a whole browser of this machine.
  const other = findChromium({...options, headed: true, playwrights: null});
  if (other !== undefined) return other;

  const shell = findChromium(options);
  throw shell === undefined ? notFound({headed: true}) : noWindow(shell.path);
}

/** Options for Playwright's `chromium.launch` that use the browser found here. */
export function launchOptions(options?: FindOptions): {executablePath?: string; args: string[]} {
  const browser = findChromium(options) ?? fail(options);
  // Playwright picks among its own by itself: the headless shell, or the whole browser when headed.
  const executablePath = browser.source === 'Playwright' ? {} : {executablePath: browser.path};
  return {...executablePath, args: launchArgs(browser.source)};
}

/** Returns the arguments for a browser. One without a source was chosen by the user. */
export function launchArgs(source?: Browser['source']): string[] {
  const args = [`--ignore-certificate-errors-spki-list=${GATEWAY_KEY}`];
  if (source !== 'Playwright') args.push('--disable-background-networking');
  if (getuid?.() === 0) args.push('--no-sandbox');
  return args;
}

/**
 * The SHA-256 of the public key in `server/certificate.ts`, with which service workers register on a
 * gateway's origins.
 */
export const GATEWAY_KEY = '1aozlDr8wgEQF9m09ix2V+f4zufCxg2MAcm9p4wTdXM=';

/** Finds a browser, or installs one. */
export function installChromium(): Browser {
  const found = findChromium();
  if (found !== undefined) return found;

  const cli = playwright()?.cli;
  if (cli !== undefined) runVisibly(process.execPath, [cli, 'install', 'chromium-headless-shell']);

  const installed = findChromium();
  if (installed !== undefined) return installed;

  if (getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    runVisibly('apt-get', ['update', '-qq']);
    for (const name of ['chromium-headless-shell', 'chromium']) {
      if (findChromium() === undefined)
        runVisibly('apt-get', ['install', '-y', '--no-install-recommends', name]);
    }
  }

  return findChromium() ?? fail();
}

const HEADLESS_SHELLS = ['chromium-headless-shell', 'chrome-headless-shell'];

const BROWSERS = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];

/**
 * Lists the usual paths of browsers that are not on `PATH`. A variable that is not set gives none: a relative path could
 * start a program of the current folder.
 */
export function usualPaths(
  system: NodeJS.Platform,
  environment: Readonly<Record<string, string | undefined>>,
): readonly string[] {
  if (system === 'darwin') return MACOS_BROWSERS;
  if (system !== 'win32') return [];

  const roots = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].map((name) => environment[name] ?? '');
  const given = roots.filter((root) => win32.isAbsolute(root));
  return WINDOWS_BROWSERS.flatMap((path) => given.map((root) => win32.join(root, path)));
}

const MACOS_BROWSERS = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** Below the folders of programs. Edge comes last: it is a Chromium, and on every Windows. */
const WINDOWS_BROWSERS = [
  String.raw`Google\Chrome\Application\chrome.exe`,
  String.raw`Chromium\Application\chrome.exe`,
  String.raw`Microsoft\Edge\Application\msedge.exe`,
];

/**
 * Finds the headless shell next to Playwright's `chromium-1234`: `chromium_headless_shell-1234`, which it
 * does not report.
 */
function headlessShell(chromium: string): string | undefined {
  const [, root, revision] = /^(.*[\\/])chromium-(\d+)[\\/]/.exec(chromium) ?? [];
  if (root === undefined) return undefined;

  const folder = `${root}chromium_headless_shell-${revision}${sep}`;
  if (!existsSync(`${folder}INSTALLATION_COMPLETE`)) return undefined;

  const inner = readdirSync(folder).find((name) => name.startsWith('chrome-'));
  return inner === undefined
    ? undefined
    : join(folder, inner, platform === 'win32' ? 'chrome-headless-shell.exe' : 'chrome-headless-shell');
}

function playwright(): {cli: string; chromium: string} | undefined {
  const require = createRequire(import.meta.url);
  try {
    const {chromium} = require('@playwright/test') as {chromium: {executablePath(): string}};
    return {
      cli: join(dirname(require.resolve('@playwright/test/package.json')), 'cli.js'),
      chromium: chromium.executablePath(),
    };
  } catch {
    return undefined;
  }
}

function playwrightsChromium(): string | null {
  return playwright()?.chromium ?? null;
}

function runVisibly(command: string, args: readonly string[]): void {
  stdout.write(`No browser found; trying: ${command} ${args.join(' ')}\n`);
  spawnSync(command, args, {stdio: 'inherit'});
}

function isHeadlessShell(path: string): boolean {
  return /headless[-_]shell/i.test(basename(path));
}

function noWindow(shell: string): SimhostError {
  return new SimhostError('ERR_NO_BROWSER', `${shell} is a headless shell, which shows no window.`, {
    next: INSTALL_WHOLE,
  });
}

/** The next step for a user without a browser that shows a window. */
const INSTALL_WHOLE =
  'Run "npx playwright install chromium", or install the package chromium with your package manager, or ' +
  'set SIMHOST_BROWSER to the path of a Chromium or Chrome.';

function fail(options?: FindOptions): never {
  throw notFound(options);
}

function notFound({headed = false}: FindOptions = {}): SimhostError {
  const what = headed
    ? 'No Chromium or Chrome that shows a window was found.'
    : 'No Chromium or Chrome was found.';
  return new SimhostError('ERR_NO_BROWSER', what, {
    next:
      `Run "npx playwright install ${headed ? 'chromium' : 'chromium-headless-shell'}", or install ` +
      'chromium with your package manager, or set SIMHOST_BROWSER to the path of one.',
  });
}
