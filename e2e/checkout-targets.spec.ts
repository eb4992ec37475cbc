import type {Page, TestInfo} from '@playwright/test';
import type {Checkout} from 'simhost';
import {expect, test} from 'simhost/playwright';
import type {Host} from 'simhost/playwright';
import {showing, writeExtension} from './written-extension.ts';

type Expected = (checkout: Checkout) => string;
type Row = readonly [target: string, reads: string, expected: Expected, around: string];

const line = ({lines}: Checkout): string => String(lines[0]?.id);
const first = ({deliveryGroups}: Checkout, kind: string): string =>
  String(deliveryGroups[0]?.options.find(({type}) => type === kind)?.handle);
const order: Expected = ({confirmation}) =>
  String(confirmation?.order.id).replace('gid://shopify/Order/', 'gid://shopify/OrderIdentity/');

/** For each target what is special to it, and where on the page it stands; a few of them on each page. */
const PAGES: Readonly<Record<string, readonly Row[]>> = {
  'around every step': [
    [
      'checkout.header.render-after',
      'shopify.buyerJourney.activeStep.value.handle',
      ({step}) => step,
      '.sim-checkout > .sim-place',
    ],
    [
      'checkout.block.render',
      'shopify.cost.subtotalAmount.value.amount',
      ({cost}) => String(cost.subtotal.amount),
      'main',
    ],
    ['checkout.actions.render-before', 'shopify.checkoutToken.value', ({token}) => token, 'main'],
    [
      'checkout.footer.render-after',
      'shopify.extension.target',
      () => 'purchase.checkout.footer.render-after',
      'footer',
    ],
    ['checkout.chat.render', 'shopify.extension.rendered.value', () => 'true', '.sim-chat'],
  ],
  'in the order summary': [
    [
      'cart-line-item.line-components.render',
      '[shopify.target.value.lineComponents.length, typeof shopify.applyNoteChange]',
      () => '0,undefined',
      'aside',
    ],
    ['checkout.cart-line-item.render-after', 'shopify.target.value.id', line, 'aside'],
    [
      'checkout.cart-line-list.render-after',
      'shopify.lines.value.map(({quantity}) => quantity)',
      ({lines}) => lines.map(({quantity}) => quantity).join(),
      'aside',
    ],
    [
      'checkout.reductions.render-before',
      'shopify.instructions.value.discounts.canUpdateDiscountCodes',
      () => 'true',
      'aside',
    ],
    ['checkout.reductions.render-after', 'shopify.discountCodes.value.length', () => '0', 'aside'],
  ],
  'at the information step': [
    [
      'checkout.contact.render-after',
      'shopify.buyerIdentity.email.value',
      () => 'ada@example.com',
      'section[aria-label=Contact]',
    ],
    [
      'checkout.delivery-address.render-before',
      'shopify.shippingAddress.value.city',
      () => 'New York',
      'section[aria-label="Delivery address"]',
    ],
    [
      'checkout.delivery-address.render-after',
      'typeof shopify.applyShippingAddressChange',
      () => 'function',
      'section[aria-label="Delivery address"]',
    ],
  ],
  'at ways of shipping': [
    [
      'checkout.shipping-option-list.render-before',
      'shopify.target.value.deliveryGroups.length',
      () => '1',
      'section[aria-label="Shipping method"]',
    ],
    [
      'checkout.shipping-option-list.render-after',
      '[shopify.target.value.groupType, shopify.deliverySelectionGroups.value]',
      () => 'oneTimePurchase,',
      'section[aria-label="Shipping method"]',
    ],
    [
      'checkout.shipping-option-item.render-after',
      '[shopify.target.value.handle, shopify.isTargetSelected.value]',
      (checkout) => `${first(checkout, 'shipping')},true`,
      'section[aria-label="Shipping method"]',
    ],
    [
      'checkout.shipping-option-item.details.render',
      'shopify.renderMode.overlay',
      () => 'false',
      'section[aria-label="Shipping method"]',
    ],
  ],
  'at places to pick up': [
    [
      'checkout.pickup-location-list.render-before',
      'shopify.isLocationFormVisible.value',
      () => 'false',
      'section[aria-label="Pick up in a shop"]',
    ],
    [
      'checkout.pickup-location-list.render-after',
      'shopify.isLocationFormVisible.value',
      () => 'false',
      'section[aria-label="Pick up in a shop"]',
    ],
    [
      'checkout.pickup-location-option-item.render-after',
      '[shopify.target.value.handle, shopify.isTargetSelected.value]',
      (checkout) => `${first(checkout, 'pickup')},false`,
      'section[aria-label="Pick up in a shop"]',
    ],
    [
      'checkout.pickup-point-list.render-before',
      'shopify.isLocationFormVisible.value',
      () => 'false',
      'section[aria-label="Pickup points"]',
    ],
    [
      'checkout.pickup-point-list.render-after',
      'shopify.isLocationFormVisible.value',
      () => 'false',
      'section[aria-label="Pickup points"]',
    ],
  ],
  'at the payment step': [
    [
      'checkout.payment-method-list.render-before',
      'shopify.availablePaymentOptions.value.map(({handle}) => handle)',
      ({paymentOptions}) => paymentOptions.map(({handle}) => handle).join(),
      'section[aria-label=Payment] section',
    ],
    [
      'checkout.payment-method-list.render-after',
      'shopify.selectedPaymentOptions.value[0].type',
      () => 'creditCard',
      'section[aria-label=Payment] section',
    ],
    [
      'checkout.payment-option-item.details.render',
      '[typeof shopify.applyPaymentMethodAttributesChange, shopify.paymentMethodAttributes.value]',
      () => 'function,',
      'section[aria-label=Payment] section',
    ],
    [
      'checkout.payment-option-item.hosted-fields.render-after',
      'String(shopify.bankIdNumber.value)',
      () => 'undefined',
      'section[aria-label=Payment] section',
    ],
    [
      'checkout.payment-option-item.action-required.render',
      'shopify.cost.totalShippingAmount.value.amount',
      ({cost}) => String(cost.shipping?.amount),
      'section[aria-label=Payment] section',
    ],
    [
      'checkout.gift-card.render',
      'typeof shopify.applyRedeemableChange',
      () => 'function',
      'section[aria-label="Gift card"]',
    ],
  ],
  'on the thank-you page': [
    ['thank-you.announcement.render', 'shopify.orderConfirmation.value.order.id', order, 'main'],
    [
      'thank-you.block.render',
      'shopify.orderConfirmation.value.number',
      ({confirmation}) => String(confirmation?.number),
      'main',
    ],
    [
      'thank-you.customer-information.render-after',
      '[shopify.buyerJourney.completed.value, typeof shopify.applyNoteChange]',
      () => 'true,undefined',
      'section[aria-label="Contact and addresses"]',
    ],
    ['thank-you.cart-line-item.render-after', 'shopify.target.value.id', line, 'aside'],
  ],
  'around the thank-you page': [
    [
      'thank-you.cart-line-list.render-after',
      'shopify.orderConfirmation.value.isFirstOrder',
      () => 'false',
      'aside',
    ],
    [
      'thank-you.header.render-after',
      'shopify.orderConfirmation.value.order.id',
      order,
      '.sim-checkout > .sim-place',
    ],
    [
      'thank-you.footer.render-after',
      'shopify.cost.totalAmount.value.amount',
      ({cost}) => String(cost.total.amount),
      'footer',
    ],
    ['thank-you.chat.render', 'shopify.extension.rendered.value', () => 'true', '.sim-chat'],
  ],
};

