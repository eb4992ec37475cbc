import {cp, mkdir, readFile} from 'node:fs/promises';
import {join} from 'node:path';
import {expect, test} from '@playwright/test';
import {PYTHON} from '../harness/core/cases/python.fixture.ts';
import {codeBlocks} from './code-blocks.ts';
import {runSpecs} from './inner-run.ts';

test.setTimeout(240_000); // a whole run of its own

test('the tests that pages show pass in a project with their files', async ({}, info) => {
  const folder = info.outputPath('suite');
  await mkdir(folder, {recursive: true});
  await cp('fixtures/extensions/loyalty', join(folder, 'extensions/loyalty'), {recursive: true});
  await cp('fixtures/backends/clock-header/server.py', join(folder, 'server.py'));

  const [languages] = await testsOf('docs/other-languages.md');
  const {stdout} = await runSpecs(folder, {
    'languages.spec.ts': languages?.replace('python3', PYTHON) ?? '',
  });

  expect(stdout).toContain('1 passed');
});

/** The blocks of a page that hold tests. */
async function testsOf(page: string): Promise<string[]> {
  return codeBlocks(await readFile(page, 'utf8'), 'ts').filter((code) => /^test\('/m.test(code));
}
