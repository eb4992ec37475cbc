import {resolve} from 'node:path';
import {expect, test} from '@playwright/test';
import {runSpecs} from './inner-run.ts';

test.setTimeout(240_000); // a whole run of its own

const BODIES: Record<string, string> = {
  'a render throws': `await mini.open(HOOK);
    await page.waitForFunction(() => 'called' in window);
    await page.evaluate(() => window.called.break());
    await page.waitForFunction(() => document.querySelector('main') === null);`,
  'an answer is never asked for': `await mini.open(HOOK); await mini.answer('userTokenVerify', 'TOKEN_EXPIRED');`,
  'the Mini installs mocks': `await mini.open(HOOK); await page.evaluate(() => { window.minisSDK = {}; });`,
};

test('what goes wrong in a Mini fails its test by name', async ({}, testInfo) => {
  const tests = Object.entries(BODIES).map(
    ([name, body]) =>
      `test('${name}', async ({mini, page}) => { ${body.replace('HOOK', `'${resolve('fixtures/minis/hook')}'`)} });`,
  );

  const failing = `import {test} from 'simhost/playwright';\n${tests.join('\n')}`;
  const {stdout} = await runSpecs(testInfo.outputPath('suite'), {'failing.spec.ts': failing});

  expect(stdout).toContain('3 failed');
  expect(stdout).toContain('The Mini failed in <Broken>: no luck in render');
  expect(stdout).toContain('userTokenVerify: "TOKEN_EXPIRED" (given 0 of 1 times)');
  expect(stdout).toContain('The Mini replaced window.minisSDK');
});