/** The names that extensions of earlier versions have for targets, behind `Checkout::`. */
const OLDER_NAMES: Readonly<Record<string, readonly string[]>> = {
  'checkout.actions.render-before': ['Actions::RenderBefore'],
  'checkout.cart-line-item.render-after': ['CartLineDetails::RenderAfter'],
  'cart-line-item.line-components.render': ['CartLineDetails::RenderLineComponents'],
  'checkout.cart-line-list.render-after': ['CartLines::RenderAfter'],
  'checkout.contact.render-after': ['Contact::RenderAfter', 'CustomerInformation::RenderAfter'],
  'checkout.delivery-address.render-before': ['DeliveryAddress::RenderBefore'],
  'checkout.block.render': ['Dynamic::Render'],
  'checkout.gift-card.render': ['GiftCard::Render'],
  'checkout.payment-option-item.hosted-fields.render-after': ['PaymentMethod::HostedFields::RenderAfter'],
  'checkout.payment-option-item.details.render': ['PaymentMethod::Render'],
  'checkout.payment-option-item.action-required.render': ['PaymentMethod::RenderRequiredAction'],
  'checkout.pickup-location-list.render-after': ['PickupLocations::RenderAfter'],
  'checkout.pickup-location-list.render-before': ['PickupLocations::RenderBefore'],
  'checkout.pickup-point-list.render-after': ['PickupPoints::RenderAfter'],
  'checkout.pickup-point-list.render-before': ['PickupPoints::RenderBefore'],
  'checkout.reductions.render-after': ['Reductions::RenderAfter'],
  'checkout.reductions.render-before': ['Reductions::RenderBefore'],
  'checkout.shipping-option-item.render-after': ['ShippingMethodDetails::RenderAfter'],
  'checkout.shipping-option-item.details.render': ['ShippingMethodDetails::RenderExpanded'],
  'checkout.shipping-option-list.render-after': ['ShippingMethods::RenderAfter'],
  'checkout.shipping-option-list.render-before': ['ShippingMethods::RenderBefore'],
  'thank-you.cart-line-item.render-after': ['ThankYou::CartLineDetails::RenderAfter'],
  'thank-you.cart-line-list.render-after': ['ThankYou::CartLines::RenderAfter'],
  'thank-you.customer-information.render-after': ['ThankYou::CustomerInformation::RenderAfter'],
  'thank-you.block.render': ['ThankYou::Dynamic::Render'],
};

