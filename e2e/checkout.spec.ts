import {expect, test} from 'simhost/playwright';
import {showing, writeExtension} from './written-extension.ts';

const VARIANT = 'gid://shopify/ProductVariant/30031';
const BLOCK = 'purchase.checkout.block.render';

/** A button for each call; what it answers stands in a text. */
function calling(calls: Readonly<Record<string, string>>): string {
  return `const calls = {${Object.entries(calls)
    .map(([name, call]) => `${JSON.stringify(name)}: () => ${call}`)
    .join(',\n')}};
export default () => {
  const text = document.createElement('s-text');
  document.body.append(text);
  for (const [name, call] of Object.entries(calls)) {
    const button = document.createElement('s-button');
    button.textContent = name;
    button.addEventListener('click', async () => {
      try { text.textContent = name + ': ' + JSON.stringify(await call()); }
      catch (error) { text.textContent = name + ': ' + error.message; }
    });
    document.body.append(button);
  }
};
`;
}

test('a change by an extension is the simulation’s: signals, page, query and test agree', async ({
  host,
  page,
}, testInfo) => {
  const line = `shopify.lines.value[0].id`;
  const source = calling({
    add: `shopify.applyCartLinesChange({type: 'addCartLine', merchandiseId: '${VARIANT}', quantity: 2})
      .then(({type}) => [type, shopify.lines.value.length, shopify.cost.subtotalAmount.value.amount])`,
    less: `shopify.applyCartLinesChange({type: 'removeCartLine', id: ${line}, quantity: 1}).then(() => shopify.lines.value[0].quantity)`,
    code: `shopify.applyDiscountCodeChange({type: 'addDiscountCode', code: 'welcome10'}).then(() => shopify.discountCodes.value)`,
    bad: `shopify.applyDiscountCodeChange({type: 'addDiscountCode', code: 'SUMMER25'})`,
    note: `shopify.applyNoteChange({type: 'updateNote', note: 'Ring twice'}).then(() => shopify.note.value)`,
    address: `shopify.applyShippingAddressChange({type: 'updateShippingAddress', address: {zip: 'x'}})`,
  });

  const extension = await host.mount(await writeExtension(BLOCK, source, testInfo));
  const press = async (name: string, answer: string): Promise<void> => {
    await extension.getByRole('button', {name, exact: true}).click();
    await expect(extension.getByText(`${name}: ${answer}`, {exact: true})).toBeVisible();
  };

  await extension.getByRole('button', {name: 'add', exact: true}).click();
  await expect.poll(() => host.checkout.lines.length).toBe(3);

  await press(
    'add',
    JSON.stringify([
      'success',
      3,
      host.checkout.cost.subtotal.amount + 2 * (host.checkout.lines[2]?.merchandise.price.amount ?? 0),
    ]),
  );

  await press('less', '1');
  await press('code', '[{"code":"WELCOME10"}]');
  await press('bad', '{"type":"error","message":"The discount code \\"SUMMER25\\" has expired."}');
  await press('note', '"Ring twice"');
  await press(
    'address',
    '{"type":"error","errors":[{"field":"zip","message":"\\"x\\" is not a postal code of US."}]}',
  );

  await expect(page.getByRole('complementary').getByText('WELCOME10').first()).toBeVisible();
  expect(host.checkout).toMatchObject({
    note: 'Ring twice',
    discountCodes: ['WELCOME10'],
    lines: [{quantity: 1}, {quantity: 1}, {quantity: 4}],
  });

  await expect(host.calls).toHaveCall('applyNoteChange', [{type: 'updateNote', note: 'Ring twice'}]);

  await host.update({checkout: {instructions: {notes: {canUpdateNote: false}}}});
  await press('note', '"Ring twice"');
  expect(host.calls.matching('applyNoteChange').map(({args}) => args)).toHaveLength(2);
  await host.update({checkout: {note: 'By the test'}});
  await press('note', '"By the test"');
});

/** Every change that there is, each at a target that has it. */
const CHANGES: readonly (readonly [target: string, changes: Readonly<Record<string, object>>])[] = [
  [
    'purchase.checkout.gift-card.render',
    {
      applyAttributeChange: {type: 'updateAttribute', key: 'Gift', value: 'yes'},
      applyCartLinesChange: {type: 'addCartLine', merchandiseId: VARIANT, quantity: 1},
      applyDiscountCodeChange: {type: 'addDiscountCode', code: 'FIVEOFF'},
      applyGiftCardChange: {type: 'addGiftCard', code: 'gift-0000-0025'},
      applyMetafieldChange: {
        type: 'updateCartMetafield',
        metafield: {key: 'wrap', value: 'red', type: 'single_line_text_field'},
      },
      applyNoteChange: {type: 'updateNote', note: 'Ring twice'},
      applyRedeemableChange: {type: 'redeemableAddChange', identifier: 'gift-0000-0100', attributes: []},
      applyShippingAddressChange: {type: 'updateShippingAddress', address: {city: 'Albany'}},
    },
  ],
  [
    'purchase.checkout.payment-option-item.details.render',
    {
      applyPaymentMethodAttributesChange: {
        type: 'updatePaymentMethodAttributes',
        attributes: [{key: 'months', value: 3}],
      },
    },
  ],
];

