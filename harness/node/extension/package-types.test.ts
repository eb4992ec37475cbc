import {join} from 'node:path';
import {expect, test} from '@playwright/test';
import {writeFiles} from './extension.fixture.ts';
import {refuseMissingTypes} from './package-types.ts';
import type {Script} from './script.ts';

const TARGET = 'purchase.checkout.block.render';
const MANIFEST = 'node_modules/@shopify/ui-extensions/package.json';

for (const [installed, said, next] of [
  [
    '2025.7.4',
    '@shopify/ui-extensions 2025.7.4 has no types',
    '2025-07 is the last API version that runs React.',
  ],
  ['2026.7.1', '@shopify/ui-extensions 2026.7.1 has no types', 'Correct the target, or install the version'],
  [undefined, '@shopify/ui-extensions has no types', 'Correct the target, or install the version'],
] as const) {
  test(`names the way out if ${installed ?? 'no version'} of the package is installed`, async () => {
    const dir = test.info().outputPath('extension');
    const version = installed === undefined ? {} : {version: installed};
    await writeFiles(dir, {'tsconfig.json': '{}', [MANIFEST]: JSON.stringify({exports: {}, ...version})});

    await expect(refuseMissingTypes(dir, scriptIn(dir))).rejects.toMatchObject({
      code: 'ERR_UNRESOLVED_IMPORT',
      message: expect.stringMatching(new RegExp(`${said} for the target "${TARGET}".*\\n${next}`)),
    });
  });
}

test('asks for no types of a script whose modules register themselves', async () => {
  const dir = test.info().outputPath('extension');
  await writeFiles(dir, {'tsconfig.json': '{}'});
  await refuseMissingTypes(dir, {...scriptIn(dir), registers: 'modules'});
});

function scriptIn(dir: string): Script {
  const entry = {target: TARGET, module: join(dir, 'src/Block.jsx'), specifier: './src/Block.jsx'};
  return {name: 'block', entries: [entry], registers: 'entry'};
}