/** `in` does not fail where a member is missing. */
const optional = (reads: string): string =>
  reads.replace(/typeof shopify\.(\w+)/g, "('$1' in shopify ? typeof shopify.$1 : 'undefined')");

for (const [where, rows] of Object.entries(PAGES)) {
  test(`${where}, an extension at each target, by each of its names, reads what is special there`, async ({
    host,
    page,
  }, testInfo) => {
    for (const [index, row] of rows.entries()) {
      const [name] = row;
      await test.step(name, () =>
        expectReading(`purchase.${name}`, row, `at-${index}`, {host, page, testInfo}),
      );

      for (const [nth, older] of (OLDER_NAMES[name] ?? []).entries())
        await test.step(older, () =>
          expectReading(`Checkout::${older}`, row, `older-${index}-${nth}`, {host, page, testInfo}),
        );
    }
  });
}

test.describe('on a one-page checkout', () => {
  test.use({checkout: {layout: 'one-page'}});

  for (const [where, rows] of Object.entries(PAGES)) {
    test(`${where}, an extension at each target is at its place`, async ({host, page}, testInfo) => {
      for (const [index, row] of rows.entries())
        await test.step(row[0], () =>
          expectReading(`purchase.${row[0]}`, row, `at-${index}`, {host, page, testInfo}),
        );
    });
  }
});

async function expectReading(
  target: string,
  [, reads, expected, around]: Row,
  name: string,
  {host, page, testInfo}: {host: Host; page: Page; testInfo: TestInfo},
): Promise<void> {
  const folder = await writeExtension(target, showing(optional(reads)), testInfo, {name});
  const extension = await host.mount(folder);
  await expect(extension.getByText(expected(host.checkout), {exact: true}), target).toBeVisible();
  await expectAt(page, around, target);
}

test('these, and the two of address autocompletion, are all targets of the surface', () => {
  const names = Object.values(PAGES).flatMap((rows) => rows.map(([name]) => name));
  expect(new Set(names).size).toBe(36);
  expect(new Set(Object.values(OLDER_NAMES).flat()).size).toBe(26);
});

async function expectAt(page: Page, around: string, target: string): Promise<void> {
  const placed = page.locator(around).filter({has: page.locator(`[data-target="${target}"]`)});
  await expect(placed, target).toHaveCount(1);
}
