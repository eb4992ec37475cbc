import {expect, test} from 'simhost/playwright';

const ORIGIN = 'https://notes.example.com';

test.use({
  app: {clientId: 'b0c0ffee000000000000000000000735', clientSecret: 'secret-of-notes', url: ORIGIN},
  backends: {[ORIGIN]: {command: 'node fixtures/apps/notes/server.js'}},
});

test('the app is shown in the admin, and asks its server with an ID token', async ({admin}) => {
  const app = await admin.open();
  await expect(app.getByRole('heading', {name: 'Notes of acme.myshopify.com'})).toBeVisible();
  await expect(admin.requests).toHaveRequest(`${ORIGIN}/api/notes`, {
    status: 200,
    token: {iss: 'https://acme.myshopify.com/admin', sub: '5001'},
  });
  await expect(admin.page).toHaveURL(
    'https://admin.shopify.com/store/acme/apps/b0c0ffee000000000000000000000735',
  );

  await admin.page.reload();
  await expect(app.getByRole('heading', {name: 'Notes of acme.myshopify.com'})).toBeVisible();
  await admin.open('/settings');
  await expect(app.getByRole('heading', {name: 'Settings'})).toBeVisible();
});

test('a document without a token is loaded once more, with one', async ({admin}) => {
  const app = await admin.open('/settings');
  await expect(app.getByRole('heading', {name: 'Settings'})).toBeVisible();
  const frame = admin.page.frame({name: 'app-iframe'});
  await frame?.goto(`${ORIGIN}/?filter=new`);
  await expect(app.getByRole('heading', {name: 'Notes of acme.myshopify.com'})).toBeVisible();

  const documents = admin.requests.matching(/notes\.example\.com\/(\?|auth)/);
  expect(documents.map(({url, status}) => `${new URL(url).pathname} ${status}`)).toEqual([
    '/ 302',
    '/auth/session-token 200',
    '/ 200',
  ]);
  await expect(admin.page).toHaveURL(/\/apps\/[a-z0-9]+\/\?filter=new$/);
});

test('a request whose token the server refuses is sent once more', async ({admin}) => {
  await admin.open('/settings');
  await admin.arm('exp-past-60');
  const frame = admin.page.frame({name: 'app-iframe'});
  expect(await frame?.evaluate(async () => (await fetch('/api/notes')).status)).toBe(200);
  expect(admin.requests.matching(/api\/notes/).map(({status}) => status)).toEqual([401, 200]);
});

test('only requests to the app carry a token', async ({admin}) => {
  await admin.open('/settings');
  const frame = admin.page.frame({name: 'app-iframe'});
  await frame?.evaluate(() =>
    fetch('https://notes.example.com/api/notes', {headers: {Authorization: 'mine'}}),
  );
  await frame?.evaluate(() => fetch('https://other.example.com/').catch(() => {}));
  const [own, other] = [admin.requests.last(/api\/notes/), admin.requests.last(/other\.example/)];
  expect([own?.status, own?.token, other?.token]).toEqual([401, null, null]);
});

test('the app as the whole window goes to the admin', async ({admin, page}) => {
  const app = await admin.open('/');
  await page.goto(`${ORIGIN}/settings?shop=acme.myshopify.com`);
  await expect(app.getByRole('heading', {name: 'Settings'})).toBeVisible();
  await expect(page).toHaveURL(/^https:\/\/admin\.shopify\.com\/store\/acme\/apps\/b0c0ffee0+735\/settings/);
});
