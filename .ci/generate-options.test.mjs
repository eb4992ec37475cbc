import {readFileSync} from 'node:fs';
import {expect, test} from '@playwright/test';
import {PAGES, tableOf, withTable} from './generate-options.mjs';

for (const [command, page] of Object.entries(PAGES)) {
  test(`${page} lists the options of simhost ${command}; else run node .ci/generate-options.mjs`, async () => {
    const text = readFileSync(page, 'utf8');
    expect(text).toBe(withTable(text, command, await tableOf(command)));
  });
}

test('a page without the comments of a command is refused by name', () => {
  expect(() => withTable('# Page\n', 'serve', '| option |')).toThrow(
    'docs/serve.md lacks the comments of serve',
  );
});
