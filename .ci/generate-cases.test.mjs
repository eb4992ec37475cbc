import {readFileSync} from 'node:fs';
import {expect, test} from '@playwright/test';
import {generated} from './generate-cases.mjs';

test('union and pages are what the tables of the catalogue say', async () => {
  const texts = await generated();
  expect(Object.keys(texts)).toEqual(['harness/core/cases/case-id.ts', 'docs/cases.md', 'docs/verdicts.md']);

  for (const [file, text] of Object.entries(texts)) {
    expect(
      readFileSync(new URL(`../${file}`, import.meta.url), 'utf8'),
      `${file}: run node .ci/generate-cases.mjs`,
    ).toBe(text);
  }
});
