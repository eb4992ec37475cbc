import {expect} from 'simhost/playwright';
import {test} from './apps.fixture.ts';

const APP_URL = 'https://product-desk.example.com';

test.use({
  app: {
    clientId: '7a0f5d3c2b1e4968a7c6d5e4f3b2a190',
    clientSecret: 'secret of product desk',
    name: 'Product desk',
    scopes: ['read_products', 'write_products'],
    url: APP_URL,
    webhooks: {subscriptions: [{topics: ['products/update'], uri: '/webhooks/products/update'}]},
  },
  backends: {[APP_URL]: {command: 'npm start', cwd: 'fixtures/apps/router-app'}},
});

test('a product is created through the Admin API, shown, and reported in a toast', async ({admin, shop}) => {
  const app = await admin.open();
  const bar = admin.page.getByRole('toolbar', {name: 'Title bar'});
  await expect(bar.getByRole('heading', {name: 'Product desk'})).toBeVisible();
  await bar.getByRole('button', {name: 'Create a product'}).click();

  await expect(app.getByRole('heading', {name: 'Brass desk lamp'})).toBeVisible();
  await expect(app.getByText('ACTIVE at 89.00')).toBeVisible();
  await expect(admin.page.getByRole('status')).toContainText('Product created');
  await expect(admin.requests).toHaveRequestTimes(
    `https://${shop.domain}/admin/api/2026-07/graphql.json`,
    2,
    {
      status: 200,
      sender: 'backend',
    },
  );
});

test('a modal shows its content and its buttons, and closes', async ({admin}) => {
  const app = await admin.open('/app/settings');
  const name = app.getByLabel('Name on the card');
  const modal = app.getByRole('dialog', {name: 'Reset the card?'});
  await name.fill('Ada and sons');
  await expect(modal).toBeHidden();

  await app.getByRole('button', {name: 'Reset the card'}).click();
  await expect(modal).toContainText('The name on the card becomes Acme again.');
  await modal.getByRole('button', {name: 'Cancel'}).click();
  await expect(modal).toBeHidden();
  await expect(name).toHaveValue('Ada and sons');

  await app.getByRole('button', {name: 'Reset the card'}).click();
  await modal.getByRole('button', {name: 'Close'}).click();
  await expect(modal).toBeHidden();

  await app.getByRole('button', {name: 'Reset the card'}).click();
  await modal.getByRole('button', {name: 'Reset', exact: true}).click();
  await expect(modal).toBeHidden();
  await expect(name).toHaveValue('Acme');
});

test('the save bar saves and discards, and is shown while the form is changed', async ({admin}) => {
  const app = await admin.open('/app/settings');
  const name = app.getByLabel('Name on the card');
  const bar = admin.page.getByRole('region', {name: 'Unsaved changes'});
  await expect(bar).toHaveCount(0);

  await name.fill('Ada and sons');
  await bar.getByRole('button', {name: 'Discard'}).click();
  await expect(name).toHaveValue('Acme');
  await expect(bar).toHaveCount(0);

  await name.fill('Ada and daughters');
  await bar.getByRole('button', {name: 'Save'}).click();
  await expect(app.getByText('Saved name: Ada and daughters')).toBeVisible();
  await expect(bar).toHaveCount(0);
});

test('leaving with unsaved changes waits for the confirmation', async ({admin}) => {
  const app = await admin.open('/app/settings');
  const leave = app.getByRole('button', {name: 'See the activity'});
  const question = admin.page.getByRole('dialog', {name: 'Leave page with unsaved changes?'});
  await app.getByLabel('Name on the card').fill('Ada and sons');

  await leave.click();
  await question.getByRole('button', {name: 'Stay'}).click();
  await expect(app.getByLabel('Name on the card')).toHaveValue('Ada and sons');
  await expect(admin.page).toHaveURL(/\/app\/settings$/);

  await leave.click();
  await question.getByRole('button', {name: 'Leave page'}).click();
  await expect(app.getByRole('heading', {name: 'What happened in the shop'})).toBeVisible();
  await expect(admin.page).toHaveURL(/\/app\/activity$/);
});

test('a toast of the app is shown in the admin, until it is dismissed', async ({admin}) => {
  const app = await admin.open('/app/settings');
  await app.getByLabel('Name on the card').fill('Ada and sons');
  await admin.page.getByRole('region', {name: 'Unsaved changes'}).getByRole('button', {name: 'Save'}).click();

  const toast = admin.page.getByRole('status').filter({hasText: 'Settings saved'});
  await expect(toast).toBeVisible();
  await admin.calls.waitFor({member: 'toast.show', args: ['Settings saved']});
  await toast.getByRole('button', {name: 'Dismiss'}).click();
  await expect(toast).toHaveCount(0);
});

test('the resource picker returns the chosen products to the app', async ({admin, simulation}) => {
  const app = await admin.open('/app/settings');
  const [first = '', second = ''] = simulation.world.products.map(({title}) => title);
  const choose = app.getByRole('button', {name: 'Choose products'});
  const picker = admin.page.getByRole('dialog', {name: 'Add products'});

  await choose.click();
  await picker.getByLabel(first, {exact: true}).check();
  await picker.getByLabel(second, {exact: true}).check();
  await picker.getByRole('button', {name: 'Add'}).click();
  await expect(app.getByText(`Chosen: ${first}, ${second}`)).toBeVisible();

  await choose.click();
  await picker.getByRole('button', {name: 'Cancel'}).click();
  await expect(app.getByText('Chosen: none')).toBeVisible();
});

test('the navigation changes pages without loading a document', async ({admin}) => {
  const app = await admin.open();
  const nav = admin.page.getByRole('navigation', {name: 'Product desk'});
  const title = admin.page.getByRole('toolbar', {name: 'Title bar'}).getByRole('heading');
  await expect(app.getByRole('heading', {name: 'Latest product'})).toBeVisible();
  const documents = () => admin.requests.matching(/product-desk\.example\.com\/app[^.]*$/).length;
  const before = documents();

  await nav.getByRole('link', {name: 'Settings'}).click();
  await expect(app.getByRole('heading', {name: 'Store card'})).toBeVisible();
  await expect(title).toHaveText('Settings');
  await expect(admin.page).toHaveURL(/\/app\/settings$/);

  await nav.getByRole('link', {name: 'Activity'}).click();
  await expect(app.getByText('Nothing yet.')).toBeVisible();
  await expect(title).toHaveText('Activity');
  await expect(admin.page).toHaveURL(/\/app\/activity$/);
  expect(documents()).toBe(before);
});

test('a webhook reaches the app, whose page lists what arrived', async ({admin, simulation}) => {
  await admin.open();
  const [product] = simulation.world.products;
  await admin.webhooks.send('products/update', {
    admin_graphql_api_id: product?.id,
    title: 'Old title',
  });
  await expect(admin.requests).toHaveRequest(`${APP_URL}/webhooks/products/update`, {
    method: 'POST',
    status: 200,
  });

  const app = await admin.open('/app/activity');
  await expect(app.getByRole('listitem')).toHaveText(`${product?.title} changed.`);
});
