import {createServer} from 'node:http';
import type {AddressInfo} from 'node:net';
import {devices} from '@playwright/test';
import {expect, type Host} from 'simhost/playwright';
import {test as base} from './apps.fixture.ts';
import {writeExtension} from './written-extension.ts';

const APP_URL = 'https://product-desk.example.com';
const PRICES_URL = 'https://prices.product-desk.example.com';
const BLOCK = 'admin.product-details.block.render';
const ACTION = 'admin.product-details.action.render';
const NOTES = 'fixtures/extensions/product-notes';

/** A server that shows the header that arrived, and redirects `/away` to another host. */
const test = base.extend<{echo: string}>({
  echo: async ({}, use) => {
    const cors = {'access-control-allow-origin': '*', 'access-control-allow-headers': 'Authorization'};
    const server = createServer(({method, url, headers}, response) => {
      if (method === 'OPTIONS') return response.writeHead(204, cors).end();
      if (url === '/away')
        return response.writeHead(302, {...cors, location: 'https://other.example.com/'}).end();
      return response.writeHead(200, cors).end(headers.authorization?.replace(/(?<=^Bearer ).*/, 'token'));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    await use(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  },
});

test.use({
  app: {
    clientId: '7a0f5d3c2b1e4968a7c6d5e4f3b2a190',
    clientSecret: 'secret of product desk',
    name: 'Product desk',
    scopes: ['read_products', 'write_products'],
    url: APP_URL,
  },
});

const ORDERS = `export default async () => {
  const query = '{orders(first: 1) {nodes {id}}}';
  const body = JSON.stringify({query});
  const fetched = await (await fetch('shopify:admin/api/graphql.json', {method: 'POST', body})).json();
  const text = document.createElement('s-text');
  const answers = [await shopify.query(query), fetched];
  text.textContent = answers.map(({errors, data}) => errors?.[0].extensions.code ?? data.orders.nodes.length).join();
  document.body.append(text);
};
`;

for (const [directApiMode, shown] of [
  ['online', 'ACCESS_DENIED,ACCESS_DENIED'],
  ['offline', '1,1'],
] as const) {
  test.describe(`with the mode ${directApiMode}`, () => {
    test.use({app: {scopes: ['read_products', 'read_orders'], directApiMode}});

    test('the direct API has the scopes of the mode', async ({host, admin}, testInfo) => {
      await admin.signIn('joan'); // may not see orders
      const block = await host.mount(await writeExtension(BLOCK, ORDERS, testInfo));
      await expect(block).toHaveText(shown);
    });
  });
}

test.describe('with the backends of Shopify', () => {
  test.use({
    backends: {
      [APP_URL]: {command: 'npm start', cwd: 'fixtures/apps/router-app'},
      [PRICES_URL]: {
        command: 'npm start',
        cwd: 'fixtures/apps/express-app',
        env: {SHOPIFY_APP_URL: PRICES_URL},
      },
    },
  });

  test('a block reads and writes the product, and authenticate.admin accepts its request', async ({
    host,
    shop,
  }) => {
    const block = await host.mount(NOTES, {target: BLOCK});
    await block.getByLabel('Supplier').fill('Oak & Sons');
    await block.getByRole('button', {name: 'Save'}).click();
    await expect(block.getByText(`Saved for ${shop.domain}`)).toBeVisible();

    const api = `https://${shop.domain}/admin/api/2026-07/graphql.json`;
    await expect(host.requests).toHaveRequestTimes(api, 2, {method: 'POST', status: 200, sender: 'browser'});
    await expect(host.requests).toHaveRequest(`${APP_URL}/api/suppliers`, {
      status: 200,
      preflight: 'allowed',
      origin: 'https://extensions.shopifycdn.com',
      token: {dest: `https://${shop.domain}`, sub: '5001'},
    });
    await expect(host.requests).toHaveRequestTimes(`https://${shop.domain}/admin/oauth/access_token`, 1, {
      method: 'POST',
      status: 200,
      sender: 'backend',
    });
  });

  test('its action shows once the product has a supplier', async ({host, page}) => {
    const action = await host.mount(NOTES, {target: ACTION});
    await expect(action).toBeHidden();

    const block = await host.mount(NOTES, {target: BLOCK});
    await block.getByLabel('Supplier').fill('Oak & Sons');
    await block.getByRole('button', {name: 'Save'}).click();
    await expect(block.getByText('Saved for')).toBeVisible();

    await host.mount(NOTES, {target: ACTION});
    const dialog = page.getByRole('dialog', {name: 'Order more'});
    await expect(dialog.getByText('from Oak & Sons')).toBeVisible();
    await dialog.getByRole('button', {name: 'Order'}).click();
    await expect(dialog.getByText('Ordered as 1001')).toBeVisible();
  });

  test('three mistakes of a backend name the line to change', async ({host}, testInfo) => {
    const block = await asking(host, ["'/api/careless'", `'${PRICES_URL}/api/shop'`], testInfo);
    await expect(block).toHaveText('["Failed to fetch","Failed to fetch"]');

    const fixes = host.requests
      .matching(/api\/(careless|shop)/)
      .filter(({method, problem}) => method === 'GET' && problem !== null)
      .map(({url, problem}) => `${new URL(url).pathname}: ${problem?.fix ?? ''}`);
    expect(fixes).toEqual([
      expect.stringMatching(/^\/api\/careless: .*return cors\(Response\.json\(data\)\)/),
      expect.stringMatching(/^\/api\/shop: Answer OPTIONS .*app\.use\('\/api', cors\(/),
    ]);
  });

  test.describe('in a browser that says it is headless', () => {
    const {userAgent} = devices['Desktop Chrome'] ?? {};
    test.use({userAgent: String(userAgent).replace('Chrome/', 'HeadlessChrome/')});

    test('the preflight is answered 410, and the user agent is the line to change', async ({
      host,
    }, testInfo) => {
      const block = await asking(host, ["'/api/careless'"], testInfo);
      await expect(block).toHaveText('["Failed to fetch"]');
      const unsent = host.requests.matching(/careless/).find(({method}) => method === 'GET');
      expect(unsent?.problem).toMatchObject({
        cause: 'OPTIONS answered 410',
        turn: 'set-up',
        fix: expect.stringContaining('test.use({userAgent:'),
      });
    });
  });
});

test.describe('with a server that shows what arrives', () => {
  test.use({
    backends: async ({echo}, use) => {
      const hosts = ['product-desk', 'eu.product-desk', 'evilproduct-desk', 'other'];
      await use(Object.fromEntries(hosts.map((name) => [`https://${name}.example.com`, echo])));
    },
  });

  test('the header goes to the app and its subdomains, and no redirect carries it on', async ({
    host,
  }, testInfo) => {
    const requests = [
      "'/'",
      "'https://eu.product-desk.example.com/'",
      "'https://evilproduct-desk.example.com/'",
      "'https://other.example.com/'",
      "'/', {headers: {Authorization: 'Basic mine'}}",
      "'/away'",
      "'http://product-desk.example.com/'",
    ];
    const block = await asking(host, requests, testInfo);
    await expect(block).toHaveText(
      '["Bearer token","Bearer token","","","Basic mine","","URL must be secure (HTTPS)"]',
    );
  });

  test('the cases of tokens and of the direct API reach an extension', async ({host}, testInfo) => {
    const query = "'{products(first: 1) {nodes {id}}}'";
    const source = `export default async () => {
      const seen = [];
      const tried = async (work) => seen.push(await work().catch(({message}) => message));
      const text = document.createElement('s-text');
      const button = document.createElement('s-button');
      button.textContent = 'Next';
      button.addEventListener('click', async () => {
        await tried(() => shopify.auth.idToken().then((token) => (token === null ? null : 'token')));
        await tried(() => fetch('/').then((answer) => answer.text()));
        await tried(() => shopify.query(${query}).then(({data, errors}) =>
          data?.products?.nodes.length ?? errors[0].extensions?.code ?? errors));
        text.textContent = JSON.stringify(seen.splice(0));
      });
      document.body.append(button, text);
    };`;
    const block = await host.mount(await writeExtension(BLOCK, source, testInfo));

    const next = async (expected: readonly unknown[]): Promise<void> => {
      await block.getByRole('button', {name: 'Next'}).click();
      await expect(block.getByText('[')).toHaveText(JSON.stringify(expected));
    };

    await next(['token', 'Bearer token', 1]);
    await host.arm('host-null', {times: 2});
    await host.arm('admin-throttled');
    await next([null, '', 'THROTTLED']);
    await host.arm('host-reject', {times: 2});
    await host.arm('admin-no-scope');
    await next(['Error fetching ID token.', 'Error fetching ID token.', 'ACCESS_DENIED']);
    await host.arm('admin-token-revoked');
    const unauthorized = '[API] Invalid API key or access token (unrecognized login or wrong password)';
    await next(['token', 'Bearer token', unauthorized]);
  });
});

/** Mounts a block that fetches, one after the other, and shows the bodies and the errors. */
async function asking(
  host: Host,
  requests: readonly string[],
  testInfo: Parameters<typeof writeExtension>[2],
): ReturnType<Host['mount']> {
  const source = `export default async () => {
    const text = document.createElement('s-text');
    const seen = [];
    for (const ask of [${requests.map((request) => `() => fetch(${request})`).join(', ')}])
      seen.push(await ask().then((answer) => answer.text()).catch(({message}) => message));
    text.textContent = JSON.stringify(seen);
    document.body.append(text);
  };`;
  return host.mount(await writeExtension(BLOCK, source, testInfo));
}
