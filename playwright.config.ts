import {defineConfig} from '@playwright/test';

export default defineConfig({
  fullyParallel: true,
  forbidOnly: process.env['CI'] !== undefined,
  reporter: process.env['CI'] === undefined ? 'list' : [['dot'], ['html', {open: 'never'}]],
  projects: [
    {name: 'unit', testDir: 'harness', testMatch: '**/*.test.ts'},
    {name: 'e2e', testDir: 'e2e', testMatch: '**/*.spec.ts', testIgnore: 'bench/**'},
  ],
});
