import {basename} from 'node:path';
import type {FullProject, LaunchOptions} from '@playwright/test';
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
}

/**
 * Makes the launch options of a worker: with the Chromium of this machine, unless the configuration names one.
 *
 * @throws {SimhostError} `ERR_NOT_CHROMIUM` for Firefox and WebKit, before any browser starts; `ERR_NO_BROWSER`
 */
export function launchOptionsFor(choice: BrowserChoice): LaunchOptions {
  refuseOtherBrowsers(choice);
  const {launchOptions: given, project} = choice;
  const {headless, channel} = project.use;
  const isChosen = given.executablePath !== undefined || (given.channel ?? channel) !== undefined;

  const {args, ...own} = isChosen
    ? {args: launchArgs()}
    : chromiumOptions({headed: (given.headless ?? headless) === false});

  return {...own, ...given, args: [...args, ...(given.args ?? [])]};
}

/** Makes the user agent of a Chrome that is not headless. Shopify's server packages answer 410 to headless ones, as to bots. */
export function ordinaryUserAgent(version: string): string {
  return `Mozilla/5.0 (X11; Linux x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/${version.split('.')[0]}.0.0.0 Safari/537.36`;
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
