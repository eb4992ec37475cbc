import {mkdir} from 'node:fs/promises';
import {resolve} from 'node:path';
import {expect} from '@playwright/test';
import {test} from './cli.fixture.ts';
import {expectWellMade} from './console-checks.ts';
import {runSpecs} from './inner-run.ts';

const STORE = 'https://acme.myvtex.com';
const BACKEND = ['--backend', `${STORE}=node fixtures/storefronts/orders/server.js`];

// A dev server, a build and axe on a busy machine.
test.setTimeout(240_000);

test('the console shows a VTEX store at the local address, signed in by cookies', async ({
  running,
  page,
  context,
}, testInfo) => {
  await page.setViewportSize({width: 1440, height: 900});
  // A separate folder has its own address, which stays after a restart.
  const folder = testInfo.outputPath('orders');
  await mkdir(`${folder}/node_modules`, {recursive: true});
  const address = await running.startWithConsole(['dev', folder, ...BACKEND]);
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], {origin: new URL(address).origin});
  await page.goto(address);
  const store = page.frameLocator('iframe');
  await expect(store.getByRole('status')).toHaveText('Signed in as ada@example.com');
  await expect(store.getByRole('listitem')).toHaveCount(3);

  const strip = page.getByRole('toolbar', {name: 'The situation'});
  const rows = page.getByRole('list', {name: 'Requests'}).getByRole('button');
  const orders = rows.filter({hasText: '/api/oms/user/orders'});

  await test.step('a request has its line, and the claims of its cookie', async () => {
    await orders.first().click();
    await expect(page.getByText('Sent by /vtex.js:5:24.')).toBeVisible();
    await expect(page.getByRole('article').getByText('webstore')).toBeVisible();
    await page.keyboard.press('Escape');
  });

  await test.step('another shopper has other orders, and nobody else signs in', async () => {
    await page.keyboard.press('g');
    await page.getByRole('button', {name: /^Bea Byron/}).click();
    await expect(store.getByRole('status')).toHaveText('Signed in as bea@engines.example');
    await expect(store.getByRole('listitem')).toHaveCount(1);

    // Somebody of the author's own could only be a guest there.
    running.type('sign-in {"id":"gid://shopify/Customer/7004"}');
    await running.line('VTEX has no shopper "gid://shopify/Customer/7004".');
    await expect(store.getByRole('status')).toHaveText('Signed in as bea@engines.example');
  });

  await test.step('after a kill the tab shows the store of the new start, and offers the former situation', async () => {
    await running.kill();
    await expect(page.getByText('simhost has stopped.')).toBeVisible();
    expect(await running.startWithConsole(['dev', folder, ...BACKEND])).toBe(address);
    await expect(store.getByRole('status')).toHaveText('Signed in as ada@example.com');

    await page.getByRole('button', {name: 'As before: Bea Byron'}).click();
    await expect(store.getByRole('status')).toHaveText('Signed in as bea@engines.example');
    running.type('sign-out');
    await expect(store.getByRole('status')).toHaveText('Sign in to see your orders');
    await strip.getByRole('button', {name: /^Reset/}).click();
    await expect(store.getByRole('listitem')).toHaveCount(3);
  });

  await test.step('a day later the cookies are gone, and the page refreshes its session', async () => {
    const refreshes = rows.filter({hasText: '/api/vtexid/refreshtoken/webstore'});
    const before = await refreshes.count();
    running.type('advance 25h');
    await running.line('The clock shows');
    await store.getByRole('button', {name: 'Reload'}).click();
    // The store refreshed a session before. The list is that of the page before until the new orders have arrived.
    await expect(refreshes.nth(before)).toBeVisible();
    await expect(orders.last()).toHaveText(/^200/);
    await expect(store.getByRole('listitem')).toHaveCount(3);
  });

  await test.step('a case is armed for the token of the next login', async () => {
    running.type('arm exp-past-60');
    await running.line('exp-past-60 is armed');
    running.type('sign-in ada');
    await expect(rows.filter({hasText: 'Right answer to exp-past-60'}).first()).toBeVisible();
  });

  await test.step('the copied test runs as the store did', async () => {
    await rows.filter({hasText: 'Right answer to exp-past-60'}).first().click();
    await page.keyboard.press('c');
    const clipboard = (): Promise<string> => page.evaluate(() => navigator.clipboard.readText());
    await expect.poll(clipboard).toContain("await storefront.signIn('ada');");

    const spec = (await clipboard()).replace(
      /node (fixtures[^\s']+)/,
      (_, path: string) => `node "${resolve(path)}"`,
    );
    const {stdout} = await runSpecs(testInfo.outputPath('copied'), {'copied.spec.ts': spec});
    expect(stdout).toMatch(/✓.*copied\.spec\.ts/);
  });

  await expectWellMade(page);
});
