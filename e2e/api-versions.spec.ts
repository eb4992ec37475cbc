import {expect, test} from 'simhost/playwright';
import {NEWEST_API_VERSION} from '../harness/node/extension/api-version.ts';
import {showing, writeExtension} from './written-extension.ts';

const BLOCK = 'customer-account.order-status.block.render';
const VERSION = showing('shopify.version + " " + shopify.extension.apiVersion');
const REGISTERS_ITSELF = VERSION.replace('export default () =>', `shopify.extend('${BLOCK}', () =>`).replace(
  /};\n$/,
  '});\n',
);

for (const version of [NEWEST_API_VERSION, '2026-01']) {
  test(`an extension of ${version} mounts without a notice`, async ({host}, testInfo) => {
    const extension = await host.mount(await writeExtension(BLOCK, VERSION, testInfo, {version}));
    await expect(extension.getByText(`${version} ${version}`)).toBeVisible();
    expect(host.notices).toEqual([]);
  });
}

test('an extension of a newer version runs as the newest known, with a notice', async ({host}, testInfo) => {
  const source = showing('shopify.version + ", metafields: " + ("metafields" in shopify)');
  const extension = await host.mount(await writeExtension(BLOCK, source, testInfo, {version: '2031-01'}));

  await expect(extension.getByText('2031-01, metafields: false')).toBeVisible();
  expect(host.notices).toEqual([
    {
      code: 'api-version-newer',
      message: `api_version "2031-01" is newer than ${NEWEST_API_VERSION}, the newest that simhost knows, and runs as ${NEWEST_API_VERSION}.`,
      next: 'Update simhost to test what 2031-01 adds and removes.',
    },
  ]);
});

test('an extension of a retired version runs, with a notice that names the day', async ({host}, testInfo) => {
  const extension = await host.mount(await writeExtension(BLOCK, VERSION, testInfo, {version: '2025-10'}));
  await expect(extension.getByText('2025-10 2025-10')).toBeVisible();
  expect(host.notices).toMatchObject([
    {code: 'api-version-retired', message: expect.stringContaining('since 2026-10-01')},
  ]);
});

test('an extension of unstable registers itself, and runs as the newest version without a notice', async ({
  host,
}, testInfo) => {
  const extension = await host.mount(
    await writeExtension(BLOCK, REGISTERS_ITSELF, testInfo, {version: 'unstable'}),
  );
  await expect(extension.getByText('unstable unstable')).toBeVisible();
  expect(host.notices).toEqual([]);
});

test('an extension of unstable queries the unstable Storefront API', async ({host}, testInfo) => {
  const source = REGISTERS_ITSELF.replace(
    'show();',
    `shopify.query('{ shop { name } }').then(({data}) => (text.textContent = data.shop.name));`,
  );

  const toml = '  [extensions.capabilities]\n  api_access = true\n';
  const extension = await host.mount(
    await writeExtension(BLOCK, source, testInfo, {version: 'unstable', toml}),
  );

  await expect(extension).toHaveText('Acme Outfitters');
  await expect(host.requests).toHaveRequest('https://acme.myshopify.com/api/unstable/graphql.json', {
    status: 200,
  });
});

test('an extension of unstable in React registers itself, too', async ({host}) => {
  await host.signOut();
  const extension = await host.mount('fixtures/extensions/loyalty-2025-07', {
    target: BLOCK,
    apiVersion: 'unstable',
  });

  await expect(extension.getByText('Sign in to collect points')).toBeVisible();
  expect(host.notices).toEqual([]);
});

test('an extension of unstable that leaves registering to the CLI is refused with the reason', async ({
  host,
}, testInfo) => {
  const folder = await writeExtension(BLOCK, VERSION, testInfo, {version: 'unstable'});
  await expect(host.mount(folder)).rejects.toThrow(
    /registered no target[\s\S]*Call shopify\.extend\(target, callback\)/,
  );
});

test('an extension in React of 2026-07 is refused, because 2025-07 is the last version that runs React', async ({
  host,
}) => {
  const mounting = host.mount('fixtures/extensions/loyalty-2025-07', {target: BLOCK, apiVersion: '2026-07'});
  await expect(mounting).rejects.toThrow(
    /the installed @shopify\/ui-extensions 2025\.7\.\d+ has no types[^]*2025-07 is the last API version that runs React/,
  );
});

test('mount runs an extension on another version than its own', async ({host}, testInfo) => {
  const source = showing('shopify.version + ", metafields: " + ("metafields" in shopify)');
  const folder = await writeExtension(BLOCK, source, testInfo, {version: '2025-10'});
  const upgraded = await host.mount(folder, {apiVersion: '2026-04'});

  await expect(upgraded.getByText('2026-04, metafields: false')).toBeVisible();
  expect(host.notices, 'its own version is retired, the other is not').toEqual([]);
  const own = await host.mount(folder);
  await expect(own.getByText('2025-10, metafields: true')).toBeVisible();
  await expect(host.mount(folder, {apiVersion: '2026-05'})).rejects.toThrow(
    'The option apiVersion is "2026-05", which is not an API version.\nDid you mean "2026-04"?',
  );
});

test('a metafield that names its owner_type comes from that owner alone since 2026-10', async ({
  host,
}, testInfo) => {
  const source = showing(
    "shopify.appMetafields.value.map(({target, metafield}) => target.type + '=' + metafield.value)",
  );

  const toml =
    '  [[extensions.metafields]]\n  namespace = "custom"\n  key = "tier"\n  owner_type = "CUSTOMER"\n';
  const folder = await writeExtension(BLOCK, source, testInfo, {version: '2026-10', toml});
  await expect((await host.mount(folder)).getByText('customer=silver', {exact: true})).toBeVisible();
  const older = await host.mount(folder, {apiVersion: '2026-07'});
  await expect(older.getByText('shop=gold,customer=silver', {exact: true})).toBeVisible();
  expect(host.notices).toEqual([]);
});

test('run calls a function on another version than its own', async ({host}, testInfo) => {
  const target = 'purchase.address-autocomplete.format-suggestion';
  const source = 'export default () => ({formattedAddress: {address1: shopify.version}});';
  const folder = await writeExtension(target, source, testInfo, {version: '2026-01'});
  const input = {selectedSuggestion: {label: '12 Engine Street'}};

  expect(await host.run(folder, {target, input, apiVersion: '2026-07'})).toEqual({
    formattedAddress: {address1: '2026-07'},
  });
});
