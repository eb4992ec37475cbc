import {cp, mkdir, readFile, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {type FrameLocator, type Page, expect} from '@playwright/test';
import {test} from './cli.fixture.ts';
import {consoleFrames} from './console-checks.ts';
import {walkPanels} from './console-keyboard.ts';
import {LOYALTY} from './loyalty-dev.ts';
import {writeExtension} from './written-extension.ts';

/** Opens the console and waits for the page in its frame. */
async function open(page: Page, address: string): Promise<FrameLocator> {
  await page.goto(address);
  const frame = page.frameLocator('iframe');
  await expect(frame.getByRole('heading', {name: '120 points'})).toBeVisible();
  return frame;
}

test('the console shows the page in a frame of another site, and each request with one sentence', async ({
  running,
  page,
}) => {
  const address = await running.startWithConsole(LOYALTY);
  expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/#[\da-f-]{36}$/);
  await open(page, address);

  expect(page.frames().map((frame) => new URL(frame.url()).hostname)).toEqual(['127.0.0.1', 'localhost']);
  const list = page.getByRole('list', {name: 'Requests'});
  await expect(list.getByRole('button', {name: /Session token.*For Ada Lovelace/})).toBeVisible();
  await expect(list.getByRole('button', {name: /200 GET \/api\/points .*Ada, new token/})).toBeVisible();
  await expect(list.getByText(/^Started, \d\d:\d\d:\d\d$/)).toBeVisible();
});

test('a case that is armed by the console is answered right, and the row says so', async ({
  running,
  page,
}) => {
  await open(page, await running.startWithConsole(LOYALTY));
  await page.getByRole('button', {name: /^Armed cases: 0/}).click();
  await page.getByRole('textbox', {name: 'Search cases'}).fill('another app secret');
  await page.getByRole('button', {name: /^key-wrong/}).click();

  const row = page.getByRole('button', {name: '401 GET /api/points', exact: false}).first();
  await expect(row).toContainText('Right answer to key-wrong');
  await row.click();
  await expect(page.getByRole('heading', {name: 'Right answer to key-wrong.'})).toBeVisible();
  await expect(page.getByText('To change:')).toHaveCount(0);
  await expect(page.getByText('Armed key-wrong')).toBeVisible();
});

test('the strip changes the page, says what differs from the start, and Reset takes it back', async ({
  running,
  page,
}) => {
  const frame = await open(page, await running.startWithConsole(LOYALTY));
  const strip = page.getByRole('toolbar', {name: 'The situation'});

  await strip.getByRole('button', {name: /^Signed in: Ada/}).click();
  await page.getByRole('button', {name: /^Bea Byron/}).click();
  await expect(frame.getByRole('heading', {name: '10 points'})).toBeVisible();

  await strip.getByRole('button', {name: /^Language: en/}).click();
  await page.getByRole('button', {name: /French/}).click();
  await expect(frame.getByRole('button', {name: 'Actualiser'})).toBeVisible();

  await strip.getByTitle('The clock: real time (T)').click();
  await page.getByRole('button', {name: '+5 m'}).click();
  await page.keyboard.press('Escape');
  await expect(strip.getByRole('button', {name: /^Clock: .*\+5 m$/})).toBeVisible();

  await strip.getByRole('button', {name: /^Reset/}).click();
  await expect(frame.getByRole('heading', {name: '120 points'})).toBeVisible();
  await expect(strip.getByRole('button', {name: /^Reset/})).toHaveCount(0);
  await expect(strip.getByTitle('The clock: real time (T)')).toBeVisible();

  const list = page.getByRole('list', {name: 'Requests'});
  for (const text of [
    'Bea Byron signed in',
    'Language changed to fr',
    'Clock moved on by 5 m',
    'Ada Lovelace signed in',
  ])
    await expect(list.getByText(text)).toBeVisible();
});

test('the keyboard alone selects a request, reads it, filters and sends it again', async ({
  running,
  page,
}) => {
  await open(page, await running.startWithConsole(LOYALTY));
  const points = page.getByRole('button', {name: /GET \/api\/points/});
  await expect(points).toHaveCount(1);
  await expect(points).toContainText('Ada');

  await page.locator('body').press('End');
  await expect(points).toBeFocused();
  await expect(points).toHaveAttribute('aria-current', 'true');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('article', {name: /^Request \d+$/})).toBeFocused();
  await expect(page.getByText('gid://shopify/Customer/7001')).toBeVisible();

  await page.keyboard.press('Escape');
  await expect(points).toBeFocused();
  await expect(page.getByRole('button', {name: 'Send again'})).toBeEnabled();
  await page.keyboard.press('r');
  await expect(points).toHaveCount(2);
  await running.line(/api\/points -> 200/);
  await expect(points.last()).toContainText('Ada, new token');

  await page.keyboard.press('/');
  await page.keyboard.type('status:5xx');
  await expect(page.getByText(/^None of \d+ requests matches\.$/)).toBeVisible();
  await page.getByRole('button', {name: 'Clear filter'}).press('Enter');
  await expect(points).toHaveCount(2);
  await walkPanels(page);
});

