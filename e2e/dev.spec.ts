import {cp, mkdir, readFile, writeFile} from 'node:fs/promises';
import {request as httpRequest} from 'node:http';
import {connect} from 'node:net';
import {expect} from '@playwright/test';
import {simhost, test} from './cli.fixture.ts';
import {writeExtension} from './written-extension.ts';

const BACKEND = ['--backend', 'https://loyalty.example.com=node fixtures/backends/loyalty/server.js'];

test('the page shows the sample with the points that the backend answered', async ({running, page}) => {
  await page.goto(await running.start(['dev', 'fixtures/extensions/loyalty', ...BACKEND]));
  await expect(page.getByRole('heading', {name: '120 points'})).toBeVisible();
  const line = await running.line('/api/points -> 200');
  expect(line).toContain('sub gid://shopify/Customer/7001');
  expect(line).toContain('preflight allowed');
  expect(running.output()).not.toContain('refused');
  expect(running.output()).not.toMatch(/eyJ[\w-]+\./);
  expect(running.output()).not.toContain('published-test-secret');
});

test('a checkout extension shows on the checkout page and asks its backend with a checkout token', async ({
  running,
  page,
}) => {
  const backend = ['--backend', 'https://gifts.example.com=node fixtures/backends/gift-note/server.js'];
  const target = ['--target', 'purchase.thank-you.block.render'];
  await page.goto(await running.start(['dev', 'fixtures/extensions/gift-note', ...target, ...backend]));
  await expect(page.getByText('No note was left.')).toBeVisible();
  await expect(page.getByRole('complementary', {name: 'Order summary'})).toBeVisible();
  expect(await running.line(/api\/notes\/[0-9a-f]{32} -> 200/)).toContain('sub gid://shopify/Customer/7001');
});

test('a reload shows it again', async ({running, page}) => {
  await page.goto(await running.start(['dev', 'fixtures/extensions/loyalty', ...BACKEND]));
  await expect(page.getByRole('heading', {name: '120 points'})).toBeVisible();
  await page.reload();
  await expect(page.getByRole('heading', {name: '120 points'})).toBeVisible();
});

test('an edit restarts the worker, and an error is said with its source line', async ({
  running,
  page,
}, testInfo) => {
  const folder = testInfo.outputPath('loyalty');
  await cp('fixtures/extensions/styles/dom', folder, {recursive: true});
  const source = await readFile(`${folder}/src/Order.js`, 'utf8');
  await page.goto(await running.start(['dev', folder]));
  await expect(page.getByText('Not asked yet')).toBeVisible();

  await writeFile(`${folder}/src/Order.js`, source.replace('Not asked yet', 'Edited'));
  await expect(page.getByText('Edited')).toBeVisible();

  await writeFile(
    `${folder}/src/Order.js`,
    source.replace('section.append(answer, button);', `throw new TypeError('broken by an edit');`),
  );

  await running.line('broken by an edit');
  await running.line(/at src\/Order\.js:\d+/);
  await expect(page.getByRole('alert')).toContainText('could not start');

  await writeFile(`${folder}/src/Order.js`, source.replace('Not asked yet', 'Mended'));
  await expect(page.getByText('Mended')).toBeVisible();
  await expect(page.getByRole('alert')).toHaveCount(0);
});

test('files that cannot be built show their error on the page, which keeps the last build until they are corrected', async ({
  running,
  page,
}, testInfo) => {
  const folder = await writeExtension(
    'customer-account.order-status.block.render',
    `export default () => document.body.append(shopify.i18n.translate('hello'));`,
    testInfo,
  );

  const read = (file: string): Promise<string> => readFile(`${folder}/${file}`, 'utf8');
  const [source, toml] = [await read('src/Target.js'), await read('shopify.extension.toml')];

  await mkdir(`${folder}/locales`);
  await writeFile(`${folder}/locales/en.default.json`, '{"hello": "Hello"}');
  await page.goto(await running.start(['dev', folder]));
  await expect(page.getByText('Hello', {exact: true})).toBeVisible();

  for (const [file, broken, whole, error] of [
    ['src/Target.js', 'export default () => {', source, 'src/Target.js:1'],
    ['src/Target.js', `import 'left-pad';\n${source}`, source, 'left-pad'],
    ['locales/en.default.json', '{"hello": ', '{"hello": "Hello"}', 'locales/en.default.json:1'],
    ['shopify.extension.toml', toml.replace('handle =', 'handle'), toml, 'shopify.extension.toml:4'],
    [
      'shopify.extension.toml',
      toml.replace('order-status', 'orders'),
      toml,
      'Did you mean "customer-account.order-index.block.render"?',
    ],
  ] as const) {
    await writeFile(`${folder}/${file}`, broken);
    await expect(page.getByRole('alert')).toContainText(error);
    await expect(page.getByRole('alert')).toContainText('This page still shows the last build that worked.');
    await expect(page.getByText('Hello', {exact: true})).toBeVisible();

    await writeFile(`${folder}/${file}`, whole);
    await expect(page.getByRole('alert')).toHaveCount(0);
  }
});

test('an extension that cannot be built at the start shows its error, and appears once it is corrected', async ({
  running,
  page,
}, testInfo) => {
  const folder = await writeExtension(
    'customer-account.order-status.block.render',
    'export default () => {',
    testInfo,
  );

  await page.goto(await running.start(['dev', folder]));
  await expect(page.getByRole('alert')).toContainText('At a target cannot be built');
  await writeFile(`${folder}/src/Target.js`, `export default () => document.body.append('Hello');`);
  await expect(page.getByText('Hello')).toBeVisible();
  await expect(page.getByRole('alert')).toHaveCount(0);
});

