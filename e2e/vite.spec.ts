import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {readdir, readFile} from 'node:fs/promises';
import {createServer as createHttpServer, type IncomingMessage} from 'node:http';
import type {AddressInfo} from 'node:net';
import {join, resolve} from 'node:path';
import type {Duplex} from 'node:stream';
import {expect, type Page, test as base} from '@playwright/test';
import {build, createLogger, createServer, type InlineConfig, type Plugin, preview} from 'vite';
import {simhost, type PluginOptions} from 'simhost/vite';
import {certificate} from '../harness/node/server/certificate.ts';
import {codeBlocks} from './code-blocks.ts';
import {copyBy} from './console-author.ts';
import {launchOptions} from '../harness/node/chromium.ts';
import {runSpecs} from './inner-run.ts';

const PAGE = resolve('fixtures/pages/loyalty');
const ORIGIN = 'https://loyalty.example.com';
const BACKENDS = {[ORIGIN]: {command: `node "${resolve('fixtures/backends/loyalty/server.js')}"`}};

/** A server of Vite in this process. */
interface Served {
  readonly url: string;
  /** The address of the console, once it is printed. */
  console(): Promise<string>;
  /** The lines of the terminal. */
  readonly lines: readonly string[];
}

/** A development server of Vite in this process. */
interface Developed extends Served {
  /** Restarts the server, as Vite does after an edit of `.env`, and resolves with its URL. */
  restart(): Promise<string>;
}

interface Fixtures {
  /** Starts a development server. */
  dev: (config?: InlineConfig) => Promise<Developed>;
  /** Starts a preview of a build. */
  previewed: (config: InlineConfig) => Promise<Served>;
}

const test = base.extend<Fixtures>({
  launchOptions: [async ({}, use) => use(launchOptions()), {scope: 'worker'}],
  dev: async ({}, use) => {
    const closing: (() => Promise<void>)[] = [];
    await use(async (config = {}) => {
      const {lines, customLogger} = terminal();
      const server = await createServer({
        customLogger,
        ...ownConfig(config),
        server: {port: 0, ...config.server},
      });
      closing.push(() => server.close());
      await server.listen();
      const restart = async (): Promise<string> => {
        await server.restart();
        return server.resolvedUrls?.local[0] ?? '';
      };
      return {...served(server.resolvedUrls?.local[0], lines), restart};
    });

    await Promise.all(closing.map((close) => close()));
  },
  previewed: async ({}, use) => {
    const closing: (() => Promise<void>)[] = [];
    await use(async (config) => {
      const {lines, customLogger} = terminal();
      const server = await preview({
        customLogger,
        ...ownConfig(config),
        preview: {port: 0, ...config.preview},
      });
      closing.push(() => server.close());
      return served(server.resolvedUrls?.local[0], lines);
    });

    await Promise.all(closing.map((close) => close()));
  },
});

function ownConfig(config: InlineConfig): InlineConfig {
  return {root: PAGE, ...config, cacheDir: join(PAGE, `node_modules/.vite-${process.pid}`)};
}

function terminal(): {readonly lines: string[]; readonly customLogger: ReturnType<typeof createLogger>} {
  const lines: string[] = [];
  const customLogger = createLogger('silent');
  customLogger.info = (text) => void lines.push(text);
  customLogger.error = (text) => void lines.push(text);
  return {lines, customLogger};
}

function served(url = '', lines: readonly string[]): Served {
  return {
    url,
    lines,
    console: async () => {
      const address = (): string | undefined =>
        /simhost console: (http:\/\/127\S+window)/.exec(lines.join('\n'))?.[1];
      await expect.poll(address).toBeDefined();
      return address() ?? '';
    },
  };
}

/** A configuration without the file of the fixture. */
function withOptions(options: PluginOptions, config: InlineConfig = {}): InlineConfig {
  return {configFile: false, ...config, plugins: [simhost({backends: BACKENDS, ...options})]};
}

const points = (page: Page): ReturnType<Page['locator']> => page.locator('output');

