import {existsSync} from 'node:fs';
import {writeFile} from 'node:fs/promises';
import {resolve} from 'node:path';
import {pathToFileURL} from 'node:url';
import {expect} from '@playwright/test';
import {simhost, test} from './cli.fixture.ts';
import {browserWithWindow, writeExecutable} from './windowed-browser.ts';
import {writeSmallMini} from './small-mini.ts';

const MIRROR = 'https://mirror.example.com';
const PLATFORM = 'https://shopify.com';
const STORE = 'https://acme.myvtex.com';
const DEV = ['dev', 'fixtures/extensions/styles/dom', '--open'];

/** The sample, whose policy here forbids inline scripts and requests to its own origin. It stays in force. */
const STORE_WITH_POLICY = `
import {ServerResponse} from 'node:http';

const {writeHead} = ServerResponse.prototype;
const policy = "default-src 'self'; connect-src ${MIRROR}";
ServerResponse.prototype.writeHead = function (status, headers) {
  return writeHead.call(this, status, {...headers, 'content-security-policy': policy});
};
await import(${JSON.stringify(pathToFileURL(resolve('fixtures/storefronts/orders/server.js')).href)});
`;

test('--open shows the page on the origin of the platform, with a separate profile, as in tests', async ({
  running,
}, testInfo) => {
  const browser = await browserWithWindow(testInfo);
  const backend = `${MIRROR}=node fixtures/backends/mirror/server.js`;
  const address = await running.start([...DEV, '--backend', backend], {SIMHOST_BROWSER: browser.path});
  const opened = await running.line(' opens https://shopify.com/');

  await browser.use(PLATFORM, async (page) => {
    await expect(page.getByText('Not asked yet')).toBeVisible();
    expect(await page.evaluate(() => ({origin: location.origin, pathname: location.pathname}))).toMatchObject(
      {
        origin: 'https://shopify.com',
        pathname: expect.stringMatching(/^\/\d+\/account\/orders\/\d+$/),
      },
    );

    await page.getByRole('button', {name: 'Ask the backend'}).click();
    await expect(page.getByText('Backend saw gid://shopify/Customer/7001')).toBeVisible();
    expect(await running.line(`GET ${MIRROR}/api/seen -> 200`)).toContain('preflight allowed');

    // One simulation has both pages.
    running.type('sign-in bea');
    await running.line('Bea Byron is signed in.');
    await page.getByRole('button', {name: 'Ask the backend'}).click();
    await expect(page.getByText('Backend saw gid://shopify/Customer/7002')).toBeVisible();

    const id = await page.evaluate(() => location.hash.slice(1));
    expect(id).toMatch(/^[\da-f-]{36}$/);
    const {args, profile} = await browser.started();
    expect(args.join(' ')).not.toContain(id);
    expect(args.join(' ')).not.toContain(new URL(address).hash.slice(1));
    expect(`${opened}${running.output()}`).not.toContain(id);
    expect(existsSync(profile)).toBe(true);
  });

  const {profile} = await browser.started();
  await running.stop();
  expect(existsSync(profile)).toBe(false);
});

test('a browser of --open refuses what production refuses, also without the hold to CORS', async ({
  running,
}, testInfo) => {
  const browser = await browserWithWindow(testInfo);
  const backend = `${MIRROR}=PREFLIGHT=no-authorization node fixtures/backends/mirror/server.js`;
  await running.start([...DEV, '--backend', backend, '--no-hold-to-cors'], {SIMHOST_BROWSER: browser.path});

  await browser.use(PLATFORM, async (page) => {
    await page.getByRole('button', {name: 'Ask the backend'}).click();
    await running.line('Access-Control-Allow-Headers lacks "authorization"');
    await running.line('TypeError: Failed to fetch');
  });
});