test('options and typed lines set settings, clock, cases and who is signed in', async ({
  running,
  page,
}, testInfo) => {
  const source = `export default () => {
    const text = document.createElement('s-text');
    document.body.append(text);
    const {settings, authenticatedAccount: {customer}} = shopify;
    const show = () => (text.textContent = [settings.value.title, customer.value?.id ?? 'guest', new Date().getUTCFullYear()].join(', '));
    show();
    customer.subscribe(show);
  };`;

  const toml = `  [extensions.settings]
  [[extensions.settings.fields]]
  key = "title"
  type = "single_line_text_field"
`;

  const folder = await writeExtension('customer-account.order-status.block.render', source, testInfo, {toml});
  const options = ['--settings', 'title=Set', '--clock', '2031-03-01T00:00:00Z', '--case', 'exp-past-60=2'];

  await page.goto(await running.start(['dev', folder, ...options]));
  await expect(page.getByText('Set, gid://shopify/Customer/7001, 2031')).toBeVisible();
  await running.line('exp-past-60 is armed (times: 2).');

  running.type('sign-in bea');
  await expect(page.getByText('Set, gid://shopify/Customer/7002, 2031')).toBeVisible();
  running.type('settings title=Changed');
  await expect(page.getByText('Changed, gid://shopify/Customer/7002, 2031')).toBeVisible();
  running.type('sign-uot');
  await running.line('Did you mean "sign-out"?');
  running.type('sign-out');
  await expect(page.getByText('Changed, guest, 2031')).toBeVisible();
  running.type('help');
  await running.line('arms a case for the next token or request');
});

test('the extensions of several folders share a page', async ({running, page}, testInfo) => {
  const folders = await Promise.all(
    [
      ['one', 'customer-account.order-status.block.render'],
      ['two', 'customer-account.order-status.payment-details.render-after'],
    ].map(([name = '', target = '']) =>
      writeExtension(target, `export default () => document.body.append('This is ${name}');`, testInfo, {
        name,
      }),
    ),
  );

  await page.goto(await running.start(['dev', ...folders]));
  await expect(page.getByText('This is one')).toBeVisible();
  await expect(page.getByText('This is two')).toBeVisible();
});

test('an extension that cannot be shown ends the command, also beside one that can', async ({}, testInfo) => {
  const folders = await Promise.all(
    [
      ['one', 'customer-account.order-status.block.render'],
      ['two', 'customer-account.profile.company-details.render-after'],
    ].map(([name = '', target = '']) => writeExtension(target, 'export default () => {};', testInfo, {name})),
  );

  const {code, stderr} = await simhost(['dev', ...folders]);

  expect(code).toBe(1);
  expect(stderr).toContain('shows only to customers who buy for a company');
  expect(stderr).not.toContain('    at ');
});

test('a request to an origin without a backend names the flag to add', async ({running, page}) => {
  await page.goto(await running.start(['dev', 'fixtures/extensions/styles/dom']));
  await page.getByRole('button', {name: 'Ask the backend'}).click();
  await running.line('--backend https://mirror.example.com=');
});

test('output and end of a backend are shown as they come, without its secret', async ({
  running,
  page,
}, testInfo) => {
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
  await page.goto(
    await running.start(['dev', 'fixtures/extensions/styles/dom', ...backend], {
      SHOPIFY_API_SECRET: 'secret-of-dev',
    }),
  );

  expect(running.output()).toContain('[https://mirror.example.com] starts with <secret>');

  await page.getByRole('button', {name: 'Ask the backend'}).click();
  await running.line('[https://mirror.example.com] TypeError: no points');
  await running.line(/^\[https:\/\/mirror\.example\.com\] "node .*" ended with exit code 1\.$/);
  await running.line(/did not answer \(ECONN\w+\): "node .*" ended with exit code 1: TypeError: no points/);
  await running.line('  To change: the backend.');
});

test('foreign pages, hosts and guesses get nothing from the dev server', async ({running, page}) => {
  const address = await running.start(['dev', 'fixtures/extensions/loyalty', ...BACKEND]);
  const {port, origin} = new URL(address);

  await page.goto(address);
  await expect(page.getByRole('heading', {name: '120 points'})).toBeVisible();

  const graphql = '/shopify.com/548380009/account/customer/api/unstable/graphql';
  const body = JSON.stringify({
    query: '{ uiExtensionSessionToken(id: "gid://shopify/ActivatedUiExtension/1") { value } }',
  });

  const ask = (headers: Record<string, string>, path = graphql): Promise<{status: number; text: string}> =>
    new Promise((resolve, reject) => {
      const request = httpRequest(
        {
          host: '127.0.0.1',
          port,
          path,
          method: 'POST',
          headers: {'content-type': 'application/json', ...headers},
        },
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

  const closed = (query: string): Promise<number> =>
    page.evaluate(
      (url) =>
        new Promise<number>((resolve) => {
          const channel = new WebSocket(url);
          channel.addEventListener('message', () =>
            channel.send(JSON.stringify({type: 'hello', proof: 'guess'})),
          );
          channel.addEventListener('close', ({code}) => resolve(code));
        }),
      `ws://localhost:${port}/.simhost/control${query}`,
    );

  expect(await closed(`?nonce=${'0'.repeat(32)}`)).toBe(4004);
  expect(await closed('')).toBe(1006);
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

test('Storefront queries and navigation work without a gateway, also after a reload', async ({
  running,
  page,
}, testInfo) => {
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

test("Shopify's APIs are fetched by its own protocol without a gateway", async ({
  running,
  page,
}, testInfo) => {
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
