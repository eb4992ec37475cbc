import {expect, test} from '@playwright/test';
import type {AppOptions} from '../../core/world/app.ts';
import {appDefaults, completeApp} from './app-defaults.ts';
import {writeFiles} from './extension.fixture.ts';

test('reads the app file if no client id was given', async ({}, testInfo) => {
  const dir = testInfo.outputPath('app');
  await writeFiles(dir, {
    'shopify.app.toml':
      'client_id = "from-file"\nname = "File"\n[access_scopes]\nscopes = "read_orders,read_customers"\n',
  });

  expect(await appDefaults(dir, {})).toEqual({
    clientId: 'from-file',
    name: 'File',
    scopes: ['read_orders', 'read_customers'],
  });

  expect(await appDefaults(dir, {clientId: 'given'})).toEqual({});
});

for (const [stated, read] of [
  ['direct_api_mode = "offline"', {directApiMode: 'offline'}],
  ['direct_api_mode = "online"', {directApiMode: 'online'}],
  ['embedded_app_direct_api_access = true', {directApi: 'online'}],
  [
    'direct_api_mode = "offline"\nembedded_app_direct_api_access = true',
    {directApi: 'offline', directApiMode: 'offline'},
  ],
] as const) {
  test(`reads the access of pages and extensions to the Admin API: ${stated.replace('\n', ', ')}`, async ({}, testInfo) => {
    const dir = testInfo.outputPath('app');
    await writeFiles(dir, {'shopify.app.toml': `client_id = "key"\n[access.admin]\n${stated}\n`});
    expect(await appDefaults(dir, {})).toEqual({clientId: 'key', ...read});
  });
}

test('an app without scopes has an empty list; an unlinked template has none', async ({}, testInfo) => {
  const dir = testInfo.outputPath('app');
  await writeFiles(dir, {'shopify.app.toml': 'client_id = "from-file"\n[access_scopes]\nscopes = ""\n'});
  expect(await appDefaults(dir, {})).toEqual({clientId: 'from-file', scopes: []});
  await writeFiles(dir, {'shopify.app.toml': 'client_id = "from-file"\n'});
  expect(await appDefaults(dir, {})).toEqual({clientId: 'from-file'});
  await writeFiles(dir, {'shopify.app.toml': 'client_id = ""\n[access_scopes]\nscopes = ""\n'});
  expect(await appDefaults(dir, {})).toEqual({});
});

const FILE = `client_id = "key"
application_url = "https://myapp.com/home"
embedded = false

[access_scopes]
scopes = "read_products"
optional_scopes = ["read_orders"]
use_legacy_install_flow = false

[auth]
redirect_urls = ["https://myapp.com/auth/callback"]
`;

async function completed(
  given: AppOptions,
  text = FILE,
): Promise<{options: AppOptions; notices: readonly string[]}> {
  const dir = test.info().outputPath('app');
  await writeFiles(dir, {'shopify.app.toml': text});
  const {options, notices} = await completeApp(dir, given, (declared) => declared);
  return {options, notices: notices.map(({message}) => message)};
}

test('the file gives the URL, the frame, the install flow and the redirect URLs', async () => {
  const {options, notices} = await completed({authorization: {refreshRetry: 'none'}});
  expect(options).toMatchObject({
    url: 'https://myapp.com/home',
    embedded: false,
    authorization: {
      redirectUrls: ['https://myapp.com/auth/callback'],
      legacyInstallFlow: false,
      refreshRetry: 'none',
    },
  });
  expect(notices).toEqual([]);
});

test('an app at another address is not held to the redirect URLs of the file', async () => {
  const {options, notices} = await completed({url: 'https://tunnel.example.com'});
  expect(options.authorization).toEqual({legacyInstallFlow: false, redirectUrls: undefined});
  expect(notices).toEqual([expect.stringMatching(/^The app is at https:\/\/tunnel\.example\.com, and /)]);

  const redirectUrls = ['https://tunnel.example.com/auth'];
  const listed = await completed({url: 'https://tunnel.example.com', authorization: {redirectUrls}});
  expect(listed.options.authorization).toMatchObject({redirectUrls});
  expect(listed.notices).toEqual([]);
});

test('an app without redirect URLs has an empty list', async () => {
  const {options} = await completed({}, 'client_id = "key"\n[auth]\nredirect_urls = []\n');
  expect(options.authorization).toEqual({redirectUrls: []});
});

test('notices scopes and direct queries that the file does not declare', async () => {
  const {notices} = await completed({scopes: ['read_orders', 'write_themes'], directApi: 'online'});
  expect(notices).toEqual([
    expect.stringMatching(/^app\.scopes has write_themes, which .*shopify\.app\.toml does not declare\.$/),
    expect.stringMatching(/^app\.directApi is 'online', and .* does not allow pages/),
  ]);

  const legacy = FILE.replace('use_legacy_install_flow = false', 'use_legacy_install_flow = true');
  expect((await completed({scopes: ['write_themes']}, legacy)).notices).toEqual([]);
});

test('a given client id is another app, about which the file says nothing', async () => {
  const given = {clientId: 'other', scopes: ['write_themes']};
  expect(await completed(given)).toEqual({options: given, notices: []});
});
