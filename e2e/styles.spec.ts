import {cp, readFile, symlink, writeFile} from 'node:fs/promises';
import {resolve} from 'node:path';
import type {TestInfo} from '@playwright/test';
import {expect, test} from 'simhost/playwright';

test.use({
  app: {clientId: 'styles-client-id', clientSecret: 'styles-client-secret'},
  backends: {'https://mirror.example.com': {command: 'node fixtures/backends/mirror/server.js'}},
});

for (const version of ['2025-10', '2026-04', '2026-07']) {
  test(`Preact with hooks and signals, on ${version}`, async ({host}, testInfo) => {
    const extension = await host.mount(await sample('hooks', version, testInfo));
    await expect(extension.getByRole('heading', {name: 'Language en'})).toBeVisible();
    await extension.getByRole('button', {name: 'Ask the backend'}).click();
    await expect(extension.getByText(`Backend saw ${host.customer.id}`)).toBeVisible();
    await expect(extension.getByText('Asked 1 times')).toBeVisible();
  });

  test(`Preact with plain await, on ${version}`, async ({host}, testInfo) => {
    const extension = await host.mount(await sample('plain-await', version, testInfo));
    await expect(extension.getByRole('heading', {name: 'Membership'})).toBeVisible();
    await expect(extension.getByText(`Backend saw ${host.customer.id}`)).toBeVisible();
  });

  test(`DOM without Preact, on ${version}`, async ({host}, testInfo) => {
    const extension = await host.mount(await sample('dom', version, testInfo));
    await extension.getByRole('button', {name: 'Ask the backend'}).click();
    await expect(extension.getByText(`Backend saw ${host.customer.id}`)).toBeVisible();
  });
}

/** The sample of a style, its sources untouched, beside the packages of an API version. */
async function sample(style: string, version: string, testInfo: TestInfo): Promise<string> {
  const folder = resolve('fixtures/extensions/styles', style);
  if (version === '2026-07') return folder;
  const copy = testInfo.outputPath(style);
  await cp(folder, copy, {recursive: true});
  const toml = await readFile(`${copy}/shopify.extension.toml`, 'utf8');
  await writeFile(`${copy}/shopify.extension.toml`, toml.replace('2026-07', version));
  await symlink(resolve('fixtures/sdks', version, 'node_modules'), `${copy}/node_modules`);
  return copy;
}
