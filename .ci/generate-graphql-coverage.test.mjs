import {readFileSync} from 'node:fs';
import {expect, test} from '@playwright/test';
import {COVERAGE_ROWS} from '../harness/core/platforms/shopify/graphql/coverage-rows.fixture.ts';
import {COVERAGE_PAGE, withCoverage} from './generate-graphql-coverage.mjs';

test('the table of coverage is up to date', () => {
  const page = readFileSync(COVERAGE_PAGE, 'utf8');
  expect(withCoverage(page, COVERAGE_ROWS), 'Run: node .ci/generate-graphql-coverage.mjs').toBe(page);
});