test('--open shows a Mini at its dev server, with the preflights and the rules of tests', async ({
  running,
}, testInfo) => {
  const browser = await browserWithWindow(testInfo);
  const dir = testInfo.outputPath('mini');
  await writeSmallMini(dir, ['mirror.example.com']);
  const backend = `${MIRROR}=node fixtures/backends/mirror/server.js`;
  await running.start(['dev', dir, '--port', '0', '--backend', backend, '--open'], {
    SIMHOST_BROWSER: browser.path,
  });
  const opened = await running.line(' opens Written at http://localhost:');
  const origin = /http:\/\/localhost:\d+/.exec(opened)?.[0] ?? '';

  await browser.use(origin, async (page) => {
    await expect(page.frameLocator('iframe').getByRole('heading', {name: 'Written'})).toBeVisible();
    expect(page.url()).toBe(`${origin}/`);
    const frame = page.frames().at(-1);
    const ask = (url: string): Promise<string> | undefined =>
      frame?.evaluate(
        async (address) => (await fetch(address, {headers: {authorization: 'Bearer none'}})).text(),
        url,
      );

    const seen = JSON.parse((await ask(`${MIRROR}/api/seen`)) ?? '') as {headers: Record<string, string>};
    expect(seen.headers).toMatchObject({host: 'mirror.example.com', origin});
    expect(seen.headers['user-agent']).toContain('iPhone');
    expect(await running.line(`GET ${MIRROR}/api/seen -> 401`)).toContain('preflight allowed');
    expect(
      await frame?.evaluate(() => performance.getEntriesByType('resource').map(({name}) => name)),
    ).toContain(`${MIRROR}/api/seen`);

    await ask('https://other.example.com/')?.catch(() => '');
    await running.line('other.example.com is not among the trusted_domains of ');

    running.type('set 2031-01-01T00:00:00Z');
    await expect.poll(() => frame?.evaluate(() => new Date().getFullYear())).toBe(2031);
  });
});

test('--open shows a store at its own address, with the cookies of its login', async ({
  running,
}, testInfo) => {
  const browser = await browserWithWindow(testInfo);
  const server = testInfo.outputPath('server.mjs');
  await writeFile(server, STORE_WITH_POLICY);
  const backends = ['--backend', `${STORE}=node "${server}"`];
  backends.push('--backend', `${MIRROR}=node fixtures/backends/mirror/server.js`);
  await running.start(['dev', ...backends, '--open', '--port', '0'], {SIMHOST_BROWSER: browser.path});
  await running.line(` opens ${STORE}/, with origins`);

  await browser.use(STORE, async (page) => {
    await expect(page.getByRole('status')).toHaveText('Signed in as ada@example.com');
    expect(page.url()).toBe(`${STORE}/`);
    expect(await page.context().cookies(STORE)).toContainEqual(
      expect.objectContaining({name: 'VtexIdclientAutCookie_acme', httpOnly: true, secure: true}),
    );

    await page.evaluate((url) => fetch(url, {headers: {authorization: 'none'}}), `${MIRROR}/api/seen`);
    expect(await running.line(`GET ${MIRROR}/api/seen -> 401`)).toContain('preflight allowed');

    running.type('sign-in bea');
    await expect(page.getByRole('status')).toHaveText('Signed in as bea@engines.example');
    await expect(page.getByRole('listitem')).toHaveCount(1);
    running.type('set 2031-01-01T00:00:00Z');
    await expect.poll(() => page.evaluate(() => new Date().getFullYear())).toBe(2031);
  });
});

test('a browser that ends by itself is reported with its last lines, and "open" opens it again', async ({
  running,
}, testInfo) => {
  const path = testInfo.outputPath('broken-browser.cjs');
  await writeExecutable(path, `console.error('Missing X server'); process.exit(7);`);
  await running.start(DEV, {SIMHOST_BROWSER: path});
  await running.line(`The browser ${path} ended: exit code 7.`);
  await running.line('Missing X server');

  await writeExecutable(path, 'process.exit(0);');
  running.type('open');
  await running.line('The browser is closed. Type "open" to open it again.');
});

test('a headless shell is refused by name, with the package to install', async ({}, testInfo) => {
  const path = testInfo.outputPath('chromium-headless-shell');
  await writeExecutable(path, '');
  const {code, stderr} = await simhost([...DEV, '--port', '0'], {SIMHOST_BROWSER: path});

  expect(code).toBe(1);
  expect(stderr).toContain(`${path} is a headless shell, which shows no window.`);
  expect(stderr).toContain('install the package chromium');
});
