import {defineConfig} from '@playwright/test';
import type {PlaywrightTestConfig} from '@playwright/test';

/** Not part of `npm test`: it measures, one thing at a time, and asserts nothing about time. */
const config: PlaywrightTestConfig = defineConfig({
  testDir: '.',
  testMatch: '*.bench.ts',
  outputDir: '../../test-results-bench',
  workers: 1,
  timeout: 180_000,
  reporter: [['line']],
});

export default config;
