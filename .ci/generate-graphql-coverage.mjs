// Writes the table in docs/graphql.md that counts which fields of Shopify's APIs the world answers.
import {readFileSync, writeFileSync} from 'node:fs';
import {fileURLToPath, pathToFileURL} from 'node:url';
import {runnerImport} from 'vite';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const ROWS = `${ROOT}harness/core/platforms/shopify/graphql/coverage-rows.fixture.ts`;

export const COVERAGE_PAGE = `${ROOT}docs/graphql.md`;

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const page = readFileSync(COVERAGE_PAGE, 'utf8');
  const {module} = await runnerImport(ROWS, {root: ROOT, configFile: false, logLevel: 'error'});
  writeFileSync(COVERAGE_PAGE, withCoverage(page, module.COVERAGE_ROWS));
}

/**
 * Replaces the table between the two comments of the page.
 *
 * @param {string} page
 * @param {readonly string[][]} rows
 * @returns {string}
 */
export function withCoverage(page, rows) {
  const begin = '<!-- coverage: made by .ci/generate-graphql-coverage.mjs -->';
  const end = '<!-- end of coverage -->';
  const [before, rest] = page.split(begin);
  const [, after] = rest?.split(end) ?? [];
  if (after === undefined) throw new Error(`${COVERAGE_PAGE} lacks the comments ${begin} … ${end}`);

  const head = ['API', 'world', 'generated', 'empty', 'refused', 'deeper'];
  const widths = head.map((_, column) => Math.max(3, ...[head, ...rows].map((row) => row[column].length)));
  const line = (cells) => `| ${cells.map((cell, column) => cell.padEnd(widths[column])).join(' | ')} |`;
  const table = [line(head), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n');
  return `${before}${begin}\n\n${table}\n\n${end}${after}`;
}