test('a page of vite dev has points, and the console shows its requests, tokens, cases and clock', async ({
  dev,
  page,
  context,
}) => {
  const {url, console} = await dev();
  await page.goto(url);
  await expect(points(page)).toHaveText('120 points');

  const own = await context.newPage();
  await own.goto(await console());
  const rows = own.getByRole('list', {name: 'Requests'}).getByRole('button');

  await test.step('the line of the source is in the detail', async () => {
    await rows.filter({hasText: '/api/points'}).click();
    await expect(own.getByText('Sent by src/points.ts:11:26.')).toBeVisible();
    await own.keyboard.press('Escape');
  });

  await test.step('another customer has other points, without a reload', async () => {
    await own.keyboard.press('g');
    await own.getByRole('button', {name: /^Bea Byron/}).click();
    await page.getByRole('button', {name: 'Refresh'}).click();
    await expect(points(page)).toHaveText('10 points');
  });

  await test.step('an armed case breaks the next token', async () => {
    await own.keyboard.press('Control+k');
    await own.keyboard.type('exp-past-60');
    await own.keyboard.press('Enter');
    await expect(own.getByRole('toolbar', {name: 'The situation'})).toContainText('exp-past-60');
    await page.getByRole('button', {name: 'Refresh'}).click();
    await expect(points(page)).toHaveText('No points: 401');
    await expect(rows.filter({hasText: 'exp-past-60'}).first()).toBeVisible();
  });

  await test.step('the situation has no command that would start this page', async () => {
    await own.getByRole('tab', {name: /^Situation/}).click();
    await expect(own.getByRole('button', {name: 'Copy as test'})).toBeVisible();
    await expect(own.getByRole('button', {name: 'Copy as command'})).toHaveCount(0);
  });
});

test('a page has the platform again after Vite has restarted with the same plugin', async ({dev, page}) => {
  const {restart} = await dev(withOptions({}));
  await restart();
  // No page is open until here: the client of Vite would load it again by itself.
  await page.goto(await restart());
  await expect(points(page)).toHaveText('120 points');
});

test('a server that only transforms files starts no backend', async () => {
  const {lines, customLogger} = terminal();
  const server = await createServer({
    ...ownConfig(withOptions({})),
    customLogger,
    server: {middlewareMode: true},
  });
  expect((await server.transformRequest('/src/points.ts'))?.code).toContain('loyalty.example.com');
  await server.close();
  expect(lines.join('')).not.toMatch(/simhost|Points on/);
});

test('a preview has the platform, and the build has nothing of it', async ({
  previewed,
  page,
  request,
}, testInfo) => {
  const outDir = testInfo.outputPath('built');
  const config: InlineConfig = {configFile: join(PAGE, 'vite.config.ts'), build: {outDir}};
  await build({root: PAGE, logLevel: 'silent', ...config});

  const files = (await readdir(outDir, {recursive: true})).filter((name) =>
    /\.(html|js|css|map)$/.test(name),
  );
  const texts = await Promise.all(files.map((name) => readFile(join(outDir, name), 'utf8')));
  expect(files).toEqual(expect.arrayContaining(['index.html', expect.stringMatching(/^assets.+\.js$/)]));
  expect(texts.join('\n')).not.toMatch(/simhost|msw|51mh/i);

  const {url} = await previewed(config);
  await page.goto(url);
  await expect(points(page)).toHaveText('120 points');

  await test.step('a browser that has the page from a time without the plugin gets it again', async () => {
    const {etag} = (await request.get(url, {headers: {accept: '*/*'}})).headers();
    expect(etag).toBeDefined();
    const asked = {'if-none-match': etag ?? '', 'sec-fetch-dest': 'document'};
    const again = await request.get(url, {headers: asked});
    expect(again.status()).toBe(200);
    expect(await again.text()).toContain('.simhost/page.js');
  });
});

