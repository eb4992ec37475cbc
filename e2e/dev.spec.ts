import {spawn} from 'node:child_process';
import {cp, readFile, writeFile} from 'node:fs/promises';
import {request as httpRequest} from 'node:http';
import {connect} from 'node:net';
import {expect} from '@playwright/test';
import {simhost, test} from './cli.fixture.ts';
import {writeExtension} from './written-extension.ts';

const BACKEND = ['--backend', 'https://loyalty.example.com=node fixtures/backends/loyalty/server.js'];

test('the page shows the sample with the points that the backend answered', async ({running, page}) => {
  await page.goto(await running.start(['dev', 'fixtures/extensions/loyalty', ...BACKEND]));
  await expect(page.getByRole('heading', {name: '120 points'})).toBeVisible();
  expect(await running.line('/api/points -> 200')).toContain('sub gid://shopify/Customer/7001');
  expect(running.output()).not.toContain('preflight');
  expect(running.output()).not.toMatch(/eyJ[\w-]+\./);
  expect(running.output()).not.toContain('published-test-secret');
});

test('a checkout extension shows on the checkout page and asks its backend with a checkout token', async ({running, page}) => {
  const backend = ['--backend', 'https://gifts.example.com=node fixtures/backends/gift-note/server.js'];
  const target = ['--target', 'purchase.thank-you.block.render'];
  await page.goto(await running.start(['dev', 'fixtures/extensions/gift-note', ...target, ...backend]));
  await expect(page.getByText('No note was left.')).toBeVisible();
  await expect(page.getByRole('complementary', {name: 'Order summary'})).toBeVisible();
  expect(await running.line(/api\/notes\/[0-9a-f]{32} -> 200/)).toContain('sub gid://shopify/Customer/7001');
});

for (const [target, customer, said, next] of [
  ['customer-account.profile.company-details.render-after', 'ada', 'shows only to somebody who buys for a company', '--customer bea'],
  ['purchase.address-autocomplete.suggest', 'ada', 'shows nothing: it returns a value', 'host.run(folder'],
  ['purchase.checkout.shipping-option-list.render-after', 'guest', 'there is no delivery address', '--customer ada on the command line'],
] as const) {
  test(`${target} that cannot be shown ends it by name`, async ({}, testInfo) => {
    const folder = await writeExtension(target, 'export default () => {};', testInfo);
    const {code, stderr} = await simhost(['dev', folder, '--customer', customer]);
    expect(code).toBe(1);
    expect(stderr).toContain(said);
    expect(stderr).toContain(next);
    expect(stderr).not.toContain('    at ');
  });
}

test('a reload shows it again', async ({running, page}) => {
  await page.goto(await running.start(['dev', 'fixtures/extensions/loyalty', ...BACKEND]));
  await expect(page.getByRole('heading', {name: '120 points'})).toBeVisible();
  await page.reload();
  await expect(page.getByRole('heading', {name: '120 points'})).toBeVisible();
});

test('an edit restarts the worker, and an error is said with its source line', async ({running, page}, testInfo) => {
  const folder = testInfo.outputPath('loyalty');
  await cp('fixtures/extensions/styles/dom', folder, {recursive: true});
  const source = await readFile(`${folder}/src/Order.js`, 'utf8');
  await page.goto(await running.start(['dev', folder]));
  await expect(page.getByText('Not asked yet')).toBeVisible();

  await writeFile(`${folder}/src/Order.js`, source.replace('Not asked yet', 'Edited'));
  await expect(page.getByText('Edited')).toBeVisible();

  await writeFile(`${folder}/src/Order.js`, source.replace('section.append(answer, button);', `throw new TypeError('broken by an edit');`));
  await running.line('broken by an edit');
  await running.line(/at src\/Order\.js:\d+/);

  await writeFile(`${folder}/src/Order.js`, 'export default () => {');
  await running.line(/src\/Order\.js:1/);

  await writeFile(`${folder}/src/Order.js`, source.replace('Not asked yet', 'Mended'));
  await expect(page.getByText('Mended')).toBeVisible();
});

