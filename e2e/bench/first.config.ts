import {defineConfig} from '@playwright/test';
import type {PlaywrightTestConfig} from '@playwright/test';
import {launchOptions} from '../../harness/node/chromium.ts';

const config: PlaywrightTestConfig = defineConfig({
  testDir: '.',
  workers: 1,
  outputDir: '../../test-results-first',
  reporter: 'json',
  projects: [
    {name: 'plain', testMatch: 'first-plain.tests.ts', use: {launchOptions: launchOptions()}},
    {name: 'host', testMatch: 'first-host.tests.ts'},
  ],
});

export default config;
