// Compares the folders into which the Playwright configs of this repository write.
import {execFileSync} from 'node:child_process';
import {dirname, join, relative, resolve} from 'node:path';
import {expect, test} from '@playwright/test';

const ROOT = resolve(import.meta.dirname, '..');

/** All configs of this project. Fixtures with another package.json write next to that one. */
const CONFIGS = execFileSync('git', ['ls-files', 'playwright.config.ts', 'e2e/**/*.config.ts'], {
  cwd: ROOT,
  encoding: 'utf8',
})
  .trim()
  .split('\n');

test('no config writes into the folder of another, which Playwright empties at the start of a run', async () => {
  const folders = await Promise.all(
    CONFIGS.map(async (file) => {
      const {default: config} = await import(`../${file}`);
      // The default is next to the package.json.
      const folder = config.outputDir === undefined ? join(ROOT, 'test-results') : config.outputDir;
      return {file, folder: resolve(dirname(join(ROOT, file)), folder)};
    }),
  );

  expect(CONFIGS).toContain('e2e/bench/scale/suite.config.ts');
  // Git ignores the folders, so that no run changes the state of the repository.
  for (const {file, folder} of folders)
    expect(relative(ROOT, folder), file).toMatch(/^test-results(-[a-z]+)?$/);

  const clashes = folders.flatMap(({file, folder}) =>
    folders
      .filter((other) => other.file !== file && !relative(other.folder, folder).startsWith('..'))
      .map((other) => `${file} writes into the folder of ${other.file}`),
  );
  expect(clashes).toEqual([]);
});
