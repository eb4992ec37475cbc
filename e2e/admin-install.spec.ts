import {expect, test} from 'simhost/playwright';

const ORIGIN = 'https://notes.example.com';
const APP = {clientId: 'b0c0ffee000000000000000000000735', clientSecret: 'secret-of-notes', url: ORIGIN};

test.use({app: APP, backends: {[ORIGIN]: {command: 'node fixtures/apps/notes/server.js'}}});

test('an app that was uninstalled is installed again before it is shown', async ({admin}) => {
  const app = await admin.open();
  await expect(app.getByRole('heading', {name: 'Notes of acme.myshopify.com'})).toBeVisible();
  await admin.uninstall();
  await expect(app.getByRole('heading', {name: 'Notes of acme.myshopify.com'})).toBeVisible();

  await admin.open();
  await admin.page.getByRole('button', {name: 'Install'}).click();
  await expect(app.getByRole('heading', {name: 'Notes of acme.myshopify.com'})).toBeVisible();
  expect(admin.installation.isInstalled).toBe(true);
});

test.describe(() => {
  test.use({app: {...APP, installed: false, scopes: ['write_products']}});

  test('an app that the shop does not have is shown after the merchant has approved it', async ({admin}) => {
    const app = await admin.open();
    await expect(admin.page).toHaveURL(
      `https://admin.shopify.com/store/acme/oauth/install?client_id=${APP.clientId}`,
    );
    await expect(admin.page.getByRole('list', {name: 'Access scopes'})).toHaveText('write_products');
    expect(admin.requests.matching(/notes\.example\.com/)).toEqual([]);

    await admin.page.getByRole('button', {name: 'Install'}).click();
    await expect(app.getByRole('heading', {name: 'Notes of acme.myshopify.com'})).toBeVisible();
    await expect(admin.requests).toHaveRequest(`${ORIGIN}/api/notes`, {status: 200, token: {sub: '5001'}});
    expect(admin.scopes.granted).toEqual(['write_products']);
  });

  test('a merchant who declines sees that the app is not installed, and can install it after all', async ({
    admin,
  }) => {
    const app = await admin.open();
    await admin.page.getByRole('button', {name: 'Cancel'}).click();
    await expect(admin.page).toHaveURL('https://admin.shopify.com/store/acme');
    await expect(admin.page.getByRole('main')).toContainText('Test app is not installed.');
    expect(admin.installation.isInstalled).toBe(false);
    expect(admin.requests.matching(/notes\.example\.com/)).toEqual([]);

    await admin.page.getByRole('link', {name: 'Install Test app'}).click();
    await admin.page.getByRole('button', {name: 'Install'}).click();
    await expect(app.getByRole('heading', {name: 'Notes of acme.myshopify.com'})).toBeVisible();
  });
});
