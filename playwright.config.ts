import {defineConfig} from '@playwright/test';
import type {PlaywrightTestConfig} from '@playwright/test';

const config: PlaywrightTestConfig = defineConfig({
  fullyParallel: true,
  // Four workers on two cores take their time.
  timeout: 60_000,
  expect: {timeout: 10_000},
  workers: '100%',
  forbidOnly: process.env['CI'] !== undefined,
  reporter: process.env['CI'] === undefined ? 'list' : [['dot'], ['html', {open: 'never'}]],
  projects: [
    {name: 'unit', testDir: '.', testMatch: ['harness/**/*.test.ts', '.ci/*.test.mjs']},
    {name: 'e2e', testDir: 'e2e', testMatch: '**/*.spec.ts', testIgnore: 'bench/**'},
  ],
});

export default config;