test('a policy that lets scripts run by a nonce lets the first script run', async ({
  dev,
  previewed,
  page,
}, testInfo) => {
  const headers = {'content-security-policy': "script-src 'nonce-abc'"};
  const config: InlineConfig = {
    ...withOptions({}),
    html: {cspNonce: 'abc'},
    build: {outDir: testInfo.outputPath('built')},
    server: {headers},
    preview: {headers},
  };
  const developed = await dev(config);
  await page.goto(developed.url);
  await expect(points(page)).toHaveText('120 points');

  await build({root: PAGE, logLevel: 'silent', ...config});
  const {url} = await previewed(config);
  await page.goto(url);
  await expect(points(page)).toHaveText('120 points');
});

test('base path and HTTPS: the page asks through its own server', async ({dev, browser}) => {
  const https = {key: certificate.key, cert: certificate.cert};
  const {url} = await dev(withOptions({}, {base: '/demo/', server: {https}}));
  expect(url).toMatch(/^https:.+\/demo\/$/);

  const page = await browser.newPage({ignoreHTTPSErrors: true});
  await page.goto(url);
  await expect(points(page)).toHaveText('120 points');
  await page.close();
});

/** Vite in the author's own server, which writes pages without Vite. */
async function inOwnServer(
  mount: string,
  plugin: Plugin,
): Promise<{url: string; restart(): Promise<void>; close(): Promise<void>}> {
  const own = createHttpServer();
  const vite = await createServer({
    root: PAGE,
    configFile: false,
    base: mount,
    logLevel: 'silent',
    appType: 'custom',
    plugins: [plugin],
    server: {middlewareMode: {server: own}},
  });

  own.on('request', (message, out) => {
    vite.middlewares(message, out, () => {
      out.writeHead(200, {'content-type': 'text/html'});
      out.write('<!doctype html><html><head><title>Own</title>');
      out.end(
        `</head><body><output></output><script type="module" src="${mount}src/main.ts"></script></body>`,
      );
    });
  });
  own.listen(0, '127.0.0.1');
  await once(own, 'listening');

  const {port} = own.address() as AddressInfo;
  const close = async (): Promise<void> => {
    await vite.close();
    own.close();
    own.closeAllConnections();
  };
  return {url: `http://127.0.0.1:${port}${mount}`, restart: () => vite.restart(), close};
}

/** A backend of WebSockets that says what it was asked. */
async function echoServer(): Promise<{address: string; asked(page: Page): Promise<object>; close(): void}> {
  const server = createHttpServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');

  const asked = async (page: Page): Promise<object> => {
    const upgrade = once(server, 'upgrade') as Promise<[IncomingMessage, Duplex]>;
    await page.evaluate(`void new WebSocket('wss://live.example.com/feed')`);
    const [{url, headers}, socket] = await upgrade;
    socket.end('HTTP/1.1 404 Not Found\r\n\r\n');
    return {url, origin: headers.origin};
  };

  const {port} = server.address() as AddressInfo;
  return {address: `http://127.0.0.1:${port}`, asked, close: () => void server.close()};
}

test('middlewareMode: pages that the author’s own server writes have the platform', async ({page}) => {
  const echo = await echoServer();
  const backends = {...BACKENDS, 'https://live.example.com': echo.address};
  const {url, restart, close} = await inOwnServer('/shop/', simhost({backends}));
  await page.goto(url);
  await expect(points(page)).toHaveText('120 points');
  expect(await echo.asked(page)).toEqual({url: '/feed', origin: new URL(url).origin});

  await test.step('after a restart, the WebSockets belong to the new page alone', async () => {
    await restart();
    await page.goto(url);
    await expect(points(page)).toHaveText('120 points');
    expect(await echo.asked(page)).toEqual({url: '/feed', origin: new URL(url).origin});
  });

  echo.close();
  await close();
});

