import {readFile} from 'node:fs/promises';
import {join} from 'node:path';
import {expect, test} from '@playwright/test';
import {checkTests, failureOf} from './check-run.ts';
import {findProject} from './found-project.ts';
import {extension, inProject, playwrightThatTakes} from './written-project.fixture.ts';

const APP = {
  'package.json': {name: 'app', private: true},
  ...extension('loyalty', ['customer-account.order-status.block.render']),
};

/** Checks a test that takes some seconds, and returns the output and the arguments of Playwright. */
async function checked(
  seconds: number,
  files: Readonly<Record<string, string>> = {},
): Promise<{readonly printed: string; readonly args: string}> {
  return inProject({...APP, ...playwrightThatTakes(seconds * 1000), ...files}, async (root) => {
    const printed: string[] = [];
    await checkTests(await findProject(root), ['tests/loyalty.spec.js'], {
      print: (text) => printed.push(text),
    });
    return {printed: printed.join('\n'), args: await readFile(join(root, 'runs.txt'), 'utf8')};
  });
}

test('gives new tests more time than the written config does, for a machine that is busy', async () => {
  const {printed, args} = await checked(5);
  expect(args).toMatch(/^test tests\/loyalty\.spec\.js .*--timeout=300000$/m);
  expect(printed).toBe('\nThe new test is green. Run again: npx playwright test');
});

test('names a green test that is too slow for the written config', async () => {
  const {printed} = await checked(71);
  expect(printed).toContain('The new test is green.');
  expect(printed).toContain('"loyalty starts" took 71 s, and playwright.config.js allows 60 s.');
});

test('keeps to the timeout in a config of the author', async () => {
  const config =
    "import {defineConfig} from 'simhost/config';\nexport default defineConfig({timeout: 90_000});\n";
  const {printed, args} = await checked(71, {'playwright.config.js': config});
  expect(args).not.toContain('--timeout');
  expect(printed).toBe('\nThe new test is green. Run again: npx playwright test');
});

test('distinguishes a run without tests from a red test', () => {
  const green = {title: 'x', isGreen: true, duration: 5, error: null, attachments: {}};
  expect(failureOf({results: [green], output: ''}, 'npx playwright test')).toBeNull();
  expect(failureOf({results: [], output: 'Error: No tests found'}, 'npx playwright test')).toMatchObject({
    code: 'ERR_TESTS_RED',
    message: expect.stringContaining('Playwright ran none of the new tests. Error: No tests found'),
  });
  expect(
    failureOf(
      {results: [green, {...green, isGreen: false, error: 'boom'}], output: ''},
      'npx playwright test',
    ),
  ).toMatchObject({message: expect.stringContaining('A new test is red. boom')});
});
