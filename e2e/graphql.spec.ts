import {expect, test} from 'simhost/playwright';
import {writeExtension} from './written-extension.ts';

const BLOCK = 'customer-account.order-status.block.render';
const CHECKOUT = 'purchase.checkout.block.render';
const API_ACCESS = '  [extensions.capabilities]\n  api_access = true\n';
const STOREFRONT = 'https://acme.myshopify.com/api/2026-04/graphql.json';

/** The query of Shopify's tutorial for a product offer in checkout. */
const OFFER = `query ($first: Int!) {
  products(first: $first) { nodes { id title images(first: 1) { nodes { url } } variants(first: 1) { nodes { id price { amount } } } } }
}`;

test('an offer shows products with images and prices of the world', async ({host, simulation}, testInfo) => {
  const source = running(`
    const {data} = await shopify.query(${JSON.stringify(OFFER)}, {variables: {first: 2}, version: '2026-04'});
    say(data.products.nodes.map(({title, images, variants}) => [title, images.nodes.length, variants.nodes[0].price.amount]));`);

  const extension = await host.mount(await writeExtension(CHECKOUT, source, testInfo, {toml: API_ACCESS}));
  const offers = simulation.world.products
    .slice(0, 2)
    .map(({title, variants}) => [title, 1, `${variants[0]?.price.amount}.0`]);

  await expect(extension.getByText(JSON.stringify(offers))).toBeVisible();
  expect(simulation.requests.entries.at(-1)?.generated).toEqual([]);
});

test('mutations of the cart reach the signals of the checkout', async ({host, simulation}, testInfo) => {
  const {cartId, token} = host.checkout;
  const source = running(`
    const show = () => say({
      lines: shopify.lines.value.map(({quantity}) => quantity),
      cards: shopify.appliedGiftCards.value.map(({lastCharacters}) => lastCharacters),
      note: shopify.note.value,
      billing: shopify.billingAddress.value.city,
    });
    for (const name of ['lines', 'appliedGiftCards', 'note', 'billingAddress']) shopify[name].subscribe(show);
    show();

    const changes = \`mutation ($cart: ID!) {
      cartLinesAdd(cartId: $cart, lines: [{merchandiseId: "gid://shopify/ProductVariant/30031"}]) { userErrors { message } }
      cartGiftCardCodesAdd(cartId: $cart, giftCardCodes: ["gift-0000-0025"]) { userErrors { message } }
      cartNoteUpdate(cartId: $cart, note: "Ring twice") { userErrors { message } }
      cartBillingAddressUpdate(cartId: $cart, billingAddress: {city: "Boston"}) { userErrors { message } }
    }\`;
    const button = Object.assign(document.createElement('s-button'), {textContent: 'Change'});
    button.addEventListener('click', () => void shopify.query(changes, {variables: {cart: '${cartId}'}, version: '2026-04'}));
    document.body.append(button);`);

  const extension = await host.mount(await writeExtension(CHECKOUT, source, testInfo, {toml: API_ACCESS}));
  await expect(extension.getByText('{"lines":[2,1],"cards":[],"billing":"New York"}')).toBeVisible();
  await extension.getByRole('button', {name: 'Change'}).click();
  await expect(
    extension.getByText('{"lines":[2,1,1],"cards":["0025"],"note":"Ring twice","billing":"Boston"}'),
  ).toBeVisible();

  expect(host.checkout).toMatchObject({token, note: 'Ring twice', lines: [{}, {}, {quantity: 1}]});
  expect(simulation.notices.all.map(({code}) => code)).not.toContain('change-repeated');
});

