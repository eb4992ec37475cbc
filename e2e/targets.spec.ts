import type {Page} from '@playwright/test';
import type {Order} from 'simhost';
import {expect, test} from 'simhost/playwright';
import {showing, writeExtension} from './written-extension.ts';

type Expected = (order: Order, page: Page) => string;

const company = 'gid://shopify/CompanyLocation/9102';

/** For each target what is special to it, and where on the page it stands. */
const TARGETS: readonly (readonly [target: string, reads: string, expected: Expected, around: string])[] = [
  ['page.render', 'navigation.currentEntry.url', () => 'extension:/', 'main'],
  ['footer.render-after', 'shopify.extension.target', () => 'customer-account.footer.render-after', 'footer'],
  [
    'order-index.announcement.render',
    'shopify.extension.target',
    () => 'customer-account.order-index.announcement.render',
    'main',
  ],
  ['order-index.block.render', 'shopify.localization.country.value.isoCode', () => 'US', 'main'],
  ['order.action.menu-item.render', 'shopify.orderId', ({id}) => id, 'details'],
  ['order.action.render', '[shopify.orderId, typeof shopify.close]', ({id}) => `${id},function`, 'dialog'],
  [
    'order.page.render',
    '[shopify.order.value.id, navigation.currentEntry.url]',
    ({id}) => `${id},extension:/`,
    'main',
  ],
  [
    'order-status.announcement.render',
    'shopify.order.value.confirmationNumber',
    ({confirmationNumber}) => confirmationNumber,
    'main',
  ],
  [
    'order-status.block.render',
    'shopify.cost.totalAmount.value.amount',
    ({cost}) => String(cost.total.amount),
    'main',
  ],
  [
    'order-status.cart-line-item.render-after',
    '[shopify.target.value.id, shopify.target.value.merchandise.title]',
    ({lines}) => `${lines[0]?.id},${lines[0]?.merchandise.title}`,
    'section[aria-label=Items]',
  ],
  [
    'order-status.cart-line-list.render-after',
    'shopify.lines.value.map(({quantity}) => quantity)',
    ({lines}) => lines.map(({quantity}) => quantity).join(),
    'section[aria-label=Items]',
  ],
  [
    'order-status.customer-information.render-after',
    '[shopify.buyerIdentity.email.value, shopify.shippingAddress.value.city]',
    () => 'ada@example.com,New York',
    'section[aria-label="Contact and addresses"]',
  ],
  [
    'order-status.fulfillment-details.render-after',
    'shopify.fulfillmentId',
    ({fulfillments}) => String(fulfillments[0]?.id),
    'section[aria-label=Shipment]',
  ],
  [
    'order-status.payment-details.render-after',
    'shopify.appliedGiftCards.value[0].lastCharacters',
    ({giftCards}) => String(giftCards[0]?.lastCharacters),
    'section[aria-label=Payment]',
  ],
  [
    'order-status.return-details.render-after',
    'shopify.returnId',
    ({returns}) => String(returns[0]?.id),
    'section[aria-label=Return]',
  ],
  [
    'order-status.unfulfilled-items.render-after',
    'shopify.note.value',
    ({note}) => String(note),
    'section[aria-label="Not yet sent"]',
  ],
  [
    'profile.announcement.render',
    'shopify.extension.target',
    () => 'customer-account.profile.announcement.render',
    'main',
  ],
  [
    'profile.block.render',
    'shopify.authenticatedAccount.customer.value.id',
    () => 'gid://shopify/Customer/7001',
    'main',
  ],
  [
    'profile.addresses.render-after',
    'shopify.extension.target',
    () => 'customer-account.profile.addresses.render-after',
    'section[aria-label=Addresses]',
  ],
  [
    'profile.payment.render-after',
    'shopify.customerPrivacy.value.allowedProcessing.analytics',
    () => 'true',
    'section[aria-label="Payment methods"]',
  ],
  [
    'profile.company-details.render-after',
    'shopify.authenticatedAccount.purchasingCompany.value.company.id',
    () => 'gid://shopify/Company/9002',
    'section[aria-label=Company]',
  ],
  [
    'profile.company-location-addresses.render-after',
    'shopify.locationId',
    () => company,
    'section[aria-label="Location addresses"]',
  ],
  [
    'profile.company-location-payment.render-after',
    'shopify.locationId',
    () => company,
    'section[aria-label="Location payment"]',
  ],
  [
    'profile.company-location-staff.render-after',
    'shopify.locationId',
    () => company,
    'section[aria-label="Location staff"]',
  ],
];

/** Targets that stand on one page, for one customer, are tried on one page; the others have one each. */
const areaOf = (name: string): string =>
  /^(order-index|order-status|profile\.company|profile)(?=[.-])/.exec(name)?.[0] ?? name;
const AREAS = [...new Set(TARGETS.map(([name]) => areaOf(name)))];

for (const area of AREAS) {
  const rows = TARGETS.filter(([name]) => areaOf(name) === area);

  test.describe(area, () => {
    test.use({customer: area.includes('company') ? 'bea' : 'ada'});

    test('an extension at each target reads what is special there, at its place', async ({
      host,
      page,
    }, testInfo) => {
      for (const [index, [name, reads, expected, around]] of rows.entries()) {
        await test.step(name, async () => {
          const target = `customer-account.${name}`;
          const folder = await writeExtension(target, showing(reads), testInfo, {name: `at-${index}`});
          const extension = await host.mount(folder);
          await expect(extension.getByText(expected(host.order, page), {exact: true}), name).toBeVisible();
          const placed = page.locator(around).filter({has: page.locator(`[data-target="${target}"]`)});
          await expect(placed, name).toHaveCount(1);
        });
      }
    });
  });
}

test('these are all targets of the surface', () => {
  expect(new Set(TARGETS.map(([name]) => name)).size).toBe(24);
});

test('a company page needs somebody who buys for a company', async ({host}, testInfo) => {
  const folder = await writeExtension(
    'customer-account.profile.company-details.render-after',
    showing('1'),
    testInfo,
  );
  await expect(host.mount(folder)).rejects.toThrow(/only to customers who buy for a company[\s\S]*bea/);
});

for (const [version, intents, metafields] of [
  ['2025-10', false, true],
  ['2026-01', true, true],
  ['2026-04', true, false],
] as const) {
  test(`on ${version} the API has the members of that version`, async ({host}, testInfo) => {
    const source = showing(`['intents' in shopify, 'metafields' in shopify]`);
    const extension = await host.mount(
      await writeExtension('customer-account.order-status.block.render', source, testInfo, {version}),
    );
    await expect(extension.getByText(`${intents},${metafields}`, {exact: true})).toBeVisible();
  });
}
