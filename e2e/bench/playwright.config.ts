import {defineConfig} from '@playwright/test';
import type {PlaywrightTestConfig} from '@playwright/test';

/** Benchmarks that take minutes run only by name: `npm run bench -- scale`. */
const isNamed = process.argv.slice(2).some((argument) => argument.includes('scale'));

/** Not part of `npm test`: it measures, one thing at a time, and asserts nothing about time. */
const config: PlaywrightTestConfig = defineConfig({
  testDir: '.',
  testMatch: '*.bench.ts',
  outputDir: '../../test-results-bench',
  testIgnore: isNamed ? [] : ['scale-*'],
  workers: 1,
  timeout: 180_000,
  reporter: [['line'], ['./aims-reporter.ts']],
});

export default config;
