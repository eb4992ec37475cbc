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
    webhooks: {subscriptions: [{topics: ['app/uninstalled', 'products/update'], uri: '/webhooks'}]},
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

test('the navigation leads to a page of the app, and the address follows', async ({admin}) => {
  const app = await admin.open();
  await admin.page.getByRole('navigation').getByRole('link', {name: 'Last change'}).click();
  await expect(app.getByRole('heading', {name: 'Last change'})).toBeVisible();
  await expect(admin.page).toHaveURL(/\/app\/last$/);
});

test('a webhook arrives with a signature that the server accepts, and the page shows it', async ({
  admin,
  simulation,
}) => {
  await admin.open();
  await simulation.webhooks.send('products/update', {id: 1, title: 'Linen apron'});
  await expect(admin.requests).toHaveRequest(`${APP_URL}/webhooks`, {method: 'POST', status: 200});

  const app = await admin.open('/app/last');
  await expect(app.getByText('PRODUCTS_UPDATE: Linen apron')).toBeVisible();
});

test('a modal shows its content and its title bar, and closes by its button', async ({admin}) => {
  const app = await admin.open();
  await app.getByRole('button', {name: 'Show the rules'}).click();
  const modal = app.getByRole('dialog', {name: 'Rules'});
  await expect(modal.getByText('A note has one line.')).toBeVisible();

  await modal.getByRole('button', {name: 'Understood'}).click();
  await expect(modal).toBeHidden();
  await app.getByRole('button', {name: 'Show the rules'}).click();
  await expect(modal).toBeVisible();
});

test('a note shows the save bar: saving shows a toast, and discarding asks first', async ({admin}) => {
  const app = await admin.open();
  const bar = admin.page.getByRole('region', {name: 'Unsaved changes'});
  await expect(app.getByRole('heading', {name: 'Stock of Acme Outfitters'})).toBeVisible();
  await expect(bar).toHaveCount(0);

  await app.getByLabel('Note').fill('Count on Monday');
  await bar.getByRole('button', {name: 'Save'}).click();
  await expect(admin.page.getByRole('status').filter({hasText: 'Note saved'})).toBeVisible();
  await expect(bar).toHaveCount(0);

  await app.getByLabel('Note').fill('Count on Friday');
  await bar.getByRole('button', {name: 'Discard'}).click();
  await admin.page.getByRole('dialog').getByRole('button', {name: 'Discard changes'}).click();
  await expect(app.getByLabel('Note')).toHaveValue('');
  await expect(bar).toHaveCount(0);
});

test('a page with an unsaved note is left after a question', async ({admin}) => {
  const app = await admin.open();
  await app.getByLabel('Note').fill('Count on Monday');
  const link = admin.page.getByRole('navigation').getByRole('link', {name: 'Last change'});
  const question = admin.page.getByRole('dialog', {name: 'Leave page with unsaved changes?'});

  await link.click();
  await question.getByRole('button', {name: 'Stay'}).click();
  await expect(app.getByLabel('Note')).toHaveValue('Count on Monday');

  await link.click();
  await question.getByRole('button', {name: 'Leave page'}).click();
  await expect(app.getByRole('heading', {name: 'Last change'})).toBeVisible();
  await expect(admin.page.getByRole('region', {name: 'Unsaved changes'})).toHaveCount(0);
});

test('a product of the shop is chosen in the resource picker', async ({admin, simulation}) => {
  const title = simulation.world.products[0]?.title ?? '';
  const app = await admin.open();
  await app.getByRole('button', {name: 'Choose a product'}).click();

  const picker = admin.page.getByRole('dialog');
  await picker.getByLabel(title, {exact: true}).check();
  await picker.getByRole('button', {name: 'Add'}).click();
  await expect(app.getByText(`The note is about ${title}`)).toBeVisible();
});
