import {defineConfig} from '@playwright/test';
import type {PlaywrightTestConfig} from '@playwright/test';

/**
 * Tests next to the code that start a browser, a backend or a build in another process, watch files, need what
 * `npm run setup` builds and installs, or ask every field of every published schema.
 */
const INTEGRATION = [
  '.ci/{admin-members,app-bridge-types,component-props,generate-cases,generate-elements,generate-options,generate-polaris}.test.mjs',
  'harness/audit/{audit,controls,named-faults,recognize-library,send}.test.ts',
  'harness/browser/**/*.test.ts',
  'harness/core/cases/libraries.test.ts',
  'harness/core/platforms/shopify/customer-account/protected-values.test.ts',
  'harness/core/platforms/shopify/graphql/{coverage,every-field,translated-answers}.test.ts',
  'harness/page/elements/**/!(palette).test.ts',
  'harness/node/extension/{build-table,cache,lock,watch}.test.ts',
  'harness/page/host/host-page.test.ts',
  'harness/node/mini/{build,sdk-mocks}.test.ts',
  'harness/playwright/pages/inject.test.ts',
  'harness/playwright/turn.test.ts',
  'harness/register/**/*.test.ts',
  'harness/node/server/backend-{abort,clock,proxy}.test.ts',
  'harness/node/server/{backends,broken-answers,large-answers}.test.ts',
  'harness/node/server/cookies.test.ts',
  'harness/node/server/cors-hold.test.ts',
  'harness/node/server/gateway.test.ts',
  'harness/node/server/local-gateway.test.ts',
  'harness/node/server/local-redirects.test.ts',
  'harness/node/server/server.test.ts',
  'harness/core/simulation/handlers.test.ts',
  'harness/core/simulation/secret.test.ts',
  'harness/node/server/raw-requests.property.test.ts',
  'harness/wire/admin-targets.test.ts',
];

const config: PlaywrightTestConfig = defineConfig({
  fullyParallel: true,
  // Four workers on two cores take their time.
  timeout: 60_000,
  expect: {timeout: 10_000},
  workers: '100%',
  forbidOnly: process.env['CI'] !== undefined,
  reporter: process.env['CI'] === undefined ? 'list' : [['dot'], ['html', {open: 'never'}]],
  // The longest tests start first, so that no worker is left with one when the others have ended.
  projects: [
    {name: 'e2e', testDir: 'e2e', testMatch: '**/*.spec.ts', testIgnore: ['bench/**', 'packages/**']},
    // What a file builds and starts once is built and started by one worker.
    {name: 'integration', testDir: '.', testMatch: INTEGRATION, fullyParallel: false},
    // All that `npm run test:unit` runs, in seconds: no browser, nothing but `npm ci`. Whole files share a worker's imports.
    {
      name: 'unit',
      testDir: '.',
      fullyParallel: false,
      testMatch: ['harness/**/*.test.ts', '.ci/*.test.mjs'],
      testIgnore: INTEGRATION,
    },
  ],
});

export default config;
