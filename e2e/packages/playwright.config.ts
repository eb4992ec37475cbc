import {defineConfig} from '@playwright/test';
import type {PlaywrightTestConfig} from '@playwright/test';

/** Tests that install packages of others: `npm run test:packages`, and not a part of `npm test`. */
const config: PlaywrightTestConfig = defineConfig({
  testDir: '.',
  outputDir: '../../test-results-packages',
  timeout: 120_000,
  expect: {timeout: 10_000},
  forbidOnly: process.env['CI'] !== undefined,
  reporter: 'list',
  projects: [
    {name: 'setup', testMatch: '*.setup.ts'},
    {name: 'packages', testMatch: '*.spec.ts', dependencies: ['setup']},
  ],
});

export default config;
