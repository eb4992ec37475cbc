import {defineConfig} from '@playwright/test';
import type {PlaywrightTestConfig} from '@playwright/test';

const config: PlaywrightTestConfig = defineConfig({
  testDir: '.',
  testMatch: 'whole.tests.ts',
  workers: 1,
  reporter: 'json',
});

export default config;
