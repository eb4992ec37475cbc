import {mkdtemp, rename, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join, resolve} from 'node:path';
import {expect, test as base} from 'simhost/playwright';

const ORIGIN = 'https://hot.example.com';

const FILES = {
  'index.html': `<!doctype html>
<html lang="en">
  <head>
    <meta name="shopify-api-key" content="key">
    <script src="https://cdn.shopify.com/shopifycloud/app-bridge.js"></script>
    <title>Hot</title>
  </head>
  <body><h1></h1><script type="module" src="/main.js"></script></body>
</html>`,
  'main.js': `import {title} from './title.js';
const show = (text) => { document.querySelector('h1').textContent = text; };
show(title);
import.meta.hot.accept('./title.js', (changed) => show(changed.title));`,
  'title.js': titled('Before the edit'),
  // The client connects to the host of the app, as apps of Shopify's template have it.
  'vite.config.js': `const {FRONTEND_PORT, HOST, PORT, SHOPIFY_APP_URL} = process.env;
const {hostname} = new URL(SHOPIFY_APP_URL);
export default {
  server: {
    host: HOST,
    port: Number(PORT),
    strictPort: true,
    allowedHosts: [hostname],
    hmr: {protocol: 'wss', host: hostname, port: Number(FRONTEND_PORT), clientPort: 443},
  },
};`,
};

/** Writes the module that the page shows. */
function titled(title: string): string {
  return `export const title = '${title}';`;
}

/** Saves a file in one step. While a file is written, it is empty, and Vite may pass that on as the edit. */
async function save(file: string, text: string): Promise<void> {
  await writeFile(`${file}.new`, text);
  await rename(`${file}.new`, file);
}

/** An app in its own folder, which Vite serves. Vite does not watch files below `test-results`. */
const test = base.extend<{folder: string}>({
  folder: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'simhost-hot-'));
    for (const [name, text] of Object.entries(FILES)) await writeFile(join(folder, name), text);
    await use(folder);
    await rm(folder, {recursive: true});
  },
  backends: async ({folder}, use) => {
    await use({[ORIGIN]: {command: `node ${resolve('node_modules/vite/bin/vite.js')}`, cwd: folder}});
  },
});

test.use({app: {clientId: 'key', clientSecret: 'secret of the hot app', url: ORIGIN}});

test('an edit of an app that Vite serves is shown in the frame, without another load', async ({
  admin,
  folder,
}) => {
  const app = await admin.open();
  await expect(app.getByRole('heading', {name: 'Before the edit'})).toBeVisible();
  await admin.logs.waitFor('[vite] connected.');
  await app.locator('html').evaluate((html) => html.setAttribute('data-same', 'yes'));

  await save(join(folder, 'title.js'), titled('After the edit'));
  await expect(app.getByRole('heading', {name: 'After the edit'})).toBeVisible();
  await expect(app.locator('html')).toHaveAttribute('data-same', 'yes');
});
