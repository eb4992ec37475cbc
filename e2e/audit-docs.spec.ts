import {execFile} from 'node:child_process';
import {mkdir, readFile, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {promisify} from 'node:util';
import {expect} from '@playwright/test';
import {test} from './backend.fixture.ts';
import {codeBlocks} from './code-blocks.ts';

const run = promisify(execFile);

const DOCUMENTED = {SHOPIFY_API_KEY: 'key', SHOPIFY_API_SECRET: 'secret'};

test('what docs/audit.md shows is what happens', async ({backend}, testInfo) => {
  const page = (await readFile('docs/audit.md', 'utf8')).replaceAll(
    'http://localhost:3000',
    await backend('loyalty/server.js', DOCUMENTED),
  );

  const folder = testInfo.outputPath('docs');
  await mkdir(folder, {recursive: true});

  const sh = (script: string): Promise<{stdout: string}> => {
    const commands = script.replaceAll(
      'npx simhost',
      `'${process.execPath}' '${process.cwd()}/dist/cli/simhost.js'`,
    );
    return run('sh', ['-ec', commands], {cwd: folder, env: {...process.env, ...DOCUMENTED}});
  };

  const blocks = codeBlocks(page, 'sh');
  const [first = ''] = blocks;
  const ci = blocks.find((block) => block.includes('audit.sarif')) ?? '';

  expect((await sh(first)).stdout).toMatch(/^Clean /);
  await sh(ci);
  for (const name of ['audit.xml', 'audit.sarif', 'audit.html', 'audit.json'])
    expect(await readFile(join(folder, name), 'utf8')).not.toBe('');

  const [library = ''] = codeBlocks(page, 'ts');
  const script = testInfo.outputPath('library.mjs');

  await writeFile(script, library);
  expect((await run(process.execPath, [script])).stdout).toBe('clean []\n');
});