for (const [target, changes] of CHANGES) {
  test(`every change at ${target} is made, and refused in an accelerated checkout`, async ({
    host,
  }, testInfo) => {
    const source = `const changes = ${JSON.stringify(changes)};
export default () => {
  const [text, button] = [document.createElement('s-text'), document.createElement('s-button')];
  button.textContent = 'Change';
  document.body.append(text, button);
  button.addEventListener('click', async () => {
    const answers = [];
    for (const [member, change] of Object.entries(changes)) answers.push((await shopify[member](change)).type);
    text.textContent = answers.join();
  });
};`;

    const extension = await host.mount(await writeExtension(target, source, testInfo));
    const members = Object.keys(changes);

    await extension.getByRole('button', {name: 'Change'}).click();
    await expect(extension.getByText(members.map(() => 'success').join(), {exact: true})).toBeVisible();
    await host.update({checkout: {accelerated: true}});
    await extension.getByRole('button', {name: 'Change'}).click();
    await expect(extension.getByText(members.map(() => 'error').join(), {exact: true})).toBeVisible();
    for (const member of members)
      expect(
        host.calls.matching(member).map(({args}) => args),
        member,
      ).toEqual([[changes[member]], [changes[member]]]);
  });
}

test('consent is kept where the extension may collect it', async ({host}, testInfo) => {
  const source = calling({
    consent: `shopify.applyTrackingConsentChange({type: 'changeVisitorConsent', analytics: false})
      .then(({type}) => [type, shopify.customerPrivacy.value.allowedProcessing.analytics])`,
  });

  const toml = '[extensions.capabilities.collect_buyer_consent]\ncustomer_privacy = true\n';
  const extension = await host.mount(await writeExtension(BLOCK, source, testInfo, {toml}));

  await extension.getByRole('button', {name: 'consent'}).click();
  await expect(extension.getByText('consent: ["success",false]')).toBeVisible();
});

const INTERCEPTING = `export default async () => {
  const text = document.createElement('s-text');
  const button = document.createElement('s-button');
  button.textContent = 'Agree';
  document.body.append(text, button);
  const remove = await shopify.buyerJourney.intercept(({canBlockProgress}) => ({
    behavior: 'block',
    reason: 'not agreed',
    errors: [{message: 'Agree first'}],
    perform: ({behavior}) => (text.textContent = canBlockProgress + ' ' + behavior + ' at ' + shopify.buyerJourney.activeStep.value.handle),
  }));
  button.addEventListener('click', async () => { await remove(); text.textContent = 'agreed'; });
};
`;

test('an interceptor blocks the buyer until it is removed', async ({host, page}, testInfo) => {
  const toml = '[extensions.capabilities]\nblock_progress = true\n';
  const extension = await host.mount(await writeExtension(BLOCK, INTERCEPTING, testInfo, {toml}));
  const goOn = page.getByRole('button', {name: 'Continue to shipping'});

  await goOn.click();
  await expect(page.getByRole('alert').getByText('Agree first')).toBeVisible();
  await expect(extension.getByText('true block at information')).toBeVisible();
  expect(host.checkout.step).toBe('information');
  await extension.getByRole('button', {name: 'Agree'}).click();
  await expect(extension.getByText('agreed')).toBeVisible();
  await goOn.click();
  await expect(page.getByRole('button', {name: 'Continue to payment'})).toBeVisible();
  await expect(page.getByText('Agree first')).toHaveCount(0);
  expect(host.checkout.step).toBe('shipping');
});

test('without block_progress the buyer goes on, and the console says why', async ({host, page}, testInfo) => {
  const extension = await host.mount(await writeExtension(BLOCK, INTERCEPTING, testInfo));
  await page.getByRole('button', {name: 'Continue to shipping'}).click();
  await expect(extension.getByText('false allow at')).toBeVisible();
  await expect.poll(() => host.checkout.step).toBe('shipping');
  expect(host.logs.all.map(({text}) => text).join()).toContain('block_progress = true');
});

