import {devices, expect, test} from '@playwright/test';
import {launchOptionsFor} from './browser.ts';
import type {BrowserChoice} from './browser.ts';

const FIREFOX = devices['Desktop Firefox'] ?? {};

function choice({
  browserName = 'chromium',
  launchOptions = {},
  project = {name: '', use: {}},
}: Partial<BrowserChoice>): BrowserChoice {
  return {browserName, launchOptions, project, configFile: '/app/playwright.config.mts'};
}

for (const [name, given, message] of [
  [
    'the project that npm init playwright writes',
    {browserName: 'firefox', project: {name: 'firefox', use: FIREFOX}},
    'simhost runs in Chromium only; the project "firefox" asks for firefox.\nRemove the project "firefox" from playwright.config.mts, or give it another browser.',
  ],
  [
    'a project with the option',
    {browserName: 'webkit', project: {name: 'iPhone', use: {browserName: 'webkit' as const}}},
    'simhost runs in Chromium only; the project "iPhone" asks for webkit.\nRemove the project "iPhone" from playwright.config.mts, or give it another browser.',
  ],
  [
    'a config without projects',
    {browserName: 'firefox', project: {name: '', use: {browserName: 'firefox' as const}}},
    'simhost runs in Chromium only; playwright.config.mts asks for firefox.\nRemove firefox from use in playwright.config.mts.',
  ],
  [
    'a test file',
    {browserName: 'firefox', project: {name: 'chromium', use: {}}},
    "simhost runs in Chromium only; this test file asks for firefox.\nRemove test.use({browserName: 'firefox'}) from the file.",
  ],
  [
    'a channel',
    {project: {name: 'fox', use: {channel: 'moz-firefox'}}},
    'simhost runs in Chromium only; the project "fox" asks for the channel moz-firefox.\nRemove channel: \'moz-firefox\' from use of the project "fox" in playwright.config.mts.',
  ],
  [
    'a channel of launchOptions',
    {launchOptions: {channel: 'firefox'}},
    "simhost runs in Chromium only; playwright.config.mts asks for the channel firefox.\nRemove channel: 'firefox' from use in playwright.config.mts.",
  ],
] as const) {
  test(`refuses another browser in ${name}`, () => {
    expect(() => launchOptionsFor(choice(given))).toThrow(message);
  });
}

test('keeps a channel of Chromium and its arguments', () => {
  const options = launchOptionsFor(
    choice({project: {name: '', use: {channel: 'chrome'}}, launchOptions: {args: ['--own']}}),
  );
  expect(options).not.toHaveProperty('executablePath');
  expect(options.args).toContain('--own');
});
