import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {expect, test} from '@playwright/test';
import {appDefaults} from '../node/extension/app-defaults.ts';
import {writeFiles} from '../node/extension/extension.fixture.ts';
import {createSimulationCore} from '../core/simulation/simulation-core.ts';
import {chooseApp} from './app-choice.ts';

const APP_FILE =
  'client_id = "of-the-file"\nname = "app"\n[access_scopes]\nscopes = "read_customers,read_orders"\n';
const STAGING = 'client_id = "of-staging"\n';

for (const [what, flags, environment, clientId, clientSecret, sources] of [
  [
    'the file of the folder above',
    {},
    {},
    'of-the-file',
    undefined,
    {clientId: 'of-the-file, from shopify.app.toml', clientSecret: 'the published test value'},
  ],
  [
    'the environment before the file',
    {},
    {SHOPIFY_API_KEY: 'of-env', SHOPIFY_API_SECRET: 'secret'},
    'of-env',
    'secret',
    {clientId: 'SHOPIFY_API_KEY', clientSecret: 'SHOPIFY_API_SECRET'},
  ],
  [
    'flags before the environment',
    {clientId: 'of-flag', clientSecret: 'flagged'},
    {SHOPIFY_API_KEY: 'of-env', SHOPIFY_API_SECRET: 'secret'},
    'of-flag',
    'flagged',
    {clientId: '--client-id', clientSecret: '--secret'},
  ],
  [
    'a named configuration before the environment',
    {config: 'staging'},
    {SHOPIFY_API_KEY: 'of-env'},
    'of-staging',
    undefined,
    {clientId: 'of-staging, from shopify.app.staging.toml', clientSecret: 'the published test value'},
  ],
] as const) {
  test(`the app comes from ${what}`, async ({}, info) => {
    const folder = info.outputPath('app');
    await writeFiles(folder, {
      'shopify.app.toml': APP_FILE,
      'shopify.app.staging.toml': STAGING,
      'web/server.js': '',
    });

    const chosen = await chooseApp(flags, join(folder, 'web'), environment);
    expect(chosen.options.clientId).toBe(clientId);
    expect(chosen.options.clientSecret).toBe(clientSecret);
    expect(chosen.sources).toEqual(sources);
  });
}

test('a token from the folder of an app belongs to the same app as in tests', async ({}, info) => {
  const folder = info.outputPath('app');
  await writeFiles(folder, {'shopify.app.toml': APP_FILE});
  const {options} = await chooseApp({}, folder, {});
  const ofTests = {...(await appDefaults(folder, {}))};
  expect(createSimulationCore({app: options}).world.app).toEqual(
    createSimulationCore({app: ofTests}).world.app,
  );
});

test('without an app file the published test values are used', async ({}, info) => {
  const {options, sources} = await chooseApp({}, join(tmpdir(), info.testId), {SHOPIFY_API_KEY: ''});
  expect(options).toEqual({});
  expect(sources).toEqual({clientId: 'the published test value', clientSecret: 'the published test value'});
});
