import type {TestInfo} from '@playwright/test';
import {expect, test} from 'simhost/playwright';
import {writeExtension} from './written-extension.ts';

const SEEN = 'https://mirror.example.com/seen';
const TARGET = 'customer-account.order-status.block.render';

test.use({
  app: {clientId: 'mirror-client-id', clientSecret: 'mirror-client-secret'},
  backends: {'https://mirror.example.com': {command: 'node fixtures/backends/mirror/server.js'}},
});

const ACCESS = `
  [extensions.capabilities]
  api_access = true
  network_access = true
`;

/** Writes an extension that sends a request from the second line of another module. */
async function asking(testInfo: TestInfo): Promise<string> {
  const source = `const ask = async () => {
  const token = await shopify.sessionToken.get();
  await fetch('${SEEN}', {headers: {authorization: \`Bearer \${token}\`}}).catch(() => {});
  await fetch('shopify:storefront/api/graphql.json', {method: 'POST', body: '{"query": "{ shop { name } }"}'});
};
export default async () => {
  await ask();
  document.body.append(Object.assign(document.createElement('s-text'), {textContent: 'Done'}));
};`;

  return writeExtension(TARGET, source, testInfo, {toml: ACCESS});
}

test('each request of an extension has the line that made it', async ({host}, testInfo) => {
  await host.mount(await asking(testInfo));
  await host.requests.waitFor({url: SEEN, status: 200});

  const [mount] = new Set(host.requests.all.map(({mount: id}) => id));
  expect(mount).toMatch(/./);
  expect(
    host.requests.matching({}).map(({method, url, source}) => `${method} ${new URL(url).host} ${source}`),
  ).toEqual([
    'POST shopify.com src/Target.js:2:44',
    'GET mirror.example.com src/Target.js:3:9',
    'POST acme.myshopify.com src/Target.js:4:9',
  ]);
});

for (const [folder, target] of [
  ['loyalty-2023-04', 'Checkout::Dynamic::Render'],
  ['loyalty-2023-07', 'purchase.checkout.block.render'],
  ['loyalty-2025-07', 'customer-account.order-status.block.render'],
] as const) {
  test.describe(folder, () => {
    test.use({
      backends: {'https://loyalty.example.com': {command: 'node fixtures/backends/loyalty/server.js'}},
    });

    test('a request of an older generation has its line too', async ({host}) => {
      await host.mount(`fixtures/extensions/${folder}`, {target});
      await host.requests.waitFor(/loyalty\.example\.com/);

      // The line and the request come by different ways.
      const source = (): string | null | undefined => host.requests.last(/loyalty\.example\.com/)?.source;
      await expect.poll(source).toBe('src/points.js:22:10');
      expect(host.requests.last(/graphql/)?.source).toMatch(/^src\/(points|index)\.jsx?:\d+:\d+$/);
    });
  });
}
