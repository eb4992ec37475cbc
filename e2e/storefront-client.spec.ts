import type {Page, TestInfo} from '@playwright/test';
import {http, HttpResponse} from 'msw';
import {expect, test} from 'simhost/playwright';
import type {Host} from 'simhost/playwright';
import {showing, writeExtension} from './written-extension.ts';

const SHOP = 'https://headless.acme.example';
const API = 'https://acme.myshopify.com/api/2026-04/graphql.json';
const VARIANT = 'gid://shopify/ProductVariant/30031';
const PRIVATE_TOKEN = 'shpat_a-private-token-of-the-author';

const CREATE = `mutation ($lines: [CartLineInput!]!) {
  cartCreate(input: {lines: $lines}) { cart { id totalQuantity } userErrors { message } }
}`;

/** The outcome of a request of Shopify's client. */
interface Outcome {
  readonly data?: {
    readonly cartCreate: {readonly cart: {readonly id: string; readonly totalQuantity: number}};
  };
  readonly errors?: {
    readonly networkStatusCode?: number;
    readonly message?: string;
    readonly graphQLErrors?: readonly {readonly message: string}[];
  };
}

test.use({
  app: {privateStorefrontToken: PRIVATE_TOKEN},
  backends: {[SHOP]: {command: 'node fixtures/backends/headless/server.js'}},
});

test('the cart that the client makes in a page is the checkout that an extension sees', async ({
  host,
  context,
}, testInfo) => {
  const {data, errors} = await requestInPage(await openShop(await context.newPage()), CREATE, {
    lines: [{merchandiseId: VARIANT, quantity: 3}],
  });

  expect(errors).toBeUndefined();
  expect(data?.cartCreate.cart.totalQuantity).toBe(3);
  await expectCheckout(host, data?.cartCreate.cart.id, [3], testInfo);
  await expect(host.requests).toHaveRequest(API, {status: 200, outcome: 'platform'});
});

test('the cart that the client makes in a backend is the checkout that an extension sees', async ({
  host,
  context,
  simulation,
}, testInfo) => {
  const variables = {lines: [{merchandiseId: VARIANT, quantity: 2}]};
  const {data, errors} = await requestInBackend(await openShop(await context.newPage()), '/cart', {
    variables,
  });

  expect(errors).toBeUndefined();
  await expectCheckout(host, data?.cartCreate.cart.id, [2], testInfo);
  expect(simulation.requests.entries.filter(({url}) => url === API)).toHaveLength(1);
  expect(JSON.stringify(simulation.requests.entries)).not.toContain(PRIVATE_TOKEN);
  expect(host.notices.map(({code}) => code)).not.toContain('storefront-buyer-ip-missing');
});

test('the client repeats a request that the platform was too busy for', async ({host, context}) => {
  let calls = 0;
  await host.use(
    http.post(API, () => {
      calls += 1;
      return calls > 1 ? undefined : new HttpResponse(null, {status: 503, headers: {'Retry-After': '0'}});
    }),
  );

  const body = {query: '{ shop { name } }'};
  const {data, errors} = await requestInBackend(await openShop(await context.newPage()), '/query', body);

  expect(errors).toBeUndefined();
  expect(data).toEqual({shop: {name: 'Acme Outfitters'}});
  expect(calls).toBe(2);
});

test('the client reports a field that does not exist, and a connection that breaks', async ({
  host,
  context,
}) => {
  const shop = await openShop(await context.newPage());
  const misspelt = await requestInPage(shop, '{ shop { nmae } }');
  expect(misspelt.errors?.graphQLErrors?.[0]?.message).toContain('nmae');

  await host.use(http.post(API, () => HttpResponse.error()));
  const broken = await requestInPage(shop, '{ shop { name } }');
  expect(broken.errors?.message).toContain('Failed to fetch');
});

