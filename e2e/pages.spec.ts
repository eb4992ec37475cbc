import {expect, test} from 'simhost/playwright';
import {showing, writeExtension} from './written-extension.ts';
import {coreOf} from './core-of.ts';

const FULL = 'customer-account.page.render';
const PROFILE = 'customer-account.profile.block.render';
const ACCOUNT = 'https://shopify.com/548380009/account';

const HERE = showing("'at ' + navigation.currentEntry.url");

test('a full page starts at the path that mount names', async ({host, page}, testInfo) => {
  const extension = await host.mount(await writeExtension(FULL, HERE, testInfo), {path: '/items/2?tab=1'});
  await expect(extension.getByText('at extension:/items/2?tab=1')).toBeVisible();
  await expect(page).toHaveURL(`${ACCOUNT}/pages/at-target/items/2?tab=1`);

  await host.goto('extension:/items/3');
  await expect(extension.getByText('at extension:/items/3')).toBeVisible();
  await expect(page).toHaveURL(`${ACCOUNT}/pages/at-target/items/3`);
});

test('a path of a target that is not a full page is an error', async ({host}, testInfo) => {
  const folder = await writeExtension(PROFILE, HERE, testInfo);
  await expect(host.mount(folder, {path: '/items'})).rejects.toThrow(
    `The option path is "/items", but "${PROFILE}" is not a full page.`,
  );
});

test('pages have the addresses of production, and survive goto, a reload and history', async ({
  host,
  page,
}, testInfo) => {
  const extension = await host.mount(await writeExtension(PROFILE, showing("'here'"), testInfo));
  await expect(page).toHaveURL(`${ACCOUNT}/profile`);
  await expect(extension.getByText('here')).toBeVisible();

  await host.goto('/account/orders');
  await expect(page).toHaveURL(`${ACCOUNT}/orders`);
  await expect(page.getByRole('heading', {name: 'Orders'})).toBeVisible();
  await expect(extension).toBeHidden();

  await page.goto(`${ACCOUNT}/profile`);
  await expect(extension.getByText('here')).toBeVisible();
  await page.reload();
  await expect(extension.getByText('here')).toBeVisible();
  await page.goBack();
  await expect(extension).toBeHidden();
  await expect(page).toHaveURL(`${ACCOUNT}/orders`);
});

test('a host page opens before anything is mounted, and mounts appear on it', async ({
  host,
  page,
}, testInfo) => {
  await host.goto('/account/profile?from=mail');
  await expect(page.getByRole('heading', {name: 'Profile'})).toBeVisible();
  const extension = await host.mount(await writeExtension(PROFILE, showing("'here'"), testInfo));
  await expect(extension.getByText('here')).toBeVisible();
});

test('an unknown page is an error that names the nearest', async ({host}) => {
  await expect(host.goto('/account/profle')).rejects.toThrow('Did you mean "/account/profile"?');
});

test('a page in another context says how a host page is opened', async ({browser, gateway}) => {
  const context = await browser.newContext({proxy: {server: gateway.proxy}, ignoreHTTPSErrors: true});
  const page = await context.newPage();

  await page.goto(`${ACCOUNT}/profile`);
  await expect(page.getByRole('alert')).toContainText(
    'This page belongs to no simulation. Open it by host.mount() or host.goto()',
  );

  await context.close();
});

for (const origin of ['opaque', 'shopifycdn', 'moved', 'same-origin'] as const) {
  test.describe(`with the origin ${origin}`, () => {
    test.use({origin});

    test('no realm but the host page gets the id of the simulation, and the page keeps it to itself', async ({
      host,
      page,
      simulation,
    }, testInfo) => {
      const extension = await host.mount(await writeExtension(PROFILE, showing("'here'"), testInfo));
      await expect(extension.getByText('here')).toBeVisible();

      // The strings that the global of each frame and worker has.
      const globals = (): string =>
        Reflect.ownKeys(globalThis)
          .map((key): unknown => Reflect.getOwnPropertyDescriptor(globalThis, key)?.value)
          .filter((value) => typeof value === 'string')
          .join('\n');

      const seen = await Promise.all([
        ...page.frames().map((frame) => frame.evaluate(globals)),
        ...page.workers().map((worker) => worker.evaluate(globals)),
      ]);

      expect(seen.length).toBeGreaterThan(['shopifycdn', 'moved'].includes(origin) ? 2 : 1);
      const storage = await page.evaluate(() =>
        JSON.stringify([globalThis.sessionStorage, globalThis.localStorage]),
      );

      for (const text of [...seen, storage, page.url(), await page.content()])
        expect(text).not.toContain(coreOf(simulation).id);
    });
  });
}
