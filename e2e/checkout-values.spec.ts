import {expect, test} from 'simhost/playwright';
import {showing, writeExtension} from './written-extension.ts';

const BLOCK = 'purchase.checkout.block.render';
const VARIANT = 'gid://shopify/ProductVariant/30051';
const ADDRESS = {address1: '1 Road', city: 'Toronto', zip: 'M5V 2T6', countryCode: 'CA'};

test('metafields of products are those of what is in the cart', async ({host}, testInfo) => {
  const source = showing(
    `shopify.appMetafields.value.map(({target}) => target.type + ' ' + target.id.split('/').pop()).join()`,
    ['shopify.appMetafields'],
  );

  const toml = '  [[extensions.metafields]]\n  namespace = "custom"\n  key = "care"\n';
  const extension = await host.mount(await writeExtension(BLOCK, source, testInfo, {toml}));

  await expect(extension.getByText('product 3001,product 3002', {exact: true})).toBeVisible();
  await host.update({
    checkout: {lines: [{merchandiseId: VARIANT}, {merchandiseId: 'gid://shopify/ProductVariant/30052'}]},
  });

  await expect(extension.getByText('product 3005', {exact: true})).toBeVisible();
  await host.update({
    metafields: ['Product/3001', 'ProductVariant/30051', 'ProductVariant/30061'].map((id) => ({
      target: {type: id.startsWith('ProductVariant') ? 'variant' : 'product', id: `gid://shopify/${id}`},
      metafield: {
        namespace: 'custom',
        key: 'care',
        value: 'Iron',
        valueType: 'string',
        type: 'single_line_text_field',
      },
    })),
  });

  await expect(extension.getByText('variant 30051', {exact: true})).toBeVisible();
});

test.describe('a guest', () => {
  test.use({customer: null});

  test('has no country until there is an address, and then that of the address and its market', async ({
    host,
  }, testInfo) => {
    const signals = ['country', 'market'].map((name) => `shopify.localization.${name}`);
    const source = showing(`[${signals[0]}.value?.isoCode, ${signals[1]}.value.handle].map(String)`, signals);
    const extension = await host.mount(await writeExtension(BLOCK, source, testInfo));

    await expect(extension.getByText('undefined,us', {exact: true})).toBeVisible();
    await host.update({checkout: {shippingAddress: {countryCode: 'US'}}});
    await expect(extension.getByText('US,us', {exact: true})).toBeVisible();
    await host.update({checkout: {shippingAddress: ADDRESS}});
    await expect(extension.getByText('CA,international', {exact: true})).toBeVisible();
  });

  test('has no delivery groups and no price of delivery until there is an address', async ({
    host,
    page,
  }, testInfo) => {
    const signals = ['shopify.deliveryGroups', 'shopify.shippingAddress', 'shopify.cost.totalShippingAmount'];
    const source = showing(
      `[${signals[0]}.value.length, ${signals[1]}.value?.city, ${signals[2]}.value?.amount].map(String)`,
      signals,
    );

    const extension = await host.mount(await writeExtension(BLOCK, source, testInfo));

    await host.update({checkout: {step: 'shipping'}});
    await expect(extension.getByText('0,undefined,undefined', {exact: true})).toBeVisible();
    await expect(page.getByText('There is no delivery address yet.')).toBeVisible();
    await host.update({checkout: {shippingAddress: {city: 'Toronto', countryCode: 'CA'}}});
    await expect(extension.getByText('0,Toronto,undefined', {exact: true})).toBeVisible();
    await host.update({checkout: {shippingAddress: {city: 'Toronto', countryCode: 'CA', zip: 'M5V 2T6'}}});
    await expect(extension.getByText('1,Toronto,5', {exact: true})).toBeVisible();
  });

  test('cannot be shown a way of shipping before there is an address', async ({host}, testInfo) => {
    const source = showing('shopify.target.value.handle');
    const folder = await writeExtension(
      'purchase.checkout.shipping-option-item.render-after',
      source,
      testInfo,
    );

    await expect(host.mount(folder)).rejects.toThrow(/no delivery address[\s\S]*shippingAddress/);
    await host.update({checkout: {shippingAddress: ADDRESS}});
    await expect((await host.mount(folder)).getByText('standard', {exact: true})).toBeVisible();
  });
});

test('a free delivery shows what it saves, and the chosen option costs what the total says', async ({
  host,
  page,
}, testInfo) => {
  const source = showing(
    `[shopify.cost.totalShippingAmount.value, ...shopify.deliveryGroups.value[0].deliveryOptions.filter(({cost}) => cost !== undefined).flatMap(({cost, costAfterDiscounts}) => [cost, costAfterDiscounts])].map(({amount}) => amount)`,
    ['shopify.deliveryGroups'],
  );

  await host.update({checkout: {step: 'shipping'}});
  const extension = await host.mount(await writeExtension(BLOCK, source, testInfo));
  await expect(extension.getByText('5,5,5,12,12,3,3', {exact: true})).toBeVisible();
  await host.update({checkout: {discountCodes: ['FREESHIP']}});
  await expect(extension.getByText('0,5,0,12,0,3,0', {exact: true})).toBeVisible();
  await expect(page.getByRole('region', {name: 'Shipping method'}).getByText('Free')).toHaveCount(2);
});

test('a gift card is one of the ways of paying that are chosen', async ({host}, testInfo) => {
  const source = showing(
    `shopify.selectedPaymentOptions.value.map(({type, handle}) => type + ' ' + handle).join()`,
    ['shopify.selectedPaymentOptions'],
  );

  const extension = await host.mount(await writeExtension(BLOCK, source, testInfo));
  await expect(extension.getByText('creditCard credit-card', {exact: true})).toBeVisible();

  const cards = [
    {
      lastCharacters: '0025',
      balance: {amount: 25, currencyCode: 'USD'},
      amountUsed: {amount: 25, currencyCode: 'USD'},
    },
  ];

  await host.update({checkout: {giftCards: cards}});
  await expect(
    extension.getByText('redeemable gift-card-0025,creditCard credit-card', {exact: true}),
  ).toBeVisible();

  await host.update({
    checkout: {
      lines: [{merchandiseId: VARIANT}],
      giftCards: cards.map((card) => ({...card, balance: {amount: 500, currencyCode: 'USD'}})),
    },
  });

  await expect(extension.getByText('redeemable gift-card-0025', {exact: true})).toBeVisible();
});
