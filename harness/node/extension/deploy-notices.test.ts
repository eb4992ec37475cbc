import {randomBytes} from 'node:crypto';
import {expect, test} from '@playwright/test';
import {deployNotices} from './deploy-notices.ts';
import {BLOCK_TARGET, PAGE_TARGET, extensionFolder, targeting, toml} from './extension.fixture.ts';
import {readExtensionFile, type ExtensionConfig} from './toml.ts';

/** Random text does not compress below three quarters. */
const RANDOM = randomBytes(200_000).toString('base64');

const SIZES = [
  {what: 'a script of 60 KB', code: RANDOM.slice(0, 60_000), says: undefined},
  {what: 'a long script that compresses well', code: 'a'.repeat(400_000), says: undefined},
  {
    what: 'a script of 90 KB',
    code: RANDOM.slice(0, 120_000),
    says: 'the script of "loyalty" has \\d+ KB compressed, and the limit is 64 KB\\.',
  },
  {what: 'a full page of 90 KB', target: PAGE_TARGET, code: RANDOM.slice(0, 120_000), says: undefined},
  {what: 'a full page of 200 KB', target: PAGE_TARGET, code: RANDOM, says: 'and the limit is 128 KB'},
  {
    what: 'a script of 90 KB with an exception',
    rest: '[extensions.capabilities]\nbundle_size_exception = true\n',
    code: RANDOM.slice(0, 120_000),
    says: undefined,
  },
  {what: 'a script of 90 KB of 2025-07', version: '2025-07', code: RANDOM.slice(0, 120_000), says: undefined},
];

for (const {what, target = BLOCK_TARGET, rest = '', version = '2026-07', code, says} of SIZES) {
  test(`${what} ${says === undefined ? 'gives no notice' : 'is more than Shopify deploys'}`, async () => {
    const extension = await read(toml({targets: targeting(target), rest}).replace('2026-07', version));
    const notices = deployNotices('extension', extension, {code});
    expect(notices).toEqual(
      says === undefined
        ? []
        : [expect.objectContaining({code: 'deploy-refused', message: expect.stringMatching(says)})],
    );
  });
}

test('a full page with another target is refused at deploy', async () => {
  const extension = await read(toml({targets: targeting(BLOCK_TARGET) + targeting(PAGE_TARGET)}));
  expect(deployNotices('extension', extension, {code: ''})).toEqual([
    {
      code: 'deploy-refused',
      message: `extension: the extension "loyalty" has other targets besides ${PAGE_TARGET}.`,
      next: 'Shopify refuses this at deploy. Move the full page to a separate extension.',
    },
  ]);
});

async function read(text: string): Promise<ExtensionConfig> {
  const {extensions} = await readExtensionFile(
    await extensionFolder(test.info(), {'shopify.extension.toml': text}),
  );
  const [extension] = extensions;
  if (extension === undefined) throw new Error('no extension');
  return extension;
}
