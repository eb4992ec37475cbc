import {createServer} from 'node:http';
import type {AddressInfo} from 'node:net';
import {expect} from '@playwright/test';
import {test as base} from './cli.fixture.ts';
import {browserWithWindow} from './windowed-browser.ts';
import {writeExtension} from './written-extension.ts';

const APP = 'https://app.example.com';
const CDN = 'https://extensions.shopifycdn.com';
const BLOCK = 'admin.product-details.block.render';

/** A server that answers with the `Origin` of the request. At `/null` it allows opaque origins alone. */
const test = base.extend<{server: string}>({
  server: async ({}, use) => {
    const server = createServer(({method, url, headers}, response) => {
      const allowed = url === '/null' ? 'null' : CDN;
      const cors = {'access-control-allow-origin': allowed, 'access-control-allow-headers': 'authorization'};
      response.writeHead(method === 'OPTIONS' ? 204 : 200, cors).end(headers.origin);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    await use(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  },
});

const ASKING = `const ask = (url) => fetch(url, {headers: {authorization: 'Bearer mine'}})
    .then((response) => response.text(), (error) => error.message);
  export default async () => {
    const answers = await Promise.all([ask('${APP}/'), ask('${APP}/null')]);
    document.body.append('Answers: ' + answers.join(', '));
  };`;

test('requests have the origin of the admin, in the own browser and in that of --open', async ({
  running,
  page,
  server,
}, testInfo) => {
  const browser = await browserWithWindow(testInfo);
  const folder = await writeExtension(BLOCK, ASKING, testInfo);
  const address = await running.start(['dev', folder, '--backend', `${APP}=${server}`, '--open'], {
    SIMHOST_BROWSER: browser.path,
  });

  await page.goto(address);
  await expect(page.getByText(`Answers: ${CDN}, Failed to fetch`)).toBeVisible();
  await running.line(`GET ${APP}/ -> 200`);
  await running.line(`Access-Control-Allow-Origin is "null", not "${CDN}"`);

  await browser.use('https://admin.shopify.com', async (opened) => {
    await expect(opened.getByText(`Answers: ${CDN}, Failed to fetch`)).toBeVisible();
  });
});

test('an author changes the target of the file, and the member of staff', async ({
  running,
  page,
  server,
}, testInfo) => {
  const toml = `  [[extensions.targeting]]
  module = "./src/Target.js"
  target = "admin.order-details.block.render"
`;
  const source = `export default async () => {
    document.body.append('At ' + shopify.extension.target);
    await fetch('${APP}/', {headers: {authorization: 'Bearer ' + (await shopify.auth.idToken())}});
  };`;
  const folder = await writeExtension(BLOCK, source, testInfo, {toml});
  const backend = ['--backend', `${APP}=${server}`];
  await page.goto(
    await running.startWithConsole(['dev', folder, '--port', '0', '--target', BLOCK, ...backend]),
  );
  const shown = page.frameLocator('iframe');
  await expect(shown.getByText(`At ${BLOCK}`)).toBeVisible();
  await running.line(`GET ${APP}/ -> 200 (sub 5001`);

  running.type('target admin.order-details.block.render');
  await expect(shown.getByText('At admin.order-details.block.render')).toBeVisible();

  running.type('sign-in joan');
  await running.line(`GET ${APP}/ -> 200 (sub 5002`);
  await expect(page.getByRole('button', {name: /Joan/})).toBeVisible();
});
