import {expect, test} from 'simhost/playwright';
import {showing, writeExtension} from './written-extension.ts';

const BLOCK = 'purchase.checkout.block.render';
const VARIANT = 'gid://shopify/ProductVariant/30051';
const ADDRESS = {address1: '1 Road', city: 'Toronto', zip: 'M5V 2T6', countryCode: 'CA'};

test('metafields of products are those of what is in the cart', async ({host}, testInfo) => {
  const source = showing(`shopify.appMetafields.value.map(({target}) => target.type + ' ' + target.id.split('/').pop()).join()`, [
    'shopify.appMetafields',
  ]);
  const toml = '  [[extensions.metafields]]\n  namespace = "custom"\n  key = "care"\n';
  const extension = await host.mount(await writeExtension(BLOCK, source, testInfo, {toml}));
  await expect(extension.getByText('product 3001,product 3002', {exact: true})).toBeVisible();
  await host.update({checkout: {lines: [{merchandiseId: VARIANT}, {merchandiseId: 'gid://shopify/ProductVariant/30052'}]}});
  await expect(extension.getByText('product 3005', {exact: true})).toBeVisible();
  await host.update({
    metafields: ['Product/3001', 'ProductVariant/30051', 'ProductVariant/30061'].map((id) => ({
      target: {type: id.startsWith('ProductVariant') ? 'variant' : 'product', id: `gid://shopify/${id}`},
      metafield: {namespace: 'custom', key: 'care', value: 'Iron', valueType: 'string', type: 'single_line_text_field'},
    })),
  });
  await expect(extension.getByText('variant 30051', {exact: true})).toBeVisible();
});

test.describe('a guest', () => {
  test.use({customer: null});

  test('has no country until there is an address, and then that of the address and its market', async ({host}, testInfo) => {
    const signals = ['country', 'market'].map((name) => `shopify.localization.${name}`);
    const source = showing(`[${signals[0]}.value?.isoCode, ${signals[1]}.value.handle].map(String)`, signals);
    const extension = await host.mount(await writeExtension(BLOCK, source, testInfo));
    await expect(extension.getByText('undefined,us', {exact: true})).toBeVisible();
    await host.update({checkout: {shippingAddress: {countryCode: 'US'}}});
    await expect(extension.getByText('US,us', {exact: true})).toBeVisible();
    await host.update({checkout: {shippingAddress: ADDRESS}});
    await expect(extension.getByText('CA,international', {exact: true})).toBeVisible();
  });
});
