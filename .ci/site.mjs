// Builds the documentation site and opens each of its pages. It needs `npm run build`, for the browser that tests use.
import {execSync} from 'node:child_process';
import {existsSync, readFileSync, readdirSync} from 'node:fs';
import {createServer} from 'node:http';
import {extname, join} from 'node:path';
import {chromium} from '@playwright/test';
import {launchOptions} from '../dist/node/chromium.js';
import {installLocked} from './install-locked.mjs';

const DOCS = join(import.meta.dirname, '../docs');
const SITE = join(DOCS, '.vitepress/dist');

const TYPES = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

installLocked(DOCS);
// VitePress fails if a link leads to no page.
execSync('npm run build', {cwd: DOCS, stdio: 'inherit'});

const pages = readdirSync(SITE, {recursive: true}).filter(
  (file) => file.endsWith('.html') && file !== '404.html',
);

const problems = [...deadLinks(pages), ...(await problemsInBrowser(pages))];
for (const problem of problems) console.error(problem);
console.log(`site: ${pages.length} pages, ${problems.length} problems`);
process.exitCode = pages.length > 20 && problems.length === 0 ? 0 : 1;

/** Lists links that lead to no page, or to no heading of it. VitePress checks neither fragments nor its own menus. */
function deadLinks(files) {
  const texts = new Map(files.map((file) => [`/${file}`, readFileSync(join(SITE, file), 'utf8')]));
  const ids = new Map(
    [...texts].map(([path, html]) => [
      path,
      new Set([...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)),
    ]),
  );

  return [...texts].flatMap(([path, html]) =>
    [...html.matchAll(/<a [^>]*href="([^"#]*)(?:#([^"]+))?"/g)]
      .filter(([, target]) => !/^[a-z]+:/.test(target))
      .filter(([, target, id]) => {
        const found = ids.get(pathOf(target, path));
        return found === undefined || (id !== undefined && !found.has(decode(id)));
      })
      .map(([, target, id]) => `${path}: a dead link to ${target}${id === undefined ? '' : `#${id}`}`),
  );
}

function pathOf(target, from) {
  const {pathname} = new URL(target, `http://site${from}`);
  return pathname.endsWith('/') ? `${pathname}index.html` : pathname;
}

function decode(fragment) {
  return decodeURIComponent(fragment.replaceAll('&amp;', '&'));
}

/** Opens each page, and searches once. Lists requests to other hosts, failed requests, and errors of scripts. */
async function problemsInBrowser(files) {
  const server = createServer(answer);
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${server.address().port}`;

  const browser = await chromium.launch(launchOptions());
  const found = [];
  try {
    const page = await browser.newPage();
    page.on('request', (request) => {
      if (!/^(?:data|blob):/.test(request.url()) && new URL(request.url()).origin !== origin)
        found.push(`${page.url()} asks another host: ${request.url()}`);
    });
    page.on('response', (response) => {
      if (response.status() >= 400) found.push(`${page.url()}: ${response.status()} for ${response.url()}`);
    });
    page.on('pageerror', (error) => found.push(`${page.url()}: ${error}`));

    for (const file of files) {
      await page.goto(`${origin}/${file}`, {waitUntil: 'networkidle'});
      if ((await page.getByRole('main').getByRole('heading', {level: 1}).count()) !== 1)
        found.push(`${page.url()} has not exactly one heading of the first level`);
    }

    await page.getByRole('button', {name: 'Search'}).click();
    await page.getByRole('searchbox').fill('exp-past-60');
    await page.getByRole('option').first().waitFor();
  } finally {
    await browser.close();
    server.close();
  }

  return found;
}

/** Answers with a file of the site. */
function answer(request, response) {
  const path = decodeURIComponent(new URL(request.url, 'http://site').pathname);
  const file = join(SITE, path.endsWith('/') ? `${path}index.html` : path);
  if (!file.startsWith(SITE) || !existsSync(file)) {
    response.writeHead(404).end();
    return;
  }

  response.writeHead(200, {'content-type': TYPES[extname(file)] ?? 'application/octet-stream'});
  response.end(readFileSync(file));
}