test('the console gets no secret, no page secret, no id in served bytes and no whole token', async ({
  running,
  page,
}) => {
  const frames = consoleFrames(page);

  const secret = 'secret-of-the-console-test';
  const address = await running.startWithConsole(LOYALTY, {SHOPIFY_API_SECRET: secret});
  await open(page, address);
  await page.getByRole('button', {name: /GET \/api\/points/}).click();
  await expect(page.getByText('gid://shopify/Customer/7001')).toBeVisible();

  const received = frames.join('\n');
  expect(received).toContain('gid://shopify/Customer/7001');
  expect(received).not.toContain(secret);
  expect(received).not.toMatch(/eyJ[\w-]+\./);
  expect(received).not.toMatch(/"(?:secret|forward)"/);

  const {origin, hash} = new URL(address);
  const served = await page.request.get(`${origin}/`);
  expect(await served.text()).not.toContain(hash.slice(1));
  expect(served.headers()['content-security-policy']).toContain("require-trusted-types-for 'script'");
});

test('a console without the id, of another origin or by another host gets nothing', async ({
  running,
  page,
}) => {
  const address = await running.startWithConsole(LOYALTY);
  const {port, origin} = new URL(address);

  await page.goto(`${origin}/#11111111-2222-4333-8444-555555555555`);
  await expect(page.getByText('This address belongs to an earlier start.')).toBeVisible();

  const attempt = (): Promise<number> =>
    page.evaluate(
      (url) =>
        new Promise<number>((resolve) => {
          const channel = new WebSocket(url);
          channel.addEventListener('open', () =>
            channel.send('{"type":"hello","simulation":"guess","since":0}'),
          );
          channel.addEventListener('close', ({code}) => resolve(code));
        }),
      `ws://127.0.0.1:${port}/.simhost/console?nonce=${'0'.repeat(32)}`,
    );

  expect(await attempt()).toBe(4004);
  // The host page's own origin is another one than the console's.
  await page.goto(`http://localhost:${port}/`);
  expect(await attempt()).toBe(1006);

  const answered = await page.request.get(`http://127.0.0.1:${port}/`, {
    headers: {host: `evil.example:${port}`},
  });
  expect(answered.status()).toBe(403);
});

test('the console takes its policy seriously: no script but its own, and nobody frames it', async ({
  running,
  page,
}) => {
  const address = await running.startWithConsole(LOYALTY);
  await open(page, address);

  const made = await page.evaluate(() => {
    try {
      document.body.insertAdjacentHTML('beforeend', '<img src=x onerror="globalThis.hostile = true">');
      return 'inserted';
    } catch (error) {
      return (error as Error).name;
    }
  });

  expect(made).toBe('TypeError');
  const [main, host] = await Promise.all([
    page.request.get(new URL('/', address).href),
    page.request.get(`http://localhost:${new URL(address).port}/`),
  ]);
  expect(main.headers()['content-security-policy']).toContain("frame-ancestors 'none'");
  expect(host.headers()['content-security-policy']).toBe(`frame-ancestors ${new URL(address).origin}`);
});

