import {execFileSync} from 'node:child_process';
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {expect, test} from '@playwright/test';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

test('no file takes the path of a URL for a path on disk, which fails in a folder with a space', () => {
  const files = execFileSync('git', ['ls-files', '.ci', 'e2e', 'harness'], {cwd: ROOT, encoding: 'utf8'});
  const scripts = files.split('\n').filter((file) => /\.(?:mjs|ts|tsx)$/.test(file));

  expect(scripts.length).toBeGreaterThan(100);
  expect(scripts.filter((file) => readsUrlPath(readFileSync(join(ROOT, file), 'utf8')))).toEqual([]);
});

function readsUrlPath(source) {
  return /import\.meta\.url\)\s*\.pathname/.test(source);
}
