import {expect, test} from '@playwright/test';
import {adminDeps, ask} from '../admin-deps.fixture.ts';

const SCOPES = `{ app {
  requestedAccessScopes { handle } optionalAccessScopes { handle } installation { accessScopes { handle } }
} }`;

const REVOKE = `mutation ($scopes: [String!]!) {
  appRevokeAccessScopes(scopes: $scopes) { revoked { handle } userErrors { code field message } }
}`;

function shopApp(): ReturnType<typeof adminDeps> {
  const deps = adminDeps({app: {scopes: ['write_products'], optionalScopes: ['read_orders']}});
  return deps;
}

test('lists requested, optional and granted scopes', async () => {
  expect(await ask(shopApp(), SCOPES)).toMatchObject({
    data: {
      app: {
        requestedAccessScopes: [{handle: 'write_products'}],
        optionalAccessScopes: [{handle: 'read_orders'}],
        installation: {accessScopes: [{handle: 'write_products'}]},
      },
    },
  });
});

test('gives optional scopes back, and keeps those that the app requires', async () => {
  const deps = shopApp();
  const revoke = (scopes: readonly string[]): Promise<unknown> => ask(deps, REVOKE, {scopes});

  expect(await revoke(['write_products'])).toMatchObject({
    data: {appRevokeAccessScopes: {revoked: null, userErrors: [{code: 'CANNOT_REVOKE_REQUIRED_SCOPES'}]}},
  });
  expect(await revoke(['read_themes'])).toMatchObject({
    data: {appRevokeAccessScopes: {userErrors: [{code: 'CANNOT_REVOKE_UNDECLARED_SCOPES'}]}},
  });
  expect(await revoke(['read_orders'])).toMatchObject({
    data: {appRevokeAccessScopes: {revoked: [{handle: 'read_orders'}], userErrors: []}},
  });
  expect(deps.installation.has('write_products')).toBe(true);
});

test('finds the app by handle and key, and nothing by others', async () => {
  const query = `{ appByHandle(handle: "test-app") { title } appByKey(apiKey: "other") { title }
    currentAppInstallation { launchUrl app { title } } }`;
  expect(await ask(shopApp(), query)).toMatchObject({
    data: {
      appByHandle: {title: 'Test app'},
      appByKey: null,
      currentAppInstallation: {launchUrl: expect.stringContaining('/store/acme/apps/')},
    },
  });
});

test('appUninstall ends the installation', async () => {
  const deps = shopApp();
  await ask(deps, 'mutation { appUninstall { app { id } userErrors { message } } }');
  expect(deps.installation.isInstalled).toBe(false);
});

test('node and nodes find the shop and the installation, and null for an unknown id', async () => {
  const {shop, installation, ...deps} = shopApp();
  const query = `{ nodes(ids: ["${shop.id}", "${installation.id}", "gid://shopify/Shop/1"]) { __typename id } }`;
  expect(await ask({shop, installation, ...deps}, query)).toMatchObject({
    data: {nodes: [{__typename: 'Shop'}, {__typename: 'AppInstallation'}, null]},
  });
});