test('a request to an origin without a backend names the flag to add', async ({running, page}) => {
  await page.goto(await running.start(['dev', 'fixtures/extensions/styles/dom']));
  await page.getByRole('button', {name: 'Ask the backend'}).click();
  await running.line('--backend https://mirror.example.com=');
});

test('a backend with broken CORS is told, though the request came through', async ({running, page}) => {
  const command = `PREFLIGHT=no-authorization node fixtures/backends/mirror/server.js`;
  await page.goto(await running.start(['dev', 'fixtures/extensions/styles/dom', '--backend', `https://mirror.example.com=${command}`]));
  await page.getByRole('button', {name: 'Ask the backend'}).click();
  await running.line('Access-Control-Allow-Headers lacks "authorization"');
});

test('output and end of a backend are shown as they come, without its secret', async ({running, page}, testInfo) => {
  const server = testInfo.outputPath('server.cjs');
  await writeFile(
    server,
    `console.log('starts with ' + process.env.SHOPIFY_API_SECRET);
    require('node:http').createServer((request, response) => {
      if (request.method === 'OPTIONS') {
        response.writeHead(204, {'access-control-allow-origin': '*', 'access-control-allow-headers': 'authorization'}).end();
      } else {
        throw new TypeError('no points');
      }
    }).listen(process.env.PORT);`,
  );
  const backend = ['--backend', `https://mirror.example.com=node "${server}"`];
  await page.goto(await running.start(['dev', 'fixtures/extensions/styles/dom', ...backend], {SHOPIFY_API_SECRET: 'secret-of-dev'}));
  expect(running.output()).toContain('[https://mirror.example.com] starts with <secret>');

  await page.getByRole('button', {name: 'Ask the backend'}).click();
  await running.line('[https://mirror.example.com] TypeError: no points');
  await running.line(/^\[https:\/\/mirror\.example\.com\] "node .*" ended with exit code 1\.$/);
  await running.line(/did not answer \(ECONN\w+\): "node .*" ended with exit code 1: TypeError: no points/);
});

test('a port in use is said by name', async ({running}) => {
  const url = new URL(await running.start(['dev', 'fixtures/extensions/styles/dom']));
  const second = spawn(process.execPath, ['dist/cli/simhost.js', 'dev', 'fixtures/extensions/styles/dom', '--port', url.port]);
  const output: string[] = [];
  second.stderr.on('data', (data) => output.push(String(data)));
  await new Promise((resolve) => second.once('exit', resolve));
  expect(output.join('')).toContain(url.port);
  expect(output.join('')).toContain('--port');
});

for (const [origin, text] of [
  ['shopifycdn', 'Extensions cannot have the origin "shopifycdn" here'],
  ['same-origin', "the page's own origin is localhost here"],
  ['opaqe', 'Did you mean "opaque"?'],
] as const) {
  test(`the origin ${origin} is refused by name`, async () => {
    const started = spawn(process.execPath, ['dist/cli/simhost.js', 'dev', 'fixtures/extensions/styles/dom', '--origin', origin]);
    const output: string[] = [];
    started.stderr.on('data', (data) => output.push(String(data)));
    expect(await new Promise((resolve) => started.once('exit', resolve))).toBe(1);
    expect(output.join('')).toContain(text);
    expect(output.join('')).not.toContain('    at ');
  });
}

