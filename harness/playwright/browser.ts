import {basename} from 'node:path';
import type {Browser, FullProject, LaunchOptions} from '@playwright/test';
import {launchArgs, launchOptions as chromiumOptions} from '../node/chromium.ts';
import {SimhostError} from '../errors.ts';

/** The settings that decide which browser a worker starts. */
export interface BrowserChoice {
  /** Playwright's `browserName` of the worker, from the project or from `test.use`. */
  readonly browserName: string;
  readonly launchOptions: LaunchOptions;
  readonly project: Pick<FullProject, 'name' | 'use'>;
  /** The Playwright config, for the message. */
  readonly configFile: string | undefined;
  /** Default: the environment of this process. */
  readonly environment?: NodeJS.ProcessEnv;
}

/**
 * The variable that lets Firefox and WebKit start, with the value `1`. It is for people who work on simhost: tests have
 * only passed in Chromium so far.
 */
export const UNTRIED_BROWSERS = 'SIMHOST_UNTRIED_BROWSERS';

/**
 * Makes the launch options of a worker: with the Chromium of this machine, unless the configuration names one.
 *
 * @throws {SimhostError} `ERR_NOT_CHROMIUM` for Firefox and WebKit, before any browser starts; `ERR_NO_BROWSER`
 */
export function launchOptionsFor(choice: BrowserChoice): LaunchOptions {
  const {browserName, environment = process.env} = choice;
  if (browserName !== 'chromium' && environment[UNTRIED_BROWSERS] === '1') return untriedOptions(choice);
  refuseOtherBrowsers(choice);
  const {launchOptions: given, project} = choice;
  const {headless, channel} = project.use;
  const isChosen = given.executablePath !== undefined || (given.channel ?? channel) !== undefined;

  const {args, ...own} = isChosen
    ? {args: launchArgs()}
    : chromiumOptions({headed: (given.headless ?? headless) === false});

  return {...own, ...given, args: [...args, ...(given.args ?? [])]};
}

/**
 * Makes the user agent of a Chrome that is not headless. Shopify's server packages answer 410 to headless ones, as to
 * bots. Other browsers do not show in theirs that they are headless.
 */
export function ordinaryUserAgent(browser: Pick<Browser, 'browserType' | 'version'>): string | undefined {
  if (browser.browserType().name() !== 'chromium') return undefined;
  const [major] = browser.version().split('.');
  return `Mozilla/5.0 (X11; Linux x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/${major}.0.0.0 Safari/537.36`;
}

/** Makes the launch options of Firefox and WebKit. Certificates need none: the contexts ignore errors in them. */
function untriedOptions({browserName, launchOptions}: BrowserChoice): LaunchOptions {
  if (browserName !== 'firefox') return launchOptions;

  // Firefox sends requests to localhost past a proxy otherwise.
  const preferences = {'network.proxy.allow_hijacking_localhost': true};
  return {...launchOptions, firefoxUserPrefs: {...preferences, ...launchOptions.firefoxUserPrefs}};
}

/** Refuses other browsers at once. Playwright would start Chromium with the flags of Firefox, and wait for 180 s. */
function refuseOtherBrowsers({browserName, launchOptions, project, configFile}: BrowserChoice): void {
  const {use, name} = project;
  const config = configFile === undefined ? 'playwright.config.ts' : basename(configFile);
  const where = name === '' ? config : `the project "${name}"`;
  const inUse = name === '' ? `use in ${config}` : `use of the project "${name}" in ${config}`;

  if (browserName !== 'chromium') {
    const isFromFile = (use.browserName ?? use.defaultBrowserType ?? 'chromium') !== browserName;
    if (isFromFile)
      refuse(
        `this test file asks for ${browserName}`,
        `Remove test.use({browserName: '${browserName}'}) from the file.`,
      );
    if (name !== '')
      refuse(
        `${where} asks for ${browserName}`,
        `Remove ${where} from ${config}, or give it another browser.`,
      );
    refuse(`${where} asks for ${browserName}`, `Remove ${browserName} from ${inUse}.`);
  }

  const channel = launchOptions.channel ?? use.channel ?? 'chromium';
  if (/firefox|webkit|safari/.test(channel)) {
    refuse(`${where} asks for the channel ${channel}`, `Remove channel: '${channel}' from ${inUse}.`);
  }
}

function refuse(what: string, next: string): never {
  throw new SimhostError('ERR_NOT_CHROMIUM', `simhost runs in Chromium only; ${what}.`, {next});
}
