import {oddChanges} from '../harness/core/world/change-inputs.fixture.ts';
import {expect, test} from 'simhost/playwright';
import {showing, writeExtension} from './written-extension.ts';
import {coreOf} from './core-of.ts';

const BLOCK = 'customer-account.order-status.block.render';
const CHECKOUT_BLOCK = 'purchase.checkout.block.render';

test('a page draws every odd value that an update accepts', async ({host, page}, testInfo) => {
  await host.mount(await writeExtension(BLOCK, showing('shopify.note.value', ['shopify.note']), testInfo));
  const checkout = showing('shopify.note.value', ['shopify.note']);
  await host.mount(await writeExtension(CHECKOUT_BLOCK, checkout, testInfo, {name: 'at-checkout'}));
  const changes = oddChanges();
  for (const change of changes) await host.update(change);
  expect(changes.length).toBeGreaterThan(50);
  await host.update({order: {name: '#STILL-DRAWN'}, locale: 'en'});
  await expect(page.getByRole('heading', {name: 'Order #STILL-DRAWN'})).toBeVisible();
});

test('a page writes days and amounts in its language and time zone', async ({host, page}, testInfo) => {
  const order = {processedAt: '2026-03-14T23:30:00Z', tip: {amount: 1234.5, currencyCode: 'USD'}};
  await host.mount(await writeExtension(BLOCK, showing('shopify.note.value', ['shopify.note']), testInfo));
  await host.update({order, localization: {timezone: 'America/New_York'}});
  await expect(page.getByText('Confirmed March 14, 2026')).toBeVisible();
  await expect(page.getByText('$1,234.50', {exact: true})).toBeVisible();

  await host.update({locale: 'fr', localization: {timezone: 'Asia/Tokyo'}});
  await expect(page.getByText('Confirmed 15 mars 2026')).toBeVisible();
  await expect(page.getByText(/^1.234,50.\$US$/)).toBeVisible();
});

test('an order has no shipping address, for the page and for its extensions', async ({
  host,
  page,
}, testInfo) => {
  const source = showing('String(shopify.shippingAddress.value?.city)', ['shopify.shippingAddress']);
  const extension = await host.mount(await writeExtension(BLOCK, source, testInfo));

  await expect(page.getByText('Ship to')).toBeVisible();
  await host.update({order: {shippingAddress: null}});
  await expect(extension.getByText('undefined')).toBeVisible();
  await expect(page.getByText('Ship to')).toBeHidden();
  await expect(page.getByText('Bill to')).toBeVisible();
});

test("a failure of simhost's own page fails the call that caused it", async ({
  host,
  page,
  simulation,
}, testInfo) => {
  const source = showing('shopify.note.value', ['shopify.note']);
  await host.mount(await writeExtension(BLOCK, source, testInfo));
  await host.update({order: {note: 'Before'}});

  await page.evaluate(() => {
    Object.assign(globalThis, {replaceChildren: Reflect.get(Element.prototype, 'replaceChildren')});
    Element.prototype.replaceChildren = () => {
      throw new RangeError('broken by the test');
    };
  });

  const failure: unknown = await host.update({locale: 'fr'}).catch((error: unknown) => error);
  expect(String(failure)).toMatch(
    /own page failed: RangeError: broken by the test\n +at .*\n[^]*This is a fault of simhost/,
  );

  expect(String(failure)).not.toContain(coreOf(simulation).id);
  await expect(host.signIn('bea')).rejects.toThrow('broken by the test');
  await page.evaluate(() =>
    Object.assign(Element.prototype, {replaceChildren: Reflect.get(globalThis, 'replaceChildren')}),
  );
  await host.update({order: {note: 'After'}});
  await expect(page.getByText('After', {exact: true}).first()).toBeVisible();

  await page.evaluate(() => {
    Element.prototype.append = () => {
      throw new TypeError('no place for it');
    };
  });

  const second = await writeExtension(BLOCK, source, testInfo, {name: 'second'});
  await expect(host.mount(second)).rejects.toThrow(/own page failed: TypeError: no place for it/);
});

test('a page that is closed fails the mount that waits for it', async ({host, page}, testInfo) => {
  const mounting = host.mount(
    await writeExtension(BLOCK, 'export default () => new Promise(() => {});', testInfo),
  );

  const failure = expect(mounting).rejects.toThrow('The page was closed before "at-target" had started.');

  await page.locator('[data-mount]').waitFor({state: 'attached'});
  await page.close();
  await failure;
  await host.update({order: {note: 'Nobody sees it'}});
});

test('a page that goes elsewhere fails the mount that waits for it', async ({host, page}, testInfo) => {
  const mounting = host.mount(
    await writeExtension(BLOCK, 'export default () => new Promise(() => {});', testInfo),
  );

  const failure = expect(mounting).rejects.toThrow(
    'The page went to about:blank before "at-target" had started.',
  );

  await page.locator('[data-mount]').waitFor({state: 'attached'});
  await page.goto('about:blank');
  await failure;
});
