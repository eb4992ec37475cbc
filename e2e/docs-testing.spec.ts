import {cp, mkdir, readFile, writeFile} from 'node:fs/promises';
import {join, resolve} from 'node:path';
import {runInNewContext} from 'node:vm';
import {expect, test} from '@playwright/test';
import {codeBlocks} from './code-blocks.ts';
import {freePort} from '../harness/node/server/free-port.ts';
import {runSpecs} from './inner-run.ts';
import {writeExtensionFolder} from './written-extension.ts';

/** The beginning of a test, with a title in quotation marks of either kind. */
const TEST = /\btest\(['"]/;

test.setTimeout(240_000); // a whole inner run

test('every test of docs/testing.md and docs/clock.md passes', async ({}, info) => {
  const folder = info.outputPath('tasks');
  await mkdir(folder, {recursive: true});
  for (const name of ['loyalty', 'gift-note', 'second-look'])
    await cp(`fixtures/extensions/${name}`, join(folder, 'extensions', name), {recursive: true});
  await cp('fixtures/backends/loyalty/server.js', join(folder, 'server.js'));
  await cp('fixtures/backends/gift-note/server.js', join(folder, 'gifts.js'));
  await writeSmallExtension(folder, 'wishlist', 'customer-account.page.render', WISHLIST);
  await writeSmallExtension(folder, 'addresses', 'purchase.address-autocomplete.suggest', ADDRESSES);

  const [config = '', ...tasks] = await blocksOf('docs/testing.md');
  const blocks = [...tasks, ...(await blocksOf('docs/clock.md'))];
  const {stdout} = await runSpecs(folder, specsOf(blocks), {use: configOf(config).use});

  expect(testsIn(blocks)).toBeGreaterThan(20);
  // One of them runs for each of three origins.
  expect(stdout, stdout).toContain(`${testsIn(blocks) + 2} passed`);
});

test('every test of docs/get-started.md passes in a project of its kind', async ({}, info) => {
  const folder = info.outputPath('started');
  await mkdir(folder, {recursive: true});
  await cp('fixtures/extensions/loyalty', join(folder, 'extensions/loyalty'), {recursive: true});
  await cp('fixtures/backends/loyalty/server.js', join(folder, 'server.js'));
  await cp('fixtures/extensions/product-notes', join(folder, 'extensions/product-notes'), {recursive: true});
  await cp('fixtures/storefronts/orders', join(folder, 'storefront'), {recursive: true});
  await writeFile(join(folder, 'index.html'), DEMO);

  // The port of the page may be taken on this machine.
  const port = String(await freePort());
  const blocks = (await blocksOf('docs/get-started.md')).map((code) => code.replaceAll('5180', port));
  const configs = blocks.filter((code) => code.includes('defineConfig')).map(configOf);
  const tests = blocks
    .filter((code) => TEST.test(code))
    .map((code) => (code.includes('mini.open') ? withMini(code) : code))
    .map((code) => (code.includes('product-notes') ? withScope(code) : code));
  expect([configs.length, testsIn(tests)]).toEqual([2, 8]);

  const [{use} = {use: {}}, {webServer} = {}] = configs;
  const vite = resolve('node_modules/vite/bin/vite.js');
  const server = {...webServer, command: webServer?.command.replace('npx vite', `node "${vite}"`) ?? ''};
  const {stdout} = await runSpecs(folder, specsOf(tests), {use, webServer: server});
  expect(stdout, stdout).toContain('8 passed');
});

async function blocksOf(page: string): Promise<string[]> {
  return codeBlocks(await readFile(page, 'utf8'), 'ts').filter((code) => !code.startsWith('await '));
}

/** Writes each block to a separate file. */
function specsOf(blocks: readonly string[]): Record<string, string> {
  const named = blocks.map((code, index) => [
    `example-${String(index).padStart(2, '0')}.spec.ts`,
    specOf(code),
  ]);
  return Object.fromEntries(named) as Record<string, string>;
}

function testsIn(blocks: readonly string[]): number {
  return blocks.join('\n').split(TEST).length - 1;
}

/** Puts the sample Mini and its backend, which have their own packages, in place of those of the page. */
function withMini(code: string): string {
  return code
    .replace("'minis/points'", `'${resolve('fixtures/minis/points')}'`)
    .replace('node server.js', `node "${resolve('fixtures/backends/points/server.js')}"`);
}

/** Adds the scope that an author's app has in its file. */
function withScope(code: string): string {
  return `${code}\ntest.use({app: {scopes: ['read_products']}});\n`;
}

/** Adds the imports that a page shows once. */
function specOf(code: string): string {
  return code.includes("from 'simhost/playwright'")
    ? code
    : `import {test, expect} from 'simhost/playwright';\n${code}`;
}

interface ShownConfig {
  use: object;
  webServer?: {command: string; url: string};
}

/** Reads a config that a page shows. */
function configOf(source: string): ShownConfig {
  const [, object] = /defineConfig\((\{[^]*\})\);/.exec(source) ?? [];
  if (object === undefined) throw new Error('The page shows no config.');
  return runInNewContext(`(${object})`) as ShownConfig;
}

async function writeSmallExtension(
  root: string,
  handle: string,
  target: string,
  source: string,
): Promise<void> {
  await writeExtensionFolder(join(root, 'extensions', handle), {handle, target, source});
}

const WISHLIST = `export default () => {
  const button = Object.assign(document.createElement('s-button'), {textContent: 'Save'});
  button.addEventListener('click', () => shopify.toast.show('Item saved'));
  const share = Object.assign(document.createElement('s-button'), {textContent: 'Share'});
  share.addEventListener('click', () => {
    throw new Error('No address to share');
  });
  document.body.append(button, share);
};
`;

const DEMO = `<!doctype html><title>Demo</title><output></output>
<script type="module">
  const headers = {authorization: 'Bearer ' + (await shopify.sessionToken.get())};
  const response = await fetch('https://loyalty.example.com/api/points', {headers});
  document.querySelector('output').textContent = (await response.json()).points + ' points';
</script>
`;

const ADDRESSES = `export default ({target}) => ({
  suggestions: ['12 Engine Street', '7 Loom Lane']
    .filter((label) => label.startsWith(target.value))
    .map((label) => ({id: label, label})),
});
`;
