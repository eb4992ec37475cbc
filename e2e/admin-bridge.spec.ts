import {expect, test} from 'simhost/playwright';
import type {Admin} from 'simhost/playwright';
import type {FrameLocator} from '@playwright/test';
import {NOTES_APP, NOTES_ORIGIN as ORIGIN, NOTES_SERVER} from './notes-app.ts';

test.use({
  app: {...NOTES_APP, scopes: ['write_products'], optionalScopes: ['read_orders']},
  backends: {[ORIGIN]: NOTES_SERVER},
});

/** The texts of the notes in the app. */
const notesIn = (app: FrameLocator) => app.getByRole('list', {name: 'Notes'}).getByRole('listitem');

/** Runs code of a page in the app's frame, with `shopify` as App Bridge makes it. */
async function inApp<Value>(admin: Admin, code: string): Promise<Value> {
  const frame = admin.page.frame({name: 'app-iframe'});
  if (frame === null) throw new Error('The admin shows no app.');
  return (await frame.evaluate(`(async () => ${code})()`)) as Value;
}

test('the title bar shows the title and the actions of the app', async ({admin}) => {
  const app = await admin.open();
  const bar = admin.page.getByRole('toolbar', {name: 'Title bar'});
  await expect(bar.getByRole('heading', {name: 'Notes'})).toBeVisible();
  await expect(bar.getByRole('button')).toHaveText(['Help', 'New note']);
  await expect(app.getByRole('button', {name: 'New note'})).toHaveCount(0);
  await app
    .locator('ui-title-bar')
    .first()
    .evaluate((element) => element.setAttribute('title', 'All notes'));
  await expect(bar.getByRole('heading', {name: 'All notes'})).toBeVisible();
});

test('a note is added in a modal, and the toast takes it back', async ({admin}) => {
  const app = await admin.open();
  await admin.page.getByRole('button', {name: 'New note'}).click();
  const modal = app.getByRole('dialog', {name: 'New note'});
  await modal.getByLabel('Text').fill('Water the plants');
  await modal.getByRole('button', {name: 'Add'}).click();

  await expect(notesIn(app)).toHaveText(['Water the plants']);
  await expect(modal).toBeHidden();
  const toast = admin.page.getByRole('status').filter({hasText: 'Note added'});
  await toast.getByRole('button', {name: 'Undo'}).click();
  await expect(notesIn(app)).toHaveCount(0);
  await toast.getByRole('button', {name: 'Dismiss'}).click();
  await expect(toast).toHaveCount(0);
});

test('a toast is over a dialog of the admin, opened before it or after it', async ({admin}) => {
  const app = await admin.open();
  await inApp(admin, `void shopify.toast.show('First', {duration: 60000})`);
  await app.getByRole('button', {name: 'Pick products'}).click();
  const picker = admin.page.getByRole('dialog', {name: 'Add products'});
  await inApp(admin, `void shopify.toast.show('Second', {duration: 60000})`);

  for (const name of ['First', 'Second']) {
    const toast = picker.getByRole('status').filter({hasText: name});
    await toast.getByRole('button', {name: 'Dismiss'}).click();
    await expect(toast).toHaveCount(0);
  }
});

test('a modal with src is another frame of the app, which can close the modal', async ({admin}) => {
  await admin.open();
  await admin.page.getByRole('button', {name: 'Help'}).click();
  const modal = admin.page.getByRole('dialog', {name: 'Help'});
  const page = modal.frameLocator('iframe');
  await expect(page.getByRole('heading', {name: 'Help'})).toBeVisible();
  await page.getByRole('button', {name: 'Done'}).click();
  await expect(modal).toHaveCount(0);
  await expect(admin.page).toHaveURL(/\/apps\/[a-z0-9]+$/);
});

test('a changed form shows the save bar: saving and discarding hide it', async ({admin}) => {
  const app = await admin.open('/settings');
  const bar = admin.page.getByRole('region', {name: 'Unsaved changes'});
  await expect(bar).toHaveCount(0);

  await app.getByLabel('Signature').fill('Kind regards');
  await bar.getByRole('button', {name: 'Save'}).click();
  await expect(app.getByRole('status')).toHaveText('Saved');
  await expect(bar).toHaveCount(0);

  await app.getByLabel('Signature').fill('Bye');
  await bar.getByRole('button', {name: 'Discard'}).click();
  await admin.page.getByRole('dialog').getByRole('button', {name: 'Continue editing'}).click();
  await expect(app.getByLabel('Signature')).toHaveValue('Bye');
  await bar.getByRole('button', {name: 'Discard'}).click();
  await admin.page.getByRole('dialog').getByRole('button', {name: 'Discard changes'}).click();
  await expect(app.getByLabel('Signature')).toHaveValue('Yours');
  await expect(bar).toHaveCount(0);
});

