import {expect, test} from '@playwright/test';
import {AppInstallation} from './app-installation.ts';
import type {InstallationChange} from './app-installation.ts';

const DECLARED = {
  scopes: ['read_orders', 'write_products'],
  optionalScopes: ['write_customers'],
  installed: true,
};

function watched(options = DECLARED): {installation: AppInstallation; changes: InstallationChange[]} {
  const installation = new AppInstallation(options);
  const changes: InstallationChange[] = [];
  installation.onChange((change) => changes.push(change));
  return {installation, changes};
}

test('an installed app has the required scopes, and what they imply', () => {
  const {installation} = watched();
  expect(installation.scopes.granted).toEqual(['read_orders', 'write_products']);
  expect(installation.has('read_products')).toBe(true);
  expect(installation.has('write_orders')).toBe(false);
  expect(installation.needsApproval).toBe(false);
});

test('an uninstalled app has no scopes, and is reported once', () => {
  const {installation, changes} = watched();
  installation.uninstall();
  installation.uninstall();
  expect(installation.scopes.granted).toEqual([]);
  expect(installation.needsApproval).toBe(true);
  expect(changes).toEqual([{kind: 'uninstalled'}]);
});

test('reports scopes that are granted and revoked', () => {
  const {installation, changes} = watched();
  installation.grant(['write_customers']);
  installation.grant(['write_customers']);
  expect(installation.revoke(['write_customers'])).toBeNull();

  const [previous, current] = [
    ['read_orders', 'write_products'],
    ['read_orders', 'write_products', 'write_customers'],
  ];
  expect(changes).toEqual([
    {kind: 'scopes', previous, current},
    {kind: 'scopes', previous: current, current: previous},
  ]);
});

test('refuses to revoke required, implied and undeclared scopes', () => {
  const {installation, changes} = watched();
  installation.grant(['write_customers']);
  expect(installation.revoke(['read_orders'])?.code).toBe('CANNOT_REVOKE_REQUIRED_SCOPES');
  expect(installation.revoke(['read_customers'])?.code).toBe('CANNOT_REVOKE_IMPLIED_SCOPES');
  expect(installation.revoke(['read_themes'])).toEqual({
    code: 'CANNOT_REVOKE_UNDECLARED_SCOPES',
    scopes: ['read_themes'],
  });
  expect(changes).toHaveLength(1);
});

test('a deployment takes scopes away at once, and asks for new ones', () => {
  const {installation} = watched();
  installation.deploy({scopes: ['write_products', 'read_themes']});
  expect(installation.scopes.granted).toEqual(['write_products']);
  expect(installation.needsApproval).toBe(true);

  installation.install();
  expect(installation.needsApproval).toBe(false);
});