test('checkout and customer account extensions stand on one page, each with its surface and its token', async ({
  host,
  page,
}, testInfo) => {
  const asking = (member: string): string =>
    calling({
      token: `shopify.sessionToken.get().then((token) => [token.split('.').length, JSON.parse(atob(token.split('.')[1])).sub, ${member}])`,
    });

  const atCheckout = await writeExtension(BLOCK, asking("'lines' in shopify"), testInfo, {name: 'one'});
  const atAccount = await writeExtension(
    'customer-account.order-status.block.render',
    asking("'lines' in shopify && 'order' in shopify"),
    testInfo,
    {name: 'two'},
  );

  const [checkout, account] = [await host.mount(atCheckout), await host.mount(atAccount)];

  for (const extension of [checkout, account]) {
    await extension.getByRole('button', {name: 'token'}).click();
    await expect(extension.getByText(`token: [3,"${host.customer.id}",true]`)).toBeVisible();
  }

  await expect(page.getByRole('complementary', {name: 'Order summary'})).toBeVisible();
  await expect(page.getByRole('heading', {name: `Order ${host.order.name}`})).toBeVisible();
  expect(
    host.requests.all
      .filter(({method, url}) => method === 'POST' && url.endsWith('/graphql'))
      .map(({url}) => new URL(url).host),
  ).toEqual(['acme.myshopify.com', 'shopify.com']);
});

test.describe('a guest', () => {
  test.use({customer: null});

  test('has a checkout token without sub; the first call may fail and the next works', async ({
    host,
  }, testInfo) => {
    const source = calling({
      token: `shopify.sessionToken.get().then((token) => Object.keys(JSON.parse(atob(token.split('.')[1]))).join())`,
    });

    const extension = await host.mount(await writeExtension(BLOCK, source, testInfo));

    await host.arm('host-first-call-fails');
    await extension.getByRole('button', {name: 'token'}).click();
    await expect(extension.getByText('token: Error fetching session token.')).toBeVisible();
    await extension.getByRole('button', {name: 'token'}).click();
    await expect(extension.getByText('token: "iss,dest,aud,exp,nbf,iat,jti"')).toBeVisible();
  });
});

test('an element that checkout does not have is an error that names tag and surface', async ({
  host,
}, testInfo) => {
  const source = `export default () => document.body.append(document.createElement('s-avatar'));`;
  const extension = await host
    .mount(await writeExtension(BLOCK, source, testInfo))
    .catch((error: unknown) => String(error));

  const message =
    typeof extension === 'string' ? extension : (await host.errors.waitFor('s-avatar')).error.message;
  expect(message).toContain(`Element is not allowed: <s-avatar> in ${BLOCK} (surface checkout).`);
});

test('the older name of a target shows at the same place, and a version has its own members', async ({
  host,
  page,
}, testInfo) => {
  const source = showing("[shopify.extension.target, 'metafields' in shopify, 'ui' in shopify]");
  const extension = await host.mount(
    await writeExtension('Checkout::CartLines::RenderAfter', source, testInfo, {version: '2025-10'}),
  );

  await expect(
    extension.getByText('Checkout::CartLines::RenderAfter,true,true', {exact: true}),
  ).toBeVisible();

  await expect(page.getByRole('complementary').locator('[data-mount]')).toHaveCount(1);
});

test('a target of the page that thanks needs something bought, and one before it a checkout that is not completed', async ({
  host,
}, testInfo) => {
  const thanks = await writeExtension('purchase.thank-you.block.render', showing('1'), testInfo, {
    name: 'thanks',
  });

  await host.update({checkout: {lines: []}});
  await expect(host.mount(thanks)).rejects.toThrow(/the cart is empty/);
  await host.update({checkout: {lines: [{merchandiseId: VARIANT}], step: 'thank-you'}});
  expect(host.order.id).toBe(host.checkout.confirmation?.order.id);
  await expect(host.mount(await writeExtension(BLOCK, showing('1'), testInfo))).rejects.toThrow(/completed/);
});

test.describe('an app whose checkout tokens have the documented form', () => {
  test.use({app: {clientId: 'key', clientSecret: 'secret', tokenIssuer: 'none'}, customer: null});

  test('has tokens without iss', async ({host}, testInfo) => {
    const source = calling({
      token: `shopify.sessionToken.get().then((token) => Object.keys(JSON.parse(atob(token.split('.')[1]))).join())`,
    });

    const extension = await host.mount(await writeExtension(BLOCK, source, testInfo));
    await extension.getByRole('button', {name: 'token'}).click();
    await expect(extension.getByText('token: "dest,aud,exp,nbf,iat,jti"')).toBeVisible();
  });
});

for (const [orderIdType, form] of [
  ['OrderIdentity', 'as seen on Shopify'],
  ['Order', 'as documented'],
] as const) {
  test.describe(`the thank-you page, ${form}`, () => {
    test.use({checkout: orderIdType === 'Order' ? {orderIdType} : {}});

    test(`has the order's id with the type ${orderIdType}`, async ({host}, testInfo) => {
      const source = showing('shopify.orderConfirmation.value.order.id');
      const extension = await host.mount(
        await writeExtension('purchase.thank-you.block.render', source, testInfo),
      );

      await expect(extension.getByText(`gid://shopify/${orderIdType}/1005`, {exact: true})).toBeVisible();
      expect(host.order.id).toBe('gid://shopify/Order/1005');
    });
  });
}