test('--no-console shows the page alone', async ({running, page}) => {
  const address = await running.start(LOYALTY);
  expect(address).toMatch(/^http:\/\/localhost:/);
  await page.goto(address);
  await expect(page.getByRole('heading', {name: '120 points'})).toBeVisible();
  expect(page.frames()).toHaveLength(1);

  const host = await page.request.get(new URL('/', address).href);
  expect(host.headers()['content-security-policy']).toBe("frame-ancestors 'none'");
});

test('the strip shows another target, and a build that fails', async ({running, page}, testInfo) => {
  const folder = testInfo.outputPath('gift-note');
  await cp('fixtures/extensions/gift-note', folder, {recursive: true});
  const target = ['--target', 'purchase.thank-you.block.render'];
  await page.goto(await running.startWithConsole(['dev', folder, '--port', '0', ...target]));
  await expect(page.getByRole('complementary', {name: 'simhost console'})).toContainText(/built in \d+ ms/);

  await page.getByRole('button', {name: /^Target:/}).click();
  const choices = page.getByRole('dialog', {name: 'Target'}).getByRole('button');
  await expect(choices.filter({hasText: 'purchase.thank-you.block.render'})).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  const other = choices.filter({hasNotText: 'purchase.thank-you.block.render'}).first();
  const name = (await other.innerText()).split('\n')[0] ?? '';
  await other.click();
  await expect(page.getByTitle(`Target: ${name}`)).toBeVisible();

  // An empty list names the lines of the TOML without which no request is sent.
  const file = join(folder, 'shopify.extension.toml');
  const toml = await readFile(file, 'utf8');
  await writeFile(file, toml.replace('network_access = true', 'network_access = false'));
  await expect(async () => {
    await page.getByRole('button', {name: 'Clear'}).click();
    await expect(page.getByText('network_access = true')).toBeVisible({timeout: 1000});
  }).toPass();

  await writeFile(file, 'broken =');
  await expect(page.getByText('does not build')).toBeVisible();
});

test('hostile text in headers, URLs, logs and product titles stays text', async ({
  running,
  page,
}, testInfo) => {
  const hostile = `<img src=x onerror="document.title='hostile'">\u202E`;
  const source = `export default () => {
    fetch('https://mirror.example.com/' + encodeURIComponent(${JSON.stringify(hostile)}), {headers: {'x-hostile': '<b>'}}).catch(() => {});
    console.warn(${JSON.stringify(hostile)});
    document.body.append('Sent');
  };`;

  const toml = '  [extensions.capabilities]\n  network_access = true\n';
  const folder = await writeExtension('customer-account.order-status.block.render', source, testInfo, {toml});
  await writeFile(testInfo.outputPath('server.mjs'), HOSTILE_BACKEND);
  const backend = ['--backend', `https://mirror.example.com=node "${testInfo.outputPath('server.mjs')}"`];
  await page.goto(await running.startWithConsole(['dev', folder, '--port', '0', ...backend]));

  const row = page.getByRole('button', {name: /200 GET .*onerror/});
  await row.click();
  await expect(page.getByRole('heading', {level: 2})).toBeVisible();
  await page.getByRole('button', {name: 'All headers'}).last().click();
  await expect(page.getByText(/x-hostile: <x-bold>bold<\/x-bold>/)).toBeVisible();
  await expect(page.getByText('<x-bold>body</x-bold>')).toBeVisible();
  await expectText(page);

  await page.getByRole('tab', {name: 'Calls & logs'}).click();
  await page.getByRole('button', {name: /^Log <img src=x onerror.*‹U\+202E›/}).click();
  await expectText(page);

  await page.getByRole('tab', {name: 'Situation'}).click();
  await page.getByRole('button', {name: 'Edit as JSON: Lines'}).click();
  const lines = page.getByRole('textbox', {name: 'Lines'});
  const [first, ...others] = JSON.parse(await lines.inputValue()) as {merchandise: object}[];
  const merchandise = {...first?.merchandise, title: hostile};
  await lines.fill(JSON.stringify([{...first, merchandise}, ...others]));
  await expect(page.getByRole('button', {name: 'Undo Lines'})).toBeVisible();
  await expectText(page);

  // The rows of the lines have the title too.
  await page.getByRole('tab', {name: 'Requests'}).click();
  await page.getByRole('tab', {name: 'Situation'}).click();
  await expect(page.getByRole('list', {name: 'Lines'})).toContainText('× <img src=x onerror');
  await expectText(page);
});

