import {expect, test} from '@playwright/test';
import {findProject} from './found-project.ts';
import {variantsFor} from './look.ts';
import {extension, inProject} from './written-project.fixture.ts';

test('quotes the path of the sample backend in the config and in the look', async () => {
  const config =
    "import {defineConfig} from 'simhost/config';\nexport default defineConfig({testDir: 'my tests'});\n";
  const files = {
    'package.json': {},
    'playwright.config.js': config,
    ...extension('loyalty', ['customer-account.order-status.block.render']),
  };
  const found = await inProject(files, (root) => findProject(root));
  const choices = {parts: found.parts, backend: null, hasWorkflow: false, installs: false};
  const [variant] = variantsFor(['https://a.example'], found, choices, '/my cache');

  expect(variant?.written['https://a.example']?.command).toBe('node "my tests/sample-backend.mjs"');
  expect(variant?.backends['https://a.example']?.command).toMatch(/^node ".+"$/);
});
