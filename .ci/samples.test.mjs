import {mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {expect, test} from '@playwright/test';
import {isInstalled, packageFile, samples} from './samples.mjs';

/** Writes a project with one sample, and returns its folder. */
function project({installed}) {
  const root = test.info().outputPath();
  for (const folder of ['fixtures/sdks/one', 'fixtures/extensions'])
    mkdirSync(join(root, folder), {recursive: true});

  const lock = (version) => JSON.stringify({packages: {'': {}, 'node_modules/a': {version}}});
  writeFileSync(join(root, 'fixtures/sdks/one/package-lock.json'), lock('1.0.0'));
  if (installed === null) return root;

  mkdirSync(join(root, 'fixtures/sdks/one/node_modules'));
  writeFileSync(join(root, 'fixtures/sdks/one/node_modules/.package-lock.json'), lock(installed));
  return root;
}

for (const [what, installed, expected] of [
  ['without packages', null, false],
  ['with other versions than its lock file', '0.9.0', false],
  ['with the versions of its lock file', '1.0.0', true],
])
  test(`a sample ${what} ${expected ? 'is' : 'is not'} installed`, () => {
    const root = project({installed});
    expect(samples(root)).toEqual(['fixtures/sdks/one']);
    expect(isInstalled('fixtures/sdks/one', root)).toBe(expected);
  });

test('a file of a sample that is not installed names the sample and the command', () => {
  const root = project({installed: null});
  expect(() => packageFile('fixtures/sdks/one', 'a/index.d.ts', root)).toThrow(
    'fixtures/sdks/one is not installed, and a/index.d.ts comes from it.\nRun: node .ci/install-samples.mjs',
  );
});

test('npm run generate and npm run check install the samples first', () => {
  const {scripts} = JSON.parse(readFileSync(join(import.meta.dirname, '../package.json'), 'utf8'));
  expect(scripts.pregenerate).toBe('node .ci/install-samples.mjs');
  expect(scripts[scripts.precheck.replace('npm run ', '')]).toContain('node .ci/install-samples.mjs');
});
