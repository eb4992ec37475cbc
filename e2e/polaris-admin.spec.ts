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

test('the title bar follows a heading of s-page that is set as a property, and its removal', async ({
  admin,
}) => {
  const app = await admin.open();
  const bar = admin.page.getByRole('toolbar', {name: 'Title bar'});
  await expect(bar.getByRole('heading')).toHaveText('Hats');
  await app.locator('s-page').evaluate((page) => {
    Object.assign(page, {heading: 'Caps'});
  });
  await expect(bar.getByRole('heading')).toHaveText('Caps');

  await app.locator('s-page').evaluate((page) => void Object.assign(page, {heading: undefined}));
  await expect(bar.getByRole('heading')).toHaveText('All hats');
});

test('the buttons of the title bar follow properties that are set later, and their removal', async ({
  admin,
}) => {
  const app = await admin.open();
  const button = admin.page.getByRole('button', {name: 'Add hat'});
  const set = (properties: object): Promise<void> =>
    app.locator('s-button').evaluate((element, given) => void Object.assign(element, given), properties);

  await expect(button).toBeEnabled();
  await set({disabled: true});
  await expect(button).toBeDisabled();
  await set({disabled: false, loading: true});
  await expect(button).toHaveAttribute('aria-busy', 'true');
  await set({loading: false, tone: 'critical', accessibilityLabel: 'Add one hat'});
  await expect(admin.page.getByRole('button', {name: 'Add one hat'})).toHaveClass(/critical/);
  await set({tone: undefined, accessibilityLabel: undefined});
  await expect(button).not.toHaveClass(/critical/);
  await expect(button).toBeEnabled();

  await app.locator('s-button').evaluate((element) => element.remove());
  await expect(button).toHaveCount(0);
});

test('a button of s-page that opens a menu is a menu of the title bar', async ({admin}) => {
  const app = await admin.open();
  await app.locator('s-page').evaluate((page) => {
    page.insertAdjacentHTML(
      'beforeend',
      `<s-button slot="secondary-actions" commandFor="more">More actions</s-button>
      <s-menu id="more"><s-button onclick="document.querySelector('output').textContent = 'Copied'">Copy</s-button></s-menu>`,
    );
  });

  const bar = admin.page.getByRole('toolbar', {name: 'Title bar'});
  await bar.getByRole('button', {name: 'More actions'}).click();
  await bar.getByRole('menuitem', {name: 'Copy'}).click();
  await expect(app.getByRole('status')).toHaveText('Copied');
  await expect(bar.getByRole('menuitem')).toHaveCount(0);
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
