import {execFileSync} from 'node:child_process';
import {fileURLToPath} from 'node:url';
import {expect, test} from '@playwright/test';
import {deadLinks} from '../e2e/dead-links.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

test('every relative link of a page leads to a file, and to a heading of it', async () => {
  const files = execFileSync('git', ['ls-files', '*.md'], {cwd: ROOT, encoding: 'utf8'});
  const pages = files.trim().split('\n');

  expect(pages.length).toBeGreaterThan(30);
  expect(await deadLinks(ROOT, pages)).toEqual([]);
});
