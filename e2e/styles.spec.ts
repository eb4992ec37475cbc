import {cp, readFile, symlink, writeFile} from 'node:fs/promises';
import {resolve} from 'node:path';
import type {TestInfo} from '@playwright/test';
import type {SandboxOrigin} from 'simhost';
import {expect, test} from 'simhost/playwright';
import {FIRST_WITH_PREACT} from '../harness/core/platforms/shopify/extension/render-protocol.ts';
import {NEWEST_API_VERSION} from '../harness/node/extension/api-version.ts';
import {loadExtension} from '../harness/node/extension/load.ts';

test.use({
  app: {clientId: 'styles-client-id', clientSecret: 'styles-client-secret'},
  backends: {'https://mirror.example.com': {command: 'node fixtures/backends/mirror/server.js'}},
});

/** The packages that the samples are built with: the project's own, and the first and the newest of `fixtures/sdks`. */
const OWN = '2026-07, Preact 10';
const PREACT_11 = '2026-07, Preact 11';
const SDKS: Record<string, {folder?: string; version: string}> = {
  [`${FIRST_WITH_PREACT}, Preact 10`]: {folder: FIRST_WITH_PREACT, version: FIRST_WITH_PREACT},
  [`${NEWEST_API_VERSION}, Preact 10`]: {folder: NEWEST_API_VERSION, version: NEWEST_API_VERSION},
  [OWN]: {version: '2026-07'},
  [PREACT_11]: {folder: 'preact-11', version: '2026-07'},
};
const RUNS: Record<SandboxOrigin, string[]> = {
  opaque: Object.keys(SDKS),
  shopifycdn: [OWN, PREACT_11],
  moved: [OWN],
  'same-origin': [OWN, PREACT_11],
};

for (const origin of ['opaque', 'shopifycdn', 'moved', 'same-origin'] as const) {
  test.describe(`with the origin ${origin}`, () => {
    test.use({origin});

    for (const sdk of RUNS[origin]) {
      test(`Preact with hooks and signals, Preact with plain await, and DOM without Preact, on ${sdk}`, async ({
        host,
      }, info) => {
        const hooks = await host.mount(await sample('hooks', sdk, info));
        await expect(hooks.getByRole('heading', {name: 'Language en'})).toBeVisible();
        await hooks.getByRole('button', {name: 'Ask the backend'}).click();
        await expect(hooks.getByText(`Backend saw ${host.customer.id}`)).toBeVisible();
        await expect(hooks.getByText('Asked 1 times')).toBeVisible();

        const dir = await sample('plain-await', sdk, info);
        const plainAwait = await host.mount(dir);

        await expect(plainAwait.getByRole('heading', {name: 'Membership'})).toBeVisible();
        await expect(plainAwait.getByText(`Backend saw ${host.customer.id}`)).toBeVisible();
        const packages = resolve('fixtures/sdks', SDKS[sdk]?.folder ?? '../..', 'node_modules/preact/');
        expect(Object.keys((await loadExtension(dir)).bundle.inputs).join('\n')).toContain(packages);

        const dom = await host.mount(await sample('dom', sdk, info));
        await dom.getByRole('button', {name: 'Ask the backend'}).click();
        await expect(dom.getByText(`Backend saw ${host.customer.id}`)).toBeVisible();
      });
    }
  });
}

/** The sample of a style, its sources untouched, beside the packages of an SDK. */
async function sample(style: string, sdk: string, testInfo: TestInfo): Promise<string> {
  const folder = resolve('fixtures/extensions/styles', style);
  const {folder: packages, version} = SDKS[sdk] ?? {};
  if (packages === undefined || version === undefined) return folder;

  const copy = testInfo.outputPath(style);
  await cp(folder, copy, {recursive: true});
  const toml = await readFile(`${copy}/shopify.extension.toml`, 'utf8');
  await writeFile(`${copy}/shopify.extension.toml`, toml.replace(/(?<=api_version = ")[^"]+/, version));
  await symlink(resolve('fixtures/sdks', packages, 'node_modules'), `${copy}/node_modules`);

  return copy;
}
