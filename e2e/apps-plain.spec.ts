import {expect} from 'simhost/playwright';
import {test} from './apps.fixture.ts';

const APP_URL = 'https://back-in-stock.example.com';

test.use({
  app: {
    clientId: 'e91b3f5a7c2d4068b4a3928170f6e5d4',
    clientSecret: 'secret of back in stock',
    name: 'Back in stock',
    scopes: ['read_products', 'write_products'],
    url: APP_URL,
    webhooks: {subscriptions: [{topics: ['products/update'], uri: '/webhooks'}]},
  },
  backends: {[APP_URL]: {command: 'node server.js', cwd: 'fixtures/apps/plain-app'}},
});

test('the first load shows the app', async ({admin}) => {
  const app = await admin.open();
  await expect(app.getByRole('heading', {name: 'Back in stock'})).toBeVisible();
});

test('an expired token in the URL leads over the bounce page to the same page', async ({admin}) => {
  const app = await admin.open();
  await expect(app.getByRole('heading', {name: 'Back in stock'})).toBeVisible();

  await admin.clock.advance('2m');
  await admin.page.frame({name: 'app-iframe'})?.evaluate(() => location.reload());
  await admin.requests.waitFor({url: /\/bounce\?/, status: 200});
  await expect(app.getByRole('heading', {name: 'Back in stock'})).toBeVisible();
});

test('a product is created with an exchanged token and shown', async ({admin, shop}) => {
  const app = await admin.open();
  await app.getByRole('button', {name: 'Create a product'}).click();
  await expect(app.getByRole('status')).toHaveText('Created Wool blanket (ACTIVE)');

  await expect(admin.requests).toHaveRequestTimes(`https://${shop.domain}/admin/oauth/access_token`, 1);
  await expect(admin.requests).toHaveRequest(`https://${shop.domain}/admin/api/2026-07/graphql.json`, {
    status: 200,
    sender: 'backend',
  });
});

test('a webhook arrives with a signature that the server accepts, and the page shows it', async ({
  admin,
  simulation,
}) => {
  await admin.open();
  await simulation.webhooks.send('products/update', {id: 1, title: 'Wool blanket'});
  await expect(admin.requests).toHaveRequest(`${APP_URL}/webhooks`, {method: 'POST', status: 200});

  const app = await admin.open('/alerts');
  await expect(app.getByRole('listitem')).toHaveText('Wool blanket changed');
});
