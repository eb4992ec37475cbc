import {readFileSync} from 'node:fs';
import {expect, test} from '@playwright/test';
import {caseIdModule, catalogue} from './generate-cases.mjs';

test('the committed union names the cases of the tables', async () => {
  const {CASE_IDS} = await catalogue();
  const committed = readFileSync(new URL('../harness/cases/case-id.ts', import.meta.url), 'utf8');
  expect(committed, 'run: node .ci/generate-cases.mjs').toBe(caseIdModule(CASE_IDS));
});