test('leaving a page with unsaved changes asks first', async ({admin}) => {
  const app = await admin.open('/settings');
  await app.getByLabel('Signature').fill('Bye');
  const home = admin.page.getByRole('navigation').getByRole('link', {name: 'Notes'});
  const question = admin.page.getByRole('dialog', {name: 'Leave page with unsaved changes?'});

  await home.click();
  await question.getByRole('button', {name: 'Stay'}).click();
  await expect(app.getByLabel('Signature')).toHaveValue('Bye');

  await home.click();
  await question.getByRole('button', {name: 'Leave page'}).click();
  await expect(app.getByRole('heading', {name: 'Notes of acme.myshopify.com'})).toBeVisible();
});

test('shopify.saveBar.leaveConfirmation waits for the answer', async ({admin}) => {
  const app = await admin.open('/settings');
  await inApp(admin, 'shopify.saveBar.leaveConfirmation()');
  await app.getByLabel('Signature').fill('Bye');
  const left = inApp(admin, 'shopify.saveBar.leaveConfirmation().then(() => "left")');
  await admin.page.getByRole('dialog').getByRole('button', {name: 'Leave page'}).click();
  expect(await left).toBe('left');
});

test('the navigation leads to the pages of the app, and keeps the address in step', async ({admin}) => {
  const app = await admin.open();
  await admin.page.getByRole('navigation', {name: 'Notes'}).getByRole('link', {name: 'Settings'}).click();
  await expect(app.getByRole('heading', {name: 'Settings'})).toBeVisible();
  await expect(admin.page).toHaveURL(/\/apps\/[a-z0-9]+\/settings$/);

  await admin.page.getByRole('button', {name: 'Notes'}).click();
  await expect(app.getByRole('heading', {name: 'Notes of acme.myshopify.com'})).toBeVisible();
  await admin.page.reload();
  await expect(app.getByRole('heading', {name: 'Notes of acme.myshopify.com'})).toBeVisible();
});

test('an app that hears shopify:navigate goes there itself', async ({admin}) => {
  const app = await admin.open();
  await inApp(
    admin,
    `document.addEventListener('shopify:navigate', ({target}) => history.pushState(null, '', target.getAttribute('href')))`,
  );
  await admin.page.getByRole('link', {name: 'Settings'}).click();
  await expect(admin.page).toHaveURL(/\/settings$/);
  await expect(app.getByRole('heading', {name: 'Notes of acme.myshopify.com'})).toBeVisible();
  expect(admin.requests.matching(/notes\.example\.com\/settings/)).toEqual([]);
});

test('the resource picker shows the products of the shop, and returns the selected ones', async ({
  admin,
  simulation,
}) => {
  const app = await admin.open();
  const [first = '', second = ''] = simulation.world.products.map(({title}) => title);
  await app.getByRole('button', {name: 'Pick products'}).click();
  const picker = admin.page.getByRole('dialog', {name: 'Add products'});
  await expect(picker.getByRole('button', {name: 'Add'})).toBeDisabled();
  await picker.getByLabel(first, {exact: true}).check();
  await picker.getByLabel('Search products').fill(second);
  await picker.getByLabel(second, {exact: true}).check();
  await picker
    .getByRole('list', {name: `Variants of ${second}`})
    .getByLabel('Black')
    .uncheck();
  await picker.getByRole('button', {name: 'Add'}).click();
  await expect(app.getByRole('list', {name: 'Products'}).getByRole('listitem')).toHaveText([
    `${first}, 2 variants`,
    `${second}, 1 variants`,
  ]);

  await app.getByRole('button', {name: 'Pick products'}).click();
  await picker.getByRole('button', {name: 'Cancel'}).click();
  await expect(app.getByRole('status')).toHaveText('Nothing picked');
});