test('an extension has no key of the cart, so a mutation by the token alone is refused', async ({
  host,
}, testInfo) => {
  const source = running(`
    const note = 'mutation ($cart: ID!) { cartNoteUpdate(cartId: $cart, note: "Hello") { cart { note } userErrors { message } } }';
    const cart = 'gid://shopify/Cart/' + shopify.checkoutToken.value;
    const {data} = await shopify.query(note, {variables: {cart}, version: '2026-04'});
    say(data.cartNoteUpdate);`);

  const extension = await host.mount(await writeExtension(CHECKOUT, source, testInfo, {toml: API_ACCESS}));
  const refused = {cart: null, userErrors: [{message: 'The specified cart does not exist.'}]};
  await expect(extension.getByText(JSON.stringify(refused))).toBeVisible();
});

test('a subscription offer shows plans, and the chosen one changes signals, cart and checkout alike', async ({
  host,
}, testInfo) => {
  const source = running(`
    const plans = '{ product(id: "gid://shopify/Product/3001") { sellingPlanGroups(first: 1) { nodes { sellingPlans(first: 1) { nodes { id name } } } } } }';
    const {data} = await shopify.query(plans, {version: '2026-04'});
    const [plan] = data.product.sellingPlanGroups.nodes[0].sellingPlans.nodes;
    const show = async () => {
      const [line] = shopify.lines.value;
      const cart = 'gid://shopify/Cart/' + shopify.checkoutToken.value;
      const asked = await shopify.query('query ($cart: ID!) { cart(id: $cart) { lines(first: 1) { nodes { cost { totalAmount { amount } } sellingPlanAllocation { sellingPlan { id } } } } } }', {variables: {cart}, version: '2026-04'});
      const [{cost, sellingPlanAllocation}] = asked.data.cart.lines.nodes;
      say([line.merchandise.sellingPlan?.id ?? null, line.cost.totalAmount.amount, sellingPlanAllocation?.sellingPlan.id ?? null, Number(cost.totalAmount.amount)]);
    };
    await show();
    const button = Object.assign(document.createElement('s-button'), {textContent: plan.name});
    button.addEventListener('click', async () => {
      await shopify.applyCartLinesChange({type: 'updateCartLine', id: shopify.lines.value[0].id, sellingPlanId: plan.id});
      await show();
    });
    document.body.append(button);`);

  const extension = await host.mount(await writeExtension(CHECKOUT, source, testInfo, {toml: API_ACCESS}));
  const before = host.checkout.lines[0]?.total.amount ?? 0;
  await expect(extension.getByText(JSON.stringify([null, before, null, before]))).toBeVisible();

  await extension.getByRole('button', {name: 'Delivered every month, save 10%'}).click();
  const plan = 'gid://shopify/SellingPlan/8001';
  const after = Math.round(before * 90) / 100;
  await expect(extension.getByText(JSON.stringify([plan, after, plan, after]))).toBeVisible();
  expect(host.checkout.lines[0]?.total.amount).toBe(after);
});