test.describe('with a token of another shop', () => {
  const PUBLIC_STOREFRONT_API_TOKEN = '0123456789abcdef0123456789abcdef';
  test.use({
    backends: {
      [SHOP]: {command: 'node fixtures/backends/headless/server.js', env: {PUBLIC_STOREFRONT_API_TOKEN}},
    },
  });

  test('the client reports 401, and the log names the cause without the token', async ({host, context}) => {
    const {errors} = await requestInPage(await openShop(await context.newPage()), '{ shop { name } }');
    expect(errors?.networkStatusCode).toBe(401);

    await expect(host.requests).toHaveRequest(API, {status: 401});
    const [refused] = host.requests.all.filter(({status}) => status === 401);
    expect(refused?.problem?.cause).toBe(
      "the token in X-Shopify-Storefront-Access-Token is not the app's public token",
    );
    expect(JSON.stringify(host.requests.all)).not.toContain(PUBLIC_STOREFRONT_API_TOKEN);
  });
});

test('a private token in a page is answered and reported, and never written', async ({host, context}) => {
  const shop = await openShop(await context.newPage());
  const status = await shop.evaluate(
    async ([url, token]) => {
      const headers = {'Content-Type': 'application/json', 'Shopify-Storefront-Private-Token': token};
      const body = JSON.stringify({query: '{ shop { name } }'});
      return (await fetch(url, {method: 'POST', headers, body})).status;
    },
    [API, PRIVATE_TOKEN] as const,
  );

  expect(status).toBe(200);
  expect(host.notices.map(({code}) => code)).toContain('storefront-private-token-in-page');
  expect(JSON.stringify([host.notices, host.requests.all])).not.toContain(PRIVATE_TOKEN);
});

test('a backend reads the customer by an access token until they sign out', async ({
  host,
  context,
  simulation,
}) => {
  const token = await simulation.issueCustomerAccessToken();
  const shop = await openShop(await context.newPage());
  const account = (): Promise<unknown> =>
    shop.evaluate(async (authorization) => {
      const response = await fetch('/account', {headers: {authorization}});
      return [response.status, await response.json()];
    }, token);

  const orders = {nodes: [{name: host.order.name}]};
  expect(await account()).toMatchObject([200, {data: {customer: {displayName: 'Ada Lovelace', orders}}}]);

  await host.signOut();
  expect(await account()).toMatchObject([401, {errors: [{extensions: {code: 'UNAUTHORIZED'}}]}]);
  expect(JSON.stringify(simulation.requests.entries)).not.toContain(token);
});

async function openShop(page: Page): Promise<Page> {
  await page.goto(SHOP);
  return page;
}

/** Asks in the page, whose script has made the client. */
function requestInPage(page: Page, query: string, variables: object = {}): Promise<Outcome> {
  return page.evaluate(
    async ([asked, given]) => {
      const {client} = globalThis as unknown as {
        client: {request(text: string, options: {variables: object}): Promise<unknown>};
      };
      return JSON.parse(JSON.stringify(await client.request(asked, {variables: given}))) as Outcome;
    },
    [query, variables] as const,
  );
}

/** Asks through the server of the page. */
function requestInBackend(page: Page, path: string, body: object): Promise<Outcome> {
  return page.evaluate(
    async ([url, given]) =>
      (await (await fetch(url, {method: 'POST', body: JSON.stringify(given)})).json()) as Outcome,
    [path, body] as const,
  );
}

/** Mounts an extension in the checkout: its signals have the lines of the cart. */
async function expectCheckout(
  host: Host,
  cartId: string | undefined,
  quantities: readonly number[],
  testInfo: TestInfo,
): Promise<void> {
  const source = showing(
    'JSON.stringify([shopify.checkoutToken.value, shopify.lines.value.map(({quantity, merchandise}) => [merchandise.id, quantity])])',
  );
  const extension = await host.mount(
    await writeExtension('purchase.checkout.block.render', source, testInfo),
  );
  const lines = quantities.map((quantity) => [VARIANT, quantity]);
  // The key after the token is for the Storefront API alone.
  const [, token] = /^gid:\/\/shopify\/Cart\/(\w+)\?key=/.exec(cartId ?? '') ?? [];

  await expect(extension.getByText(JSON.stringify([token, lines]))).toBeVisible();
  expect(host.checkout.lines.map(({merchandise, quantity}) => [merchandise.id, quantity])).toEqual(lines);
}
