import {join} from 'node:path';
import {expect, test, type TestInfo} from '@playwright/test';
import {writeFiles} from './extension.fixture.ts';
import {mainScript} from './script.ts';
import {readExtensionFile} from './toml.ts';

test('the file of 2023-04 lists names, which share the entry file of the folder', async ({}, testInfo) => {
  const dir = await folder(testInfo, {
    'shopify.ui.extension.toml': `type = "checkout_ui_extension"
name = "My Gift note!"
extension_points = ['Checkout::Dynamic::Render', 'Checkout::ThankYou::Dynamic::Render']
metafields = [{namespace = "gifts", key = "note"}]
[capabilities]
network_access = true
[[settings.fields]]
key = "title"
type = "single_line_text_field"
name = "Title"
`,
    'src/index.tsx': '',
  });

  const {extensions} = await readExtensionFile(dir);

  expect(extensions).toHaveLength(1);
  expect(extensions[0]).toMatchObject({
    apiVersion: '2023-04',
    handle: 'my-gift-note',
    capabilities: {networkAccess: true},
    settings: [{key: 'title'}],
    targeting: [
      {
        target: 'Checkout::Dynamic::Render',
        module: join(dir, 'src/index.tsx'),
        metafields: [{namespace: 'gifts', key: 'note'}],
      },
      {target: 'Checkout::ThankYou::Dynamic::Render', module: join(dir, 'src/index.tsx')},
    ],
  });

  expect(extensions.map(mainScript)).toMatchObject([{registers: 'modules'}]);
});

test('the file between lists targets with their modules, without [[extensions]]', async ({}, testInfo) => {
  const dir = await folder(testInfo, {
    'shopify.extension.toml': `api_version = "2023-07"
type = "ui_extension"
name = "Between"
handle = "between"
[[extension_points]]
target = "purchase.checkout.block.render"
module = "./src/Checkout.jsx"
`,
    'src/Checkout.jsx': '',
  });

  const {apiVersion, extensions} = await readExtensionFile(dir);

  expect(apiVersion).toBe('2023-07');
  expect(extensions).toMatchObject([
    {handle: 'between', targeting: [{target: 'purchase.checkout.block.render'}]},
  ]);
});

test('the error for a file of 2023-04 without an entry file lists the possible names', async ({}, testInfo) => {
  const dir = await folder(testInfo, {
    'shopify.ui.extension.toml': `type = "checkout_ui_extension"\nname = "Empty"\nextension_points = ['Checkout::Dynamic::Render']\n`,
  });
  await expect(readExtensionFile(dir)).rejects.toThrow(/no entry file[\s\S]*src\/index\.tsx/);
});

async function folder(testInfo: TestInfo, files: Readonly<Record<string, string>>): Promise<string> {
  const dir = testInfo.outputPath('extension');
  await writeFiles(dir, files);
  return dir;
}
