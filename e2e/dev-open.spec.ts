import {chmod, readFile, writeFile} from 'node:fs/promises';
import {existsSync} from 'node:fs';
import {chromium, expect} from '@playwright/test';
import type {Page, TestInfo} from '@playwright/test';
import {findChromium} from '../harness/node/chromium.ts';
import {simhost, test} from './cli.fixture.ts';

const MIRROR = 'https://mirror.example.com';
const DEV = ['dev', 'fixtures/extensions/styles/dom', '--open'];

test('--open shows the page on the origin of the platform, with a profile of its own, as in tests', async ({
  running,
}, testInfo) => {
  const browser = await browserWithWindow(testInfo);
  const backend = `${MIRROR}=node fixtures/backends/mirror/server.js`;
  const address = await running.start([...DEV, '--backend', backend], {SIMHOST_BROWSER: browser.path});
  const opened = await running.line(' opens https://shopify.com/');

  await browser.use(async (page) => {
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

  await browser.use(async (page) => {
    await page.getByRole('button', {name: 'Ask the backend'}).click();
    await running.line('Access-Control-Allow-Headers lacks "authorization"');
    await running.line('TypeError: Failed to fetch');
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

interface WindowedBrowser {
  /** The path of its executable. */
  readonly path: string;
  /** The arguments of its start, and its profile. */
  started(): Promise<{readonly args: readonly string[]; readonly profile: string}>;
  /** Connects to it, and waits for the page of the platform. */
  use(run: (page: Page) => Promise<void>): Promise<void>;
}

/** Writes an executable that starts the browser of the tests without its window, which test machines do not have. */
async function browserWithWindow(testInfo: TestInfo): Promise<WindowedBrowser> {
  const path = testInfo.outputPath('windowed-browser.cjs');
  const record = testInfo.outputPath('arguments.json');
  await writeExecutable(
    path,
    `const args = process.argv.slice(2);
    require('node:fs').writeFileSync(${JSON.stringify(record)}, JSON.stringify(args));
    const child = require('node:child_process').spawn(
      ${JSON.stringify(findChromium()?.path)},
      ['--headless', '--remote-debugging-port=0', ...args],
      {stdio: 'inherit'},
    );
    process.on('SIGTERM', () => child.kill());
    child.on('exit', () => process.exit(0));`,
  );

  const started = async (): Promise<{args: readonly string[]; profile: string}> => {
    const args = JSON.parse(await readFile(record, 'utf8')) as readonly string[];
    const profile = args.find((each) => each.startsWith('--user-data-dir='))?.split('=')[1] ?? '';
    return {args, profile};
  };

  return {
    path,
    started,
    use: async (run) => {
      await expect.poll(() => existsSync(record)).toBe(true);
      const {profile} = await started();
      const active = (): Promise<string> => readFile(`${profile}/DevToolsActivePort`, 'utf8').catch(() => '');
      await expect.poll(active).toMatch(/^\d+\n/);

      const [port = ''] = (await active()).split('\n');
      const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
      const pages = (): Page[] => browser.contexts().flatMap((context) => context.pages());
      const isPlatforms = (page: Page): boolean => page.url().startsWith('https://shopify.com/');
      await expect.poll(() => pages().some(isPlatforms)).toBe(true);

      const page = pages().find(isPlatforms);
      if (page === undefined) throw new Error('The browser has no page of the platform.');
      await run(page);
      await browser.close();
    },
  };
}

async function writeExecutable(path: string, script: string): Promise<void> {
  await writeFile(path, `#!${process.execPath}\n${script}\n`);
  await chmod(path, 0o755);
}