/** Its headers and its body look like markup. */
const HOSTILE_BACKEND = `
import {createServer} from 'node:http';

const cors = {'access-control-allow-origin': '*', 'access-control-allow-headers': 'x-hostile'};
createServer((request, response) => {
  response.writeHead(200, {...cors, 'content-type': 'text/html', 'x-hostile': '<x-bold>bold</x-bold>'}).end('<x-bold>body</x-bold>');
}).listen(Number(process.env.PORT), '127.0.0.1');
`;

/** Expects that nothing of the shown text became an element or ran. */
async function expectText(page: Page): Promise<void> {
  await expect(page.locator('#console img, #console x-bold')).toHaveCount(0);
  expect(await page.title()).toBe('simhost');
}

test('after a stop and after a kill the open tab connects again, keeps its history, and offers the former situation', async ({
  running,
  page,
}, testInfo) => {
  const folder = await writeExtension(
    'customer-account.order-status.block.render',
    `export default async () => {
      const starts = ((await shopify.storage.read('starts')) ?? 0) + 1;
      await shopify.storage.write('starts', starts);
      document.body.append('Starts: ' + starts);
    };`,
    testInfo,
  );

  await mkdir(`${folder}/node_modules`);
  const address = await running.startWithConsole(['dev', folder]);
  await page.goto(address);
  const frame = page.frameLocator('iframe');
  await expect(frame.getByText('Starts: 1')).toBeVisible();
  running.type('sign-in bea');
  running.type('hold-to-cors off');
  await expect(page.getByRole('button', {name: 'CORS off'})).toBeVisible();

  const list = page.getByRole('list', {name: 'Requests'});
  const reset = page.getByRole('button', {name: /^Reset/});
  for (const [starts, end] of [running.stop, running.kill].entries()) {
    await end();
    await expect(page.getByText('simhost has stopped. This page connects again when it runs.')).toBeVisible();
    await expect(list.getByText('Bea Byron signed in').first()).toBeVisible();
    expect(await running.startWithConsole(['dev', folder])).toBe(address);

    await expect(list.getByText(/^Started,/)).toHaveCount(starts + 2);
    await expect(list.getByText('Bea Byron signed in')).toHaveCount(starts + 1);
    await expect(page.getByRole('button', {name: /^Signed in: Ada/})).toBeVisible();
    await expect(reset).toHaveCount(0);
    await expect(frame.getByText(`Starts: ${starts + 2}`)).toBeVisible();

    await page.getByRole('button', {name: 'As before: Bea Byron, not held to CORS'}).click();
    await expect(page.getByRole('button', {name: /^Signed in: Bea/})).toBeVisible();
    await expect(page.getByRole('button', {name: 'CORS off'})).toBeVisible();
    await expect(page.getByText('simhost has started again.')).toHaveCount(0);
    await expect(reset).toHaveText('Reset 2');
  }
});
