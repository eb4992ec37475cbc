import {defineConfig} from '@playwright/test';
import type {PlaywrightTestConfig} from '@playwright/test';

/** The generated suite, which e2e/bench/scale-suite.bench.ts runs with several numbers of workers. */
const config: PlaywrightTestConfig = defineConfig({
  testDir: '.',
  testMatch: 'suite.tests.ts',
  outputDir: '../../../test-results-scale',
  fullyParallel: true,
  reporter: 'json',
});

export default config;
