import {devices, expect, test} from '@playwright/test';
import {launchOptionsFor, ordinaryUserAgent} from './browser.ts';
import type {Browser} from '@playwright/test';
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

test('the switch for untried browsers starts Firefox, with localhost through the proxy, and WebKit as it is', () => {
  const environment = {SIMHOST_UNTRIED_BROWSERS: '1'};
  const launchOptions = {slowMo: 1, firefoxUserPrefs: {'dom.some.preference': true}};

  expect(launchOptionsFor({...choice({browserName: 'firefox', launchOptions}), environment})).toEqual({
    slowMo: 1,
    firefoxUserPrefs: {'network.proxy.allow_hijacking_localhost': true, 'dom.some.preference': true},
  });
  expect(launchOptionsFor({...choice({browserName: 'webkit'}), environment})).toEqual({});
  expect(() =>
    launchOptionsFor({...choice({browserName: 'webkit'}), environment: {SIMHOST_UNTRIED_BROWSERS: ''}}),
  ).toThrow('simhost runs in Chromium only');
});

test('Chromium gets the user agent of a Chrome with a window, and other browsers keep theirs', () => {
  const started = (name: string): Parameters<typeof ordinaryUserAgent>[0] => ({
    browserType: () => ({name: () => name}) as ReturnType<Browser['browserType']>,
    version: () => '156.0.1.2',
  });

  expect(ordinaryUserAgent(started('chromium'))).toContain(' Chrome/156.0.0.0 ');
  expect(ordinaryUserAgent(started('firefox'))).toBeUndefined();
});
