import {cp, mkdir, readFile, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {expect, test} from '@playwright/test';
import {codeBlocks} from './code-blocks.ts';
import {runSpecs} from './inner-run.ts';

test.setTimeout(240_000); // a whole run of its own

test('every test of docs/testing.md passes', async ({}, info) => {
  const folder = info.outputPath('tasks');
  await mkdir(folder, {recursive: true});
  for (const name of ['loyalty', 'gift-note', 'second-look'])
    await cp(`fixtures/extensions/${name}`, join(folder, 'extensions', name), {recursive: true});
  await cp('fixtures/backends/loyalty/server.js', join(folder, 'server.js'));
  await cp('fixtures/backends/gift-note/server.js', join(folder, 'gifts.js'));
  await writeSmallExtension(folder, 'wishlist', 'customer-account.page.render', WISHLIST);
  await writeSmallExtension(folder, 'addresses', 'purchase.address-autocomplete.suggest', ADDRESSES);

  const [config = '', ...blocks] = codeBlocks(await readFile('docs/testing.md', 'utf8'), 'ts');
  const {stdout} = await runSpecs(
    folder,
    Object.fromEntries(
      blocks.map((code, index) => [`task-${String(index).padStart(2, '0')}.spec.ts`, specOf(code)]),
    ),
    {use: useOf(config)},
  );

  const count = blocks.join('\n').split(/\btest\('/).length - 1;
  expect(count).toBeGreaterThan(20);
  // One of them runs for each of three origins.
  expect(stdout).toContain(`${count + 2} passed`);
});

/** Adds the imports that a page shows once. */
function specOf(code: string): string {
  return code.includes("from 'simhost/playwright'")
    ? code
    : `import {test, expect} from 'simhost/playwright';\n${code}`;
}

/** Reads `use` of a config that a page shows. */
function useOf(config: string): object {
  const [, source] = /defineConfig\((\{[^]*\})\);/.exec(config) ?? [];
  if (source === undefined) throw new Error('The page shows no config.');
  return (new Function(`return ${source}`)() as {use: object}).use;
}

async function writeSmallExtension(
  root: string,
  handle: string,
  target: string,
  source: string,
): Promise<void> {
  const folder = join(root, 'extensions', handle);
  await mkdir(join(folder, 'src'), {recursive: true});
  await writeFile(join(folder, 'src/index.js'), source);
  await writeFile(
    join(folder, 'shopify.extension.toml'),
    `api_version = "2026-07"
[[extensions]]
name = "${handle}"
handle = "${handle}"
type = "ui_extension"
[[extensions.targeting]]
module = "./src/index.js"
target = "${target}"
`,
  );
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

const ADDRESSES = `export default ({target}) => ({
  suggestions: ['12 Engine Street', '7 Loom Lane']
    .filter((label) => label.startsWith(target.value))
    .map((label) => ({id: label, label})),
});
`;
