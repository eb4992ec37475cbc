import {execFile} from 'node:child_process';
import {chmod, cp, mkdir, readFile, writeFile} from 'node:fs/promises';
import {join, resolve} from 'node:path';
import {promisify} from 'node:util';
import {expect} from '@playwright/test';
import {test} from './cli.fixture.ts';
import {codeBlocks} from './code-blocks.ts';
import {runSpecs} from './inner-run.ts';

const run = promisify(execFile);

test.setTimeout(240_000); // a whole inner run

test('the tests that docs/vtex.md shows pass as they stand there', async ({}, info) => {
  const folder = info.outputPath('suite');
  await mkdir(folder, {recursive: true});
  await cp('fixtures/storefronts/orders', join(folder, 'storefront'), {recursive: true});
  await writeFile(
    join(folder, 'storefront/package.json'),
    JSON.stringify({type: 'module', scripts: {dev: 'node server.js'}}),
  );

  await writeFile(
    join(folder, 'orders-backend'),
    `#!/bin/sh\nexec "${process.execPath}" "${resolve('fixtures/backends/vtex-orders/server.js')}"\n`,
  );

  await chmod(join(folder, 'orders-backend'), 0o755);
  const blocks = codeBlocks(await readFile('docs/vtex.md', 'utf8'), 'ts').filter((code) =>
    /^test/m.test(code),
  );

  const [store = '', login = '', backend = ''] = blocks;
  const {stdout} = await runSpecs(folder, {
    'store.spec.ts': `${store}\n${login}`,
    'backend.spec.ts': `import {test, expect} from 'simhost/playwright';\n${backend}`,
  });

  expect(stdout).toContain('4 passed');
});

test('vtex login and local token do what docs/vtex.md says', async ({}, info) => {
  await mkdir(info.outputPath(), {recursive: true});
  const commands =
    codeBlocks(await readFile('docs/vtex.md', 'utf8'), 'sh').find((block) =>
      block.includes('simhost vtex'),
    ) ?? '';

  const [login = '', local = ''] = commands.trim().split('\n');
  const shell = async (line: string): Promise<string> =>
    (
      await run(
        'sh',
        ['-c', line.replace(/^npx simhost /, `"${process.execPath}" "${resolve('dist/cli/simhost.js')}" `)],
        {
          cwd: info.outputPath(),
        },
      )
    ).stdout;

  expect(await shell(login)).toBe('Logged into acme as grace@example.com at workspace master\n');
  expect(await shell(local)).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+\n$/);
});
