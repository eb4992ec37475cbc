import {defineConfig} from '@playwright/test';
import type {PlaywrightTestConfig} from '@playwright/test';

const config: PlaywrightTestConfig = defineConfig({
  testDir: '.',
  testMatch: 'whole.tests.ts',
  workers: 1,
  outputDir: '../../test-results-whole',
  reporter: 'json',
});

export default config;
