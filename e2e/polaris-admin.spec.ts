import {expect, test} from 'simhost/playwright';

const APP = 'https://hats.example.com';

test.use({
  app: {clientId: 'b0c0ffee000000000000000000000735', clientSecret: 'secret-of-hats', url: APP},
  backends: {[APP]: {command: 'node fixtures/pages/polaris/admin.js'}},
});

test('the admin shows the actions of s-page in its title bar, and a press reaches the app', async ({
  admin,
}) => {
  const app = await admin.open();
  await expect(app.getByLabel('Title')).toHaveValue('Bowler');
  await expect(app.getByRole('heading', {name: 'Hats'})).toBeHidden();
  await expect(admin.page.getByRole('heading', {name: 'Hats'})).toBeVisible();
  await admin.page.getByRole('button', {name: 'Add hat'}).click();
  await expect(app.getByRole('status')).toHaveText('Added');
});

test('the title bar shows a heading of s-page that is a property', async ({admin}) => {
  const app = await admin.open();
  await expect(admin.page.getByRole('heading', {name: 'Hats'})).toBeVisible();
  await app.locator('s-page').evaluate((page) => {
    page.removeAttribute('heading');
    Object.assign(page, {heading: 'Caps'});
  });
  await expect(admin.page.getByRole('heading', {name: 'Caps'})).toBeVisible();
});

test('a changed Polaris field shows the save bar, which saves and discards', async ({admin}) => {
  const app = await admin.open();
  await app.getByLabel('Title').fill('Fedora');
  await admin.page.getByRole('button', {name: 'Discard'}).click();
  await expect(app.getByLabel('Title')).toHaveValue('Bowler');

  await app.getByLabel('Title').fill('Beret');
  await admin.page.getByRole('button', {name: 'Save'}).click();
  await expect(app.getByRole('status')).toHaveText('Saved Beret');
});
