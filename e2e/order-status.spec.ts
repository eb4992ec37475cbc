import {expect, test} from 'simhost/playwright';
import {showing, writeExtension} from './written-extension.ts';

const BLOCK = 'customer-account.order-status.block.render';

test('a change of the world reaches signals, page and test', async ({host, page}, testInfo) => {
  const source = showing(
    `[shopify.note.value, shopify.lines.value.length, shopify.lines.value[0].quantity, shopify.cost.totalAmount.value.amount, shopify.localization.language.value.isoCode].join(' | ')`,
    ['shopify.note', 'shopify.lines', 'shopify.cost.totalAmount', 'shopify.localization.language'],
  );

  const extension = await host.mount(await writeExtension(BLOCK, source, testInfo));
  const [line] = host.order.lines;
  if (line === undefined) throw new Error('The order has no line.');

  await host.update({
    order: {
      note: 'Leave at the door',
      lines: [{...line, quantity: 7, discountAllocations: []}],
      tip: {amount: 5.25, currencyCode: 'USD'},
    },
    locale: 'fr',
  });

  const {price} = line.merchandise;
  expect(Math.round(host.order.cost.subtotal.amount * 100)).toBe(Math.round(price.amount * 100) * 7);
  await expect(
    extension.getByText(`Leave at the door | 1 | 7 | ${host.order.cost.total.amount} | fr`, {exact: true}),
  ).toBeVisible();

  await expect(page.getByText('Leave at the door', {exact: true})).toBeVisible();
  await expect(page.getByText('Tip', {exact: true})).toBeVisible();
  const title = host.order.lines[0]?.merchandise.title;
  expect(title).not.toBe(line.merchandise.title);
  await expect(page.getByText(`${title} × 7`).first()).toBeVisible();
});

test('customer, attributes, discounts and cancellation are live', async ({host}, testInfo) => {
  const source = showing(
    `JSON.stringify([shopify.buyerIdentity.customer.value?.fullName, shopify.attributes.value, shopify.discountCodes.value, shopify.order.value.cancelledAt])`,
    ['shopify.buyerIdentity.customer', 'shopify.attributes', 'shopify.discountCodes', 'shopify.order'],
  );

  const extension = await host.mount(await writeExtension(BLOCK, source, testInfo));

  await host.update({
    customer: {firstName: 'Augusta'},
    order: {attributes: [], discountCodes: ['LATER'], cancelledAt: '2026-02-01T10:00:00Z'},
  });

  await expect(
    extension.getByText('["Augusta Lovelace",null,[{"code":"LATER"}],"2026-02-01T10:00:00Z"]'),
  ).toBeVisible();
});

test('an unknown field or setting is refused with the nearest', async ({host}, testInfo) => {
  const toml = '[[extensions.settings.fields]]\nkey = "title"\ntype = "single_line_text_field"\n';
  const extension = await host.mount(
    await writeExtension(BLOCK, showing('shopify.settings.value.title', ['shopify.settings']), testInfo, {
      toml,
    }),
  );

  await expect(host.update({order: {nott: 'x'} as object})).rejects.toThrow('Did you mean "note"?');
  await expect(host.update({oder: {}} as object)).rejects.toThrow('Did you mean "order"?');
  await expect(host.update({settings: {titel: 'x'}})).rejects.toThrow('Did you mean "title"?');
  await expect(host.update({locale: 'not a locale'})).rejects.toThrow('Not a language tag');
  await host.update({settings: {title: 'From the merchant'}});
  await expect(extension.getByText('From the merchant')).toBeVisible();
});

test('metafields are those that the TOML asks for', async ({host}, testInfo) => {
  const source = showing(
    `shopify.appMetafields.value.map(({target, metafield}) => target.type + '=' + metafield.value)`,
    ['shopify.appMetafields'],
  );

  const toml = '  [[extensions.metafields]]\n  namespace = "custom"\n  key = "tier"\n';
  const extension = await host.mount(await writeExtension(BLOCK, source, testInfo, {toml}));
  await expect(extension.getByText('shop=gold,customer=silver', {exact: true})).toBeVisible();
});