test('an app with its own secret gives tokens only to a page that was opened with the printed key', async ({
  dev,
  page,
  request,
}) => {
  const app = {clientId: 'own-client-id', clientSecret: 'own-client-secret'};
  const {url, lines} = await dev(withOptions({app}));
  await page.goto(url);
  const refused = await page.evaluate('shopify.sessionToken.get().catch(({message}) => message)');
  expect(refused).toBe('The page does not know the key of this simulation.');

  const line = (): string | undefined => /#simhost=[\w-]+/.exec(lines.join('\n'))?.[0];
  await expect.poll(line).toBeDefined();
  await page.goto(`${url}${line()}`);
  await page.reload();
  await expect(points(page)).toHaveText('120 points');
  expect(page.url()).toBe(url);

  const script = await (await request.get(`${url}.simhost/page.js`)).text();
  expect(script).toContain('"key":null');
  expect(script).not.toContain(line()?.slice('#simhost='.length));
  expect(lines.join('\n')).not.toContain('own-client-secret');
});

test('pages of other origins cannot read the script, and get nothing from simhost', async ({dev, page}) => {
  const {url} = await dev(withOptions({}));
  const other = await dev(withOptions({}));
  await page.goto(other.url);

  const asked = (path: string, method = 'GET'): Promise<unknown> =>
    page.evaluate(
      ([to = '', how = '']) =>
        fetch(to, {method: how}).then(
          ({status}) => status,
          () => 'blocked',
        ),
      [`${url}${path}`, method],
    );
  expect([403, 'blocked']).toContain(await asked('.simhost/page.js'));
  expect([403, 'blocked']).toContain(await asked('.simhost/page', 'POST'));

  const loaded = await page.evaluate(
    (src) =>
      new Promise((done) => {
        const script = Object.assign(document.createElement('script'), {src});
        script.addEventListener('load', () => done('loaded'));
        script.addEventListener('error', () => done('blocked'));
        document.head.append(script);
      }),
    `${url}.simhost/page.js`,
  );
  expect(loaded).toBe('blocked');
});

test('a page follows the clock, keeps its WebSocket, and takes no token to a host without a backend', async ({
  dev,
  page,
  context,
}) => {
  const echo = await echoServer();
  const {url, console} = await dev(
    withOptions({backends: {...BACKENDS, 'https://live.example.com': echo.address}}),
  );
  await page.goto(url);
  await expect(points(page)).toHaveText('120 points');

  await test.step('a WebSocket to a mapped origin reaches its backend, with the origin of the page', async () => {
    expect(await echo.asked(page)).toEqual({url: '/feed', origin: new URL(url).origin});
    echo.close();
  });

  await test.step('a token never leaves this machine', async () => {
    const status = await page.evaluate(`(async () => {
      const authorization = 'Bearer ' + (await shopify.sessionToken.get());
      return (await fetch('https://unmapped.example.com/api', {headers: {authorization}})).status;
    })()`);
    expect(status).toBe(502);

    const own = await context.newPage();
    await own.goto(await console());
    await own.getByRole('list', {name: 'Requests'}).getByRole('button').last().click();
    await expect(
      own.getByText("backends: {'https://unmapped.example.com': 'http://localhost:3000'}"),
    ).toBeVisible();
    await own.keyboard.press('Escape');

    await own.keyboard.press('Control+k');
    await own.keyboard.type('1d');
    await own.keyboard.press('Enter');
  });

  await test.step('the Date of the page follows the clock', async () => {
    const ahead = (): Promise<number> =>
      page.evaluate('Math.round((Date.now() - performance.timeOrigin) / 3600000)');
    await expect.poll(ahead).toBe(24);
  });
});

test('a page of vite dev in a test of host.inject belongs to the test', async ({dev, request}, testInfo) => {
  const {url} = await dev(withOptions({customer: 'bea'}));
  const {stdout} = await runSpecs(testInfo.outputPath('injected'), {
    'injected.spec.ts': `import {test, expect} from 'simhost/playwright';
      test.use({backends: ${JSON.stringify(BACKENDS)}});
      test('ada', async ({host, page}) => {
        await host.inject(page);
        await page.goto('${url}');
        await expect(page.locator('output')).toHaveText('120 points');
        await expect(host.requests).toHaveRequest('${ORIGIN}/api/points', {token: {sub: host.customer.id}});
      });`,
  });
  expect(stdout).toMatch(/✓.*injected\.spec\.ts/);
  expect((await request.get(url)).ok()).toBe(true);
});

