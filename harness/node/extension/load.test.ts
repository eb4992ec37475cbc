import {expect, test} from '@playwright/test';
import {BLOCK_TARGET, PAGE_TARGET, extensionFolder, targeting, toml} from './extension.fixture.ts';
import {loadExtension} from './load.ts';

test('loads script, conditions and translations of the target asked for', async () => {
  const dir = await extensionFolder(test.info(), {
    'shopify.extension.toml': toml({
      targets: `${targeting(BLOCK_TARGET)}should_render = {module = "./isShown.js"}\n${targeting(PAGE_TARGET)}`,
    }),
    'isShown.js': 'export default () => true;',
  });

  const loaded = await loadExtension(dir, PAGE_TARGET);

  expect(loaded).toMatchObject({target: PAGE_TARGET, translations: {defaultLocale: 'en'}});
  expect([loaded.bundle.name, loaded.conditions?.name]).toEqual(['loyalty', 'loyalty-conditions']);
  expect((await loadExtension(dir, PAGE_TARGET)).conditions).toBe(loaded.conditions);
});

test('one of several extensions that share a target is loaded by its handle', async () => {
  const other = toml().replace('api_version = "2026-07"', '').replace('"loyalty"', '"other"');
  const dir = await extensionFolder(test.info(), {
    'shopify.extension.toml': toml() + other,
    'src/Block.jsx': 'export default () => 1;',
  });

  await expect(loadExtension(dir, BLOCK_TARGET)).rejects.toThrow(
    'Give the handle of the extension to mount.',
  );
  const loaded = await loadExtension(dir, BLOCK_TARGET, 'other');
  expect([loaded.extension.handle, loaded.bundle.name, loaded.conditions]).toEqual(['other', 'other', null]);
});
