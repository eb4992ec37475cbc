import {execFile} from 'node:child_process';
import {readFile, readdir} from 'node:fs/promises';
import {createServer} from 'node:http';
import type {IncomingMessage, ServerResponse} from 'node:http';
import type {AddressInfo} from 'node:net';
import {extname, join, resolve, sep} from 'node:path';
import {promisify} from 'node:util';
import {expect} from '@playwright/test';
import {test as base} from '../cli.fixture.ts';

const DOCS = resolve('docs');
const SITE = join(DOCS, '.vitepress/dist');

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.png': 'image/png',
};

interface Site {
  readonly origin: string;
  /** The HTML of each page by its path: `/docs/testing.html`. */
  readonly pages: ReadonlyMap<string, string>;
}

const test = base.extend<object, {site: Site}>({
  /** The site, built and served. */
  site: [
    async ({}, use) => {
      await npm('ci', '--no-audit', '--no-fund');
      // VitePress fails if a link in a page leads to no page.
      await npm('run', 'build');

      const server = createServer((request, response) => void answer(request, response));
      await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
      const {port} = server.address() as AddressInfo;
      await use({origin: `http://127.0.0.1:${port}`, pages: await readPages()});
      await new Promise((done) => server.close(done).closeAllConnections());
    },
    {scope: 'worker', timeout: 600_000}, // packages come over the network
  ],
});

test.describe.configure({mode: 'default'}); // one build for all

test('every link of the site leads to a page, and to a heading of it', ({site: {pages}}) => {
  const ids = new Map([...pages].map(([path, html]) => [path, idsOf(html)]));
  const dead = [...pages].flatMap(([path, html]) =>
    linksOf(html)
      .filter(({target, id}) => {
        const found = ids.get(pathOf(target, path));
        return found === undefined || (id !== undefined && !found.has(id));
      })
      .map(({target, id}) => `${path}: ${target}${id === undefined ? '' : `#${id}`}`),
  );

  expect(pages.size).toBeGreaterThan(20);
  expect(dead).toEqual([]);
});

test('every page opens without an error, and asks no other host', async ({site: {origin, pages}, page}) => {
  test.setTimeout(300_000); // dozens of pages
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(`${page.url()}: ${error.message}`));
  page.on('request', (request) => {
    if (/^https?:/.test(request.url()) && new URL(request.url()).origin !== origin)
      problems.push(`${page.url()} asks another host: ${request.url()}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) problems.push(`${page.url()}: ${response.status()} for ${response.url()}`);
  });

  for (const path of pages.keys()) {
    await page.goto(`${origin}${path}`, {waitUntil: 'networkidle'});
    await expect(page.getByRole('main').getByRole('heading', {level: 1}), path).toHaveCount(1);
  }

  expect(problems).toEqual([]);
});

test('the search finds a case, and pages fit a phone in a dark colour scheme', async ({
  site: {origin},
  browser,
}) => {
  const page = await browser.newPage({viewport: {width: 390, height: 844}, colorScheme: 'dark'});
  await page.goto(`${origin}/docs/fixtures.html`);
  await expect(page.locator('html')).toHaveClass(/dark/);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);

  await page.getByRole('button', {name: 'Search'}).click();
  await page.getByRole('searchbox').fill('exp-past-60');
  await expect(page.getByRole('option').first()).toBeVisible();
  await page.close();
});

async function npm(...args: readonly string[]): Promise<void> {
  await promisify(execFile)('npm', args, {cwd: DOCS});
}

async function readPages(): Promise<ReadonlyMap<string, string>> {
  const files = (await readdir(SITE, {recursive: true})).filter(
    (file) => file.endsWith('.html') && file !== '404.html',
  );

  const entries = files.map(
    async (file) => [`/${file.replaceAll(sep, '/')}`, await readFile(join(SITE, file), 'utf8')] as const,
  );
  return new Map(await Promise.all(entries));
}

function idsOf(html: string): ReadonlySet<string> {
  return new Set([...html.matchAll(/ id="([^"]+)"/g)].map(([, id = '']) => id));
}

/** Lists the links to pages of the site: those in the text and those in menus. */
function linksOf(html: string): readonly {target: string; id: string | undefined}[] {
  return [...html.matchAll(/<a [^>]*href="([^"#]*)(?:#([^"]+))?"/g)]
    .map(([, target = '', id]) => ({target, id: id && decodeURIComponent(id.replaceAll('&amp;', '&'))}))
    .filter(({target}) => !/^[a-z]+:/.test(target));
}

function pathOf(target: string, from: string): string {
  const {pathname} = new URL(target, `http://site${from}`);
  return pathname.endsWith('/') ? `${pathname}index.html` : pathname;
}

async function answer({url = '/'}: IncomingMessage, response: ServerResponse): Promise<void> {
  const path = decodeURIComponent(new URL(url, 'http://site').pathname);
  const file = join(SITE, path.endsWith('/') ? `${path}index.html` : path);
  const content = file.startsWith(SITE) ? await readFile(file).catch(() => null) : null;
  const type = TYPES[extname(file)] ?? 'application/octet-stream';
  response.writeHead(content === null ? 404 : 200, {'content-type': type}).end(content);
}