test('foreign pages, hosts and guesses get nothing from the dev server', async ({running, page}) => {
  const address = await running.start(['dev', 'fixtures/extensions/loyalty', ...BACKEND]);
  const {port, origin} = new URL(address);
  await page.goto(address);
  await expect(page.getByRole('heading', {name: '120 points'})).toBeVisible();

  const graphql = '/shopify.com/548380009/account/customer/api/unstable/graphql';
  const body = JSON.stringify({query: '{ uiExtensionSessionToken(id: "gid://shopify/ActivatedUiExtension/1") { value } }'});
  const ask = (headers: Record<string, string>, path = graphql): Promise<{status: number; text: string}> =>
    new Promise((resolve, reject) => {
      const request = httpRequest(
        {host: '127.0.0.1', port, path, method: 'POST', headers: {'content-type': 'application/json', ...headers}},
        (response) => {
          let text = '';
          response.on('data', (chunk) => (text += String(chunk)));
          response.on('end', () => resolve({status: response.statusCode ?? 0, text}));
        },
      );
      request.on('error', reject);
      request.end(body);
    });

  expect((await ask({host: `evil.example:${port}`})).status).toBe(403);
  expect((await ask({origin: 'https://evil.example'})).status).toBe(403);
  expect((await ask({origin: 'null'})).status).toBe(403);
  expect((await ask({})).status).toBe(401);
  expect((await ask({'x-simhost-page': 'guess'})).status).toBe(401);
  expect((await ask({}, '/guessed-key/https/loyalty.example.com/api/points')).status).toBe(404);

  expect(await upgrade(port, {Origin: 'https://evil.example', Host: `localhost:${port}`})).toContain('403');
  expect(await upgrade(port, {Origin: origin, Host: `evil.example:${port}`})).toContain('403');

  const socket = await page.evaluate(
    (url) =>
      new Promise<number>((resolve) => {
        const channel = new WebSocket(url);
        channel.addEventListener('open', () => channel.send(JSON.stringify({type: 'hello', simulation: 'guess'})));
        channel.addEventListener('close', ({code}) => resolve(code));
      }),
    `ws://localhost:${port}/.simhost/control`,
  );
  expect(socket).toBe(4004);
});

/** The status line that a WebSocket's opening gets. */
function upgrade(port: string, headers: Record<string, string>): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), '127.0.0.1', () => {
      const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
      socket.write(
        [
          'GET /.simhost/control HTTP/1.1',
          ...lines,
          'Connection: Upgrade',
          'Upgrade: websocket',
          'Sec-WebSocket-Version: 13',
          'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
          '',
          '',
        ].join('\r\n'),
      );
    });
    socket.once('data', (data) => {
      resolve(String(data).split('\r\n')[0] ?? '');
      socket.destroy();
    });
    socket.once('error', reject);
  });
}

test('Storefront queries and navigation work without a gateway, also after a reload', async ({running, page}, testInfo) => {
  const source = `export default async () => {
    const {data} = await shopify.query('{ shop { name } }');
    const button = Object.assign(document.createElement('s-button'), {textContent: 'From ' + data.shop.name});
    button.addEventListener('click', () => navigation.navigate('shopify:customer-account/profile'));
    document.body.append(button);
  };`;
  const toml = '  [extensions.capabilities]\n  api_access = true\n';
  const folder = await writeExtension('customer-account.order-status.block.render', source, testInfo, {toml});
  await page.goto(await running.start(['dev', folder]));
  await page.getByRole('button', {name: 'From Acme Outfitters'}).click();
  await expect(page.getByRole('heading', {name: 'Profile'})).toBeVisible();
  await expect(page).toHaveURL(/\/profile#/);
  await page.reload();
  await expect(page.getByRole('button', {name: 'From Acme Outfitters'})).toBeVisible();
});

test("Shopify's APIs are fetched by its own protocol without a gateway", async ({running, page}, testInfo) => {
  const source = `export default async () => {
    const ask = async (url, query) => (await fetch(url, {method: 'POST', body: JSON.stringify({query})})).json();
    const [{data: storefront}, {data: account}] = await Promise.all([
      ask('shopify:storefront/api/graphql.json', '{ shop { name } }'),
      ask('shopify://customer-account/api/2026-07/graphql.json', '{ customer { firstName } }'),
    ]);
    document.body.append(Object.assign(document.createElement('s-text'), {textContent: account.customer.firstName + ' at ' + storefront.shop.name}));
  };`;
  const toml = '  [extensions.capabilities]\n  api_access = true\n';
  const folder = await writeExtension('customer-account.order-status.block.render', source, testInfo, {toml});
  await page.goto(await running.start(['dev', folder]));
  await expect(page.getByText('Ada at Acme Outfitters')).toBeVisible();
});
