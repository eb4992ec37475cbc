import {readFileSync, readdirSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import {expect, test} from '@playwright/test';
import {ERROR_CODES} from '../harness/error-codes.ts';
import {trackedSources} from './floors.mjs';
import {ERRORS_PAGE, errorsPage} from './generate-errors.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

test('the page is what the generator makes of the table', () => {
  expect(readFileSync(ERRORS_PAGE, 'utf8'), 'run: node .ci/generate-errors.mjs').toBe(
    errorsPage(ERROR_CODES),
  );
});

test('the sources use every code of the table, and no other', () => {
  const used = [...trackedSources(ROOT)]
    .filter(([path]) => path !== 'error-codes.ts' && !/\.(test|fixture)\.tsx?$/.test(path))
    .flatMap(([, source]) => codesIn(source));

  const known = Object.keys(ERROR_CODES);
  expect(
    used.filter((code) => !known.includes(code)),
    'add the code to harness/error-codes.ts',
  ).toEqual([]);
  expect(
    known.filter((code) => !used.includes(code)),
    'take the code out of harness/error-codes.ts',
  ).toEqual([]);
});

test('codes are in alphabetical order, each with two sentences', () => {
  const codes = Object.keys(ERROR_CODES);
  expect(codes).toEqual(codes.toSorted());

  for (const [code, {when, next}] of Object.entries(ERROR_CODES)) {
    expect(when, code).toMatch(/^[A-Z`].*\.$/);
    expect(next, code).toMatch(/^[A-Z].*\.$/);
  }
});

test('docs name no other code', () => {
  const pages = ['README.md', ...readdirSync(`${ROOT}docs`).map((name) => `docs/${name}`)];
  const named = pages
    .filter((page) => page.endsWith('.md'))
    .flatMap((page) => codesIn(readFileSync(`${ROOT}${page}`, 'utf8')));

  expect(named.filter((code) => !Object.hasOwn(ERROR_CODES, code))).toEqual([]);
});

function codesIn(source) {
  return [...source.matchAll(/(?<=['`])ERR_[A-Z_]+(?=['`])/g)].map(([code]) => code);
}