test('another staff member gets their own token, and sees their name', async ({admin}) => {
  await admin.open();
  await admin.signIn('joan');
  await expect(admin.page.getByRole('banner')).toContainText('Joan Clarke');

  // The page stays as it is, and its next token is about the other person.
  await inApp(admin, `fetch('/api/notes')`);
  expect(admin.requests.last(/api\/notes/)?.token).toMatchObject({sub: '5002'});
  await admin.open();
  await expect(admin.requests).toHaveRequest(/notes\.example\.com\/\?/, {token: {sub: '5002'}});
  expect(await inApp(admin, 'shopify.user()')).toEqual({accountAccess: 'Limited access'});
});

test('an uninstalled app has no scopes, and its calls are recorded', async ({admin}) => {
  await admin.open();
  await inApp(admin, `void shopify.toast.show('Bye', {isError: true})`);
  await admin.calls.waitFor({member: 'toast.show', args: ['Bye']});
  await expect(admin.page.getByRole('alert')).toContainText('Bye');
  await admin.uninstall();
  expect([admin.installation.isInstalled, admin.scopes.granted]).toEqual([false, []]);
});

test('the merchant declines and grants optional scopes', async ({admin, simulation}) => {
  const app = await admin.open();
  const question = admin.page.getByRole('dialog', {name: 'Notes needs access'});
  await app.getByRole('button', {name: 'Allow orders'}).click();
  await question.getByRole('button', {name: 'Cancel'}).click();
  await expect(app.getByRole('status')).toHaveText('declined-all: write_products');
  await app.getByRole('button', {name: 'Allow orders'}).click();
  await expect(question).toContainText('read_orders');
  await question.getByRole('button', {name: 'Update'}).click();
  await expect(app.getByRole('status')).toHaveText('granted-all: read_orders, write_products');
  expect(simulation.installation.has('read_orders')).toBe(true);
});

test('shopify.picker and intents are dialogs that the person answers', async ({admin}) => {
  await admin.open();
  const items = JSON.stringify([
    {id: 'a', heading: 'Red', data: [1]},
    {id: 'b', heading: 'Blue', badges: [{content: 'New'}]},
  ]);
  const picked = inApp(
    admin,
    `(await shopify.picker({heading: 'Colours', headers: [{content: 'Colour'}], items: ${items}})).selected`,
  );
  const picker = admin.page.getByRole('dialog', {name: 'Colours'});
  await picker.getByLabel('Blue').check();
  await picker.getByRole('button', {name: 'Select'}).click();
  expect(await picked).toEqual(['b']);

  const end = inApp(
    admin,
    `(await shopify.intents.invoke('edit:shopify/Product', {value: 'gid://shopify/Product/3001'})).complete`,
  );
  await admin.page
    .getByRole('dialog', {name: 'edit shopify/Product'})
    .getByRole('button', {name: 'Save'})
    .click();
  expect(await end).toEqual({code: 'ok', data: {id: 'gid://shopify/Product/3001'}});
});

test('a URL with Shopify’s own protocol needs a permission', async ({admin}) => {
  await admin.open();
  const asked = `fetch('shopify:admin/api/2026-07/graphql.json', {method: 'POST', body: JSON.stringify({query: '{shop{name}}'})})`;
  await expect(inApp(admin, asked)).rejects.toThrow('Failed to fetch');
});

test.describe(() => {
  test.use({app: {...NOTES_APP, directApi: 'online'}});

  test('an app with the permission asks the Admin API from its page', async ({admin}) => {
    await admin.open();
    const ask = (path: string): string =>
      `fetch('shopify:${path}', {method: 'POST', body: JSON.stringify({query: '{shop{name}}'})}).then(async (response) => [response.status, await response.json()])`;
    expect(await inApp(admin, ask('admin/api/2026-07/graphql.json'))).toMatchObject([
      200,
      {data: {shop: {name: 'Acme Outfitters'}}},
    ]);
    expect(await inApp(admin, ask('admin/api/2026-07/products.json'))).toMatchObject([404, {}]);
  });
});

test('the loading bar follows shopify.loading', async ({admin}) => {
  await admin.open();
  await inApp(admin, 'void shopify.loading(true)');
  await expect(admin.page.getByRole('progressbar', {name: 'Loading'})).toBeVisible();
  await inApp(admin, 'void shopify.loading(false)');
  await expect(admin.page.getByRole('progressbar')).toHaveCount(0);
});
