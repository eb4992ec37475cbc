import {expect} from 'simhost/playwright';
import {test} from './apps.fixture.ts';

const APP_URL = 'https://product-desk.example.com';
const CLIENT_ID = '7a0f5d3c2b1e4968a7c6d5e4f3b2a190';

test.use({
  app: {
    clientId: CLIENT_ID,
    clientSecret: 'secret of product desk',
    name: 'Product desk',
    scopes: ['read_products', 'write_products'],
    url: APP_URL,
  },
  backends: {[APP_URL]: {command: 'npm start', cwd: 'fixtures/apps/router-app'}},
});

test('the first load shows the app in the admin of the shop', async ({admin, shop}) => {
  const app = await admin.open();
  await expect(app.getByRole('heading', {name: 'Latest product'})).toBeVisible();

  const handle = String(shop.domain).replace('.myshopify.com', '');
  await expect(admin.page).toHaveURL(`https://admin.shopify.com/store/${handle}/apps/${CLIENT_ID}/app`);
});

test('an expired token in the URL leads over the bounce page to the same page', async ({admin}) => {
  const app = await admin.open();
  await expect(app.getByRole('heading', {name: 'Latest product'})).toBeVisible();

  await admin.clock.advance('2m');
  await admin.page.frame({name: 'app-iframe'})?.evaluate(() => location.reload());
  await admin.requests.waitFor({url: /\/auth\/session-token\?/, status: 200});
  await expect(app.getByRole('heading', {name: 'Latest product'})).toBeVisible();

  const documents = admin.requests.matching(/product-desk\.example\.com\/(?:app|auth\/session-token)?\?/);
  expect(documents.map(({url, status}) => `${new URL(url).pathname} ${status}`)).toEqual([
    '/ 302',
    '/app 200',
    '/app 302',
    '/auth/session-token 200',
    '/app 200',
  ]);
});

test('both loaders of the first load exchange the ID token for an expiring access token', async ({
  admin,
  shop,
}) => {
  const app = await admin.open();
  await expect(app.getByRole('heading', {name: 'Latest product'})).toBeVisible();

  const exchange = {method: 'POST', status: 200, sender: 'backend'} as const;
  await expect(admin.requests).toHaveRequestTimes(
    `https://${shop.domain}/admin/oauth/access_token`,
    2,
    exchange,
  );
});
