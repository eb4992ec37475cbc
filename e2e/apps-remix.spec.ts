import {expect} from 'simhost/playwright';
import {test} from './apps.fixture.ts';

const APP_URL = 'https://stock-notes.example.com';

test.use({
  app: {
    clientId: '3b8e6f1d9c0a4752b6e5d4c3a2f1b0e9',
    clientSecret: 'secret of stock notes',
    name: 'Stock notes',
    scopes: ['read_products', 'write_products'],
    url: APP_URL,
  },
  backends: {[APP_URL]: {command: 'npm start', cwd: 'fixtures/apps/remix-app'}},
});

test('the first load shows the app with the name of the shop', async ({admin}) => {
  const app = await admin.open();
  await expect(app.getByRole('heading', {name: 'Stock of Acme Outfitters'})).toBeVisible();
});

test('an expired token in the URL leads over the bounce page to the same page', async ({admin}) => {
  const app = await admin.open();
  await expect(app.getByRole('heading', {name: 'Stock of Acme Outfitters'})).toBeVisible();

  await admin.clock.advance('2m');
  await admin.page.frame({name: 'app-iframe'})?.evaluate(() => location.reload());
  await admin.requests.waitFor({url: /\/auth\/session-token\?/, status: 200});
  await expect(app.getByRole('heading', {name: 'Stock of Acme Outfitters'})).toBeVisible();
});

test('the server exchanges the ID token for an access token', async ({admin, shop}) => {
  const app = await admin.open();
  await expect(app.getByRole('heading', {name: 'Stock of Acme Outfitters'})).toBeVisible();
  await expect(admin.requests).toHaveRequest(`https://${shop.domain}/admin/oauth/access_token`, {
    method: 'POST',
    status: 200,
    sender: 'backend',
  });
});

test('a product is created through the Admin API and shown', async ({admin}) => {
  const app = await admin.open();
  await app.getByRole('button', {name: 'Create a product'}).click();
  await expect(app.getByText('Created Linen apron (ACTIVE)')).toBeVisible();
});