test('a generated value is listed in the log and named by a notice, until the test gives one', async ({
  host,
  simulation,
}, testInfo) => {
  const source = running(`
    const ask = async () => {
      const {data} = await shopify.query('{ product(id: "gid://shopify/Product/3001") { featuredImage { thumbhash } } }', {version: '2026-04'});
      say(data.product.featuredImage);
    };
    const button = Object.assign(document.createElement('s-button'), {textContent: 'Ask'});
    button.addEventListener('click', ask);
    document.body.append(button);`);

  const extension = await host.mount(await writeExtension(BLOCK, source, testInfo, {toml: API_ACCESS}));
  await extension.getByRole('button', {name: 'Ask'}).click();
  await expect(extension.getByText(/\{"thumbhash":"[^"]+"\}/)).toBeVisible();

  const asked = simulation.requests.entries.filter(
    ({url, method}) => url === STOREFRONT && method === 'POST',
  );
  expect(asked.map(({generated}) => generated)).toEqual([['product.featuredImage.thumbhash']]);
  expect(simulation.notices.all).toContainEqual(
    expect.objectContaining({
      code: 'graphql-value-generated',
      message: 'A query of the Storefront API read generated values: Image.thumbhash.',
    }),
  );

  await host.resolve('Image', {thumbhash: () => 'mine'});
  await extension.getByRole('button', {name: 'Ask'}).click();
  await expect(extension.getByText('{"thumbhash":"mine"}')).toBeVisible();
});

test('an extension may not read the stock, and the log names the scope', async ({host}, testInfo) => {
  const source = running(`
    const {data, errors} = await shopify.query('{ product(id: "gid://shopify/Product/3001") { variants(first: 1) { nodes { title quantityAvailable } } } }', {version: '2026-04'});
    say([data.product.variants.nodes[0].quantityAvailable, errors[0].message]);`);

  const extension = await host.mount(await writeExtension(BLOCK, source, testInfo, {toml: API_ACCESS}));
  const message =
    'Access denied for quantityAvailable field. Required access: `unauthenticated_read_product_inventory` access scope.';
  await expect(extension.getByText(JSON.stringify([null, message]))).toBeVisible();

  const {problem} = await host.requests.waitFor({url: STOREFRONT, method: 'POST'});
  expect(problem).toMatchObject({turn: 'set-up', fix: expect.stringContaining('access_scopes')});
});

test.describe('an app without the scope of subscriptions', () => {
  test.use({app: {clientId: 'key', clientSecret: 'secret', scopes: ['customer_read_customers']}});

  test('is denied the contracts, and reads the customer', async ({host}, testInfo) => {
    const source = running(`
      const ask = async (query) => (await fetch('shopify://customer-account/api/2026-04/graphql.json', {method: 'POST', body: JSON.stringify({query})})).json();
      const denied = await ask('{ customer { subscriptionContracts(first: 1) { nodes { id } } } }');
      const {data} = await ask('{ customer { firstName } }');
      say([denied.data, denied.errors[0].message, denied.errors[0].path, data.customer.firstName]);`);

    const extension = await host.mount(await writeExtension(BLOCK, source, testInfo));
    const denied = [
      null,
      'Access denied for subscriptionContracts field.',
      ['customer', 'subscriptionContracts'],
    ];
    await expect(extension.getByText(JSON.stringify([...denied, 'Ada']))).toBeVisible();
  });
});

test.describe('with strict', () => {
  test.use({strict: true});

  test('a query of a version that no package publishes does not fail the test, and the log names the schema', async ({
    host,
  }, testInfo) => {
    const source = running(`
      const {data} = await shopify.query('{ shop { name } }', {version: '2026-10'});
      say(data.shop);`);

    const extension = await host.mount(await writeExtension(BLOCK, source, testInfo, {toml: API_ACCESS}));
    await expect(extension.getByText('{"name":"Acme Outfitters"}')).toBeVisible();
    const {schema} = await host.requests.waitFor({
      url: STOREFRONT.replace('2026-04', '2026-10'),
      method: 'POST',
    });
    expect(schema).toBe('2026-04');
  });
});

test('customerUpdate changes the customer of the page', async ({host}, testInfo) => {
  const source = running(`
    const url = 'shopify://customer-account/api/2026-04/graphql.json';
    const query = 'mutation { customerUpdate(input: {firstName: "Augusta"}) { customer { displayName } userErrors { message } } }';
    const response = await fetch(url, {method: 'POST', body: JSON.stringify({query})});
    say((await response.json()).data.customerUpdate.customer);`);

  const extension = await host.mount(await writeExtension(BLOCK, source, testInfo));
  await expect(extension.getByText('{"displayName":"Augusta Lovelace"}')).toBeVisible();
  expect(host.customer.firstName).toBe('Augusta');
});

test('a misspelt field of a resolver is an error with the nearest name', async ({host}) => {
  await expect(host.resolve('Product', {totalInventry: () => 3})).rejects.toThrow(
    'Did you mean "totalInventory"?',
  );
});

/** A module that runs code and shows the outcome. */
function running(code: string): string {
  return `export default async () => {
  const text = document.createElement('s-text');
  document.body.append(text);
  const say = (value) => (text.textContent = JSON.stringify(value));
  ${code}
};
`;
}