test('metafields of products are those of what was ordered', async ({host}, testInfo) => {
  const source = showing(`shopify.appMetafields.value.map(({target}) => target.id).join()`, [
    'shopify.appMetafields',
  ]);

  const toml = '  [[extensions.metafields]]\n  namespace = "custom"\n  key = "care"\n';
  const extension = await host.mount(await writeExtension(BLOCK, source, testInfo, {toml}));
  const [first] = host.order.lines;

  await expect(extension.getByText(String(first?.merchandise.product.id))).toBeVisible();
  await host.update({order: {lines: host.order.lines.slice(0, 1)}});
  await expect(extension.getByText(String(first?.merchandise.product.id), {exact: true})).toBeVisible();
});

test.describe('an app without protected customer data', () => {
  test.use({app: {protectedCustomerData: false}});

  test('has no buyer, no addresses and no metafields of people', async ({host}, testInfo) => {
    const source = showing(
      `[shopify.buyerIdentity, shopify.shippingAddress, shopify.billingAddress, ...shopify.appMetafields.value.map(({target}) => target.type)].map(String)`,
    );
    const toml = '  [[extensions.metafields]]\n  namespace = "custom"\n  key = "tier"\n';
    const extension = await host.mount(await writeExtension(BLOCK, source, testInfo, {toml}));
    await expect(extension.getByText('undefined,undefined,undefined,shop', {exact: true})).toBeVisible();
  });
});

test.describe('an app that is approved for names alone', () => {
  test.use({app: {protectedCustomerData: ['name']}});

  test('has no email, phone or street in signals and answers', async ({host}, testInfo) => {
    const source = `export default async () => {
  const query = '{ customer { lastName emailAddress { emailAddress } defaultAddress { zip } } }';
  const request = {method: 'POST', body: JSON.stringify({query})};
  const response = await fetch('shopify://customer-account/api/2026-04/graphql.json', request);
  const {data: {customer}, errors} = await response.json();
  const {buyerIdentity, shippingAddress} = shopify;
  const shown = [
    buyerIdentity.customer.value.firstName, buyerIdentity.email.value, shippingAddress.value.lastName, shippingAddress.value.zip,
    customer.lastName, customer.emailAddress.emailAddress, customer.defaultAddress.zip, ...errors.map(({path}) => path.at(-1)),
  ];
  document.body.append(Object.assign(document.createElement('s-text'), {textContent: shown.map(String).join()}));
};
`;

    const extension = await host.mount(await writeExtension(BLOCK, source, testInfo));
    const shown = 'Ada,undefined,Lovelace,undefined,Lovelace,null,null,emailAddress,zip';
    await expect(extension.getByText(shown, {exact: true})).toBeVisible();
  });
});

test.describe('a guest', () => {
  test.use({customer: null});

  test('is pre-authenticated until they sign in on the page', async ({host, page}, testInfo) => {
    const source = showing(`shopify.authenticationState.value`, ['shopify.authenticationState']).replace(
      'show();',
      `shopify.requireLogin().then(() => document.body.append(Object.assign(document.createElement('s-text'), {textContent: ' and back'})));
  show();`,
    );

    const extension = await host.mount(await writeExtension(BLOCK, source, testInfo));

    await expect(extension.getByText('pre_authenticated')).toBeVisible();
    await page
      .getByRole('dialog', {name: 'Sign in to continue'})
      .getByRole('button', {name: 'Sign in'})
      .click();

    await expect(extension.getByText('fully_authenticated')).toBeVisible();
    await expect(extension.getByText('and back')).toBeVisible();
    await expect(host.calls).toHaveCall('requireLogin');
    expect(host.customer.id).toBe('gid://shopify/Customer/7001');
  });
});
