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
    webhooks: {subscriptions: [{topics: ['app/uninstalled', 'products/update'], uri: '/api/webhooks'}]},
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

test('the navigation leads to a page of the app without a new document', async ({admin}) => {
  const app = await admin.open();
  await admin.page.getByRole('navigation').getByRole('link', {name: 'Activity'}).click();
  await expect(app.getByRole('heading', {name: 'Activity'})).toBeVisible();
  await expect(admin.page).toHaveURL(/\/activity$/);
  expect(admin.requests.matching(/price-check\.example\.com\/activity/)).toEqual([]);
});

test('a webhook arrives with a signature that the server accepts, and the page shows it', async ({
  admin,
  simulation,
}) => {
  await admin.open();
  await simulation.webhooks.send('products/update', {id: 1, title: 'Oak stool'});
  await expect(admin.requests).toHaveRequest(`${APP_URL}/api/webhooks`, {method: 'POST', status: 200});

  const app = await admin.open('/activity');
  await expect(app.getByRole('listitem')).toHaveText('PRODUCTS_UPDATE');
});

test('a modal shows its content and its title bar, and closes by its button', async ({admin}) => {
  const app = await admin.open();
  await app.getByRole('button', {name: 'How it works'}).click();
  const modal = app.getByRole('dialog', {name: 'How it works'});
  await expect(modal.getByText('Prices are rounded up.')).toBeVisible();

  await modal.getByRole('button', {name: 'Close'}).last().click();
  await expect(modal).toBeHidden();
  await app.getByRole('button', {name: 'How it works'}).click();
  await expect(modal).toBeVisible();
});

test('a changed rule shows the save bar: saving shows a toast, and discarding asks first', async ({
  admin,
}) => {
  const app = await admin.open();
  const rule = app.getByLabel('Round to');
  const bar = admin.page.getByRole('region', {name: 'Unsaved changes'});
  await expect(rule).toHaveValue('0.99');
  await expect(bar).toHaveCount(0);

  await rule.fill('0.95');
  await bar.getByRole('button', {name: 'Save'}).click();
  await expect(admin.page.getByRole('status').filter({hasText: 'Rule saved'})).toBeVisible();
  await expect(bar).toHaveCount(0);

  await rule.fill('0.50');
  await bar.getByRole('button', {name: 'Discard'}).click();
  await admin.page.getByRole('dialog').getByRole('button', {name: 'Discard changes'}).click();
  await expect(rule).toHaveValue('0.95');
  await expect(bar).toHaveCount(0);
});

test('a page with a changed rule is left after a question', async ({admin}) => {
  const app = await admin.open();
  const rule = app.getByLabel('Round to');
  await rule.fill('0.95');
  const link = admin.page.getByRole('navigation').getByRole('link', {name: 'Activity'});
  const question = admin.page.getByRole('dialog', {name: 'Leave page with unsaved changes?'});

  await link.click();
  await question.getByRole('button', {name: 'Stay'}).click();
  await expect(rule).toHaveValue('0.95');

  await link.click();
  await question.getByRole('button', {name: 'Leave page'}).click();
  await expect(app.getByRole('heading', {name: 'Activity'})).toBeVisible();
  await expect(admin.page.getByRole('region', {name: 'Unsaved changes'})).toHaveCount(0);
});

test('a product of the shop is chosen in the resource picker', async ({admin, simulation}) => {
  const title = simulation.world.products[0]?.title ?? '';
  const app = await admin.open();
  await app.getByRole('button', {name: 'Choose a product'}).click();

  const picker = admin.page.getByRole('dialog');
  await picker.getByLabel(title, {exact: true}).check();
  await picker.getByRole('button', {name: 'Add'}).click();
  await expect(app.getByText(`Chosen: ${title}`)).toBeVisible();
});

test.describe('with the authorization code grant', () => {
  test.use({
    backends: {
      [APP_URL]: {command: 'npm start', cwd: 'fixtures/apps/express-app', env: {INSTALL_BY: 'code'}},
    },
  });

  test('a revoked token leads the admin to a new authorization, and back to the app', async ({
    admin,
    page,
    shop,
  }) => {
    const app = page.frameLocator('iframe[name="app-iframe"]');
    const create = app.getByRole('button', {name: 'Create a product'});
    await page.goto(`${APP_URL}/api/auth?shop=${shop.domain}`);
    await expect(create).toBeVisible();

    await admin.arm('admin-token-revoked');
    await create.click();
    const {problem} = await admin.requests.waitFor({url: `${APP_URL}/api/products`, status: 403});
    expect(problem?.cause).toBe(
      'the token was good; the answer makes App Bridge open /api/auth in place of the admin',
    );

    await expect(admin.requests).toHaveRequestTimes(`${APP_URL}/api/shop`, 2);
    await create.click();
    await expect(app.getByRole('status')).toHaveText('Created Oak stool (ACTIVE)');
    expect(admin.requests.matching(/oauth\/access_token$/).map(({status}) => status)).toEqual([200, 200]);
  });
});
