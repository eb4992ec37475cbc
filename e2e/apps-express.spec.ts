import {expect} from 'simhost/playwright';
import {test} from './apps.fixture.ts';

const APP_URL = 'https://price-check.example.com';

test.use({
  app: {
    clientId: 'c4d2a1f08b7e4936950d8e7f6a5b4c31',
    clientSecret: 'secret of price check',
    name: 'Price check',
    scopes: ['read_products', 'write_products'],
    url: APP_URL,
  },
  backends: {[APP_URL]: {command: 'npm start', cwd: 'fixtures/apps/express-app'}},
});

test('the first load shows the app with the name of the shop', async ({admin}) => {
  const app = await admin.open();
  await expect(app.getByRole('heading', {name: 'Prices of Acme Outfitters'})).toBeVisible();
});

test('a request with an expired token is sent once more, with a new one', async ({admin}) => {
  const app = await admin.open();
  await expect(app.getByRole('heading', {name: 'Prices of Acme Outfitters'})).toBeVisible();

  await admin.arm('exp-past-60', {times: 1});
  const frame = admin.page.frame({name: 'app-iframe'});
  expect(await frame?.evaluate(async () => (await fetch('/api/activity')).status)).toBe(200);
  expect(admin.requests.matching(/api\/activity/).map(({status}) => status)).toEqual([401, 200]);
});

test('the server exchanges the ID token for an access token', async ({admin, shop}) => {
  const app = await admin.open();
  await expect(app.getByRole('heading', {name: 'Prices of Acme Outfitters'})).toBeVisible();
  await expect(admin.requests).toHaveRequest(`${APP_URL}/api/shop`, {
    status: 200,
    token: {dest: `https://${shop.domain}`},
  });
  await expect(admin.requests).toHaveRequest(`https://${shop.domain}/admin/oauth/access_token`, {
    method: 'POST',
    status: 200,
    sender: 'backend',
  });
});

test('a product is created through the Admin API and shown', async ({admin}) => {
  const app = await admin.open();
  await app.getByRole('button', {name: 'Create a product'}).click();
  await expect(app.getByRole('status')).toHaveText('Created Oak stool (ACTIVE)');
});
