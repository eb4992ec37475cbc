// Holds docs/troubleshooting.md against the sources: each sentence that it explains is one that simhost writes.
import {readFileSync, readdirSync} from 'node:fs';
import {join} from 'node:path';
import {expect, test} from '@playwright/test';

const ROOT = join(import.meta.dirname, '..');
const HARNESS = join(ROOT, 'harness');

/** Sentences of browsers, of Playwright and of the TypeScript compiler. */
const OF_OTHERS = [
  'Failed to fetch',
  "'app' does not exist in type 'UseOptions<…>'",
  '… is undefined',
  'worker process exited unexpectedly',
  'interrupted',
];

const page = readFileSync(join(ROOT, 'docs/troubleshooting.md'), 'utf8');
const inHeadings = [...page.matchAll(/^### .*?`([^`]+)`/gm)].map(([, sentence]) => sentence);
/** The second cells of the table of faults, as far as they quote a sentence. */
const inTable = [...page.matchAll(/^\|[^|]+\|[^|`]*`([^`|]+)`[^|]*\|/gm)].map(([, sentence]) => sentence);
const explained = [...inHeadings, ...inTable];

test('every sentence that the page explains is in the sources', () => {
  const sources = readdirSync(HARNESS, {recursive: true})
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .map((name) => joined(readFileSync(join(HARNESS, name), 'utf8')));

  const missing = explained
    .filter((sentence) => !OF_OTHERS.includes(sentence))
    .filter(
      (sentence) => !sources.some((source) => partsOf(sentence).every((part) => source.includes(part))),
    );

  expect(inHeadings.length).toBeGreaterThan(30);
  expect(inTable.length).toBeGreaterThan(10);
  expect(missing).toEqual([]);
});

/** Joins strings that go on in the next line, and writes the names of files as they are printed. */
function joined(source) {
  return source
    .replaceAll(/['"`] \+\s*\n\s*['"`]/g, '')
    .replaceAll('${EXTENSION_FILE}', 'shopify.extension.toml');
}

/** The parts of a sentence between the names and numbers that differ. */
function partsOf(sentence) {
  return sentence
    .split('…')
    .map((part) => part.replaceAll(/^[\s,.":()]+|[\s,.":()]+$/g, ''))
    .filter((part) => /\w{2}/.test(part));
}