test('Copy as test gives a test of the page that passes', async ({dev, page, context}, testInfo) => {
  const {url, console} = await dev(withOptions({}));
  await page.goto(url);
  await expect(points(page)).toHaveText('120 points');
  await page.getByRole('button', {name: 'Refresh'}).click();

  const own = await context.newPage();
  const address = await console();
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], {origin: new URL(address).origin});
  await own.goto(address);
  await own.getByRole('tab', {name: /^Situation/}).click();
  const copied = await copyBy(own, () => own.getByRole('button', {name: 'Copy as test'}).click());
  expect(copied).toContain(`await host.inject(page);\n  await page.goto('${url}');`);
  expect(copied).toContain("await page.getByRole('button', {name: 'Refresh'}).click();");
  expect(copied).toContain(`toHaveRequest('${ORIGIN}/api/points', {status: 200, token: {sub:`);

  // The test runs outside of the project in which it was copied.
  const moved = copied.replace("cwd: 'fixtures/pages/loyalty'", `cwd: ${JSON.stringify(PAGE)}`);
  const {stdout} = await runSpecs(testInfo.outputPath('copied'), {'copied.spec.ts': moved});
  expect(stdout, copied).toMatch(/✓.*copied\.spec\.ts/);
});

test('the command vite ends in order, and so does its backend', async () => {
  const vite = spawn(process.execPath, ['node_modules/vite/bin/vite.js', PAGE, '--port', '0'], {
    stdio: 'pipe',
  });
  const lines: string[] = [];
  vite.stdout.on('data', (chunk: Buffer) => lines.push(chunk.toString()));
  const found = (pattern: RegExp) => (): string | undefined => pattern.exec(lines.join(''))?.[1];

  await expect.poll(found(/Points on (http:\S+)/)).toBeDefined();
  const backend = found(/Points on (http:\S+)/)() ?? '';
  expect((await fetch(`${backend}/api/points`)).status).toBe(401);

  const ended = once(vite, 'exit');
  vite.kill('SIGINT');
  await ended;
  await expect(fetch(`${backend}/api/points`)).rejects.toThrow('fetch failed');
});

test('two servers of one project have separate simulations', async ({dev, page, context}) => {
  const [one, two] = await Promise.all([dev(withOptions({})), dev(withOptions({customer: 'bea'}))]);
  await page.goto(one.url);
  const second = await context.newPage();
  await second.goto(two.url);

  await expect(points(page)).toHaveText('120 points');
  await expect(points(second)).toHaveText('10 points');
  expect(await one.console()).not.toBe(await two.console());
});

test('a backend that does not start is reported in the terminal and in the page', async ({dev, page}) => {
  const failed = `node -e "process.exit(3)"`;
  const {url, lines} = await dev(withOptions({backends: {[ORIGIN]: {command: failed}}}));
  const said = page.waitForEvent('console', (message) => message.text().includes('simhost did not start'));
  await page.goto(url);

  expect((await said).text()).toContain('process.exit(3)');
  expect(lines.join('\n')).toContain('simhost did not start');
});

test('docs/browser.md shows the configuration of the sample', async () => {
  const blocks = codeBlocks(await readFile('docs/browser.md', 'utf8'), 'ts');
  expect(blocks).toContain(await readFile('fixtures/storybook/vite.config.ts', 'utf8'));
});

test('a wrong option ends the start of the server by name', async () => {
  const started = createServer({
    root: PAGE,
    configFile: false,
    logLevel: 'silent',
    plugins: [simhost({customer: 'adda' as 'ada'})],
  });
  await expect(started).rejects.toThrow('Did you mean "ada"?');
});
