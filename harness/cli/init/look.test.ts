import {expect, test} from '@playwright/test';
import {defaultChoices} from './choices.ts';
import {findProject} from './found-project.ts';
import {variantsFor} from './look.ts';
import {ADMIN_EXTENSIONS, extension, inProject} from './written-project.fixture.ts';

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

test('asks the server of an embedded app at its origin, and the chosen one at another', async () => {
  const files = {
    'package.json': {
      scripts: {build: 'react-router build', start: 'react-router-serve ./build/server/index.js'},
    },
    'shopify.app.toml': 'application_url = "https://desk.example.com"\nembedded = true\n',
    'shopify.web.toml': 'roles = ["backend"]\n[commands]\ndev = "npm exec react-router dev"\n',
    ...ADMIN_EXTENSIONS,
  };
  const found = await inProject(files, (root) => findProject(root));
  const choices = defaultChoices(found, {installs: false});
  const commandAt = (origin: string): string | undefined =>
    variantsFor([origin], found, choices, '/cache')[0]?.written[origin]?.command;

  expect(commandAt('https://desk.example.com')).toBe('npm run start');
  expect(commandAt('https://stock.example.com')).toBe('npm exec react-router dev');
});
