// Holds the pages for contributors against the tree: paths, commands, the floors table. And holds sentences short.
import {existsSync, readFileSync, readdirSync} from 'node:fs';
import {join} from 'node:path';
import {expect, test} from '@playwright/test';
import {FLOORS, SERVED} from './floors.mjs';
import {withFloors} from './generate-floors.mjs';

const ROOT = join(import.meta.dirname, '..');
const read = (path) => readFileSync(join(ROOT, path), 'utf8');

const PAGES = [
  'CONTRIBUTING.md',
  'docs/architecture.md',
  ...readdirSync(join(ROOT, 'docs/decisions')).map((name) => `docs/decisions/${name}`),
  ...['SECURITY.md', 'CODE_OF_CONDUCT.md', 'PULL_REQUEST_TEMPLATE.md'].map((name) => `.github/${name}`),
];

/** Pages for users. */
const USER_PAGES = [
  'README.md',
  ...readdirSync(join(ROOT, 'docs'))
    .map((name) => `docs/${name}`)
    .filter((page) => page.endsWith('.md') && !PAGES.includes(page)),
];

/** The longest sentence, in words. */
const MOST_WORDS = 25;

for (const page of PAGES) {
  test(`${page} names only files that exist`, () => {
    const paths = [...read(page).matchAll(/`((?:harness|e2e|fixtures|docs|\.ci|\.github)\/[\w./-]*)`/g)];
    const missing = paths.map(([, path]) => path).filter((path) => !existsSync(join(ROOT, path)));
    expect(missing).toEqual([]);
  });

  test(`${page} names only scripts of package.json`, () => {
    const {scripts} = JSON.parse(read('package.json'));
    const named = [...read(page).matchAll(/npm run ([\w:]+)/g)].map(([, name]) => name);
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
  });
}

for (const page of [...PAGES, ...USER_PAGES, 'CHANGELOG.md']) {
  test(`${page} has no sentence of more than ${MOST_WORDS} words`, () => {
    expect(sentencesOf(read(page)).filter((sentence) => sentence.split(/\s+/).length > MOST_WORDS)).toEqual(
      [],
    );
  });
}

test('docs/architecture.md shows the floors of floors.mjs', () => {
  const page = read('docs/architecture.md');
  expect(page, 'Run: npm run generate').toBe(withFloors(page));
});

test('the tree of docs/architecture.md lists every folder that is a room', () => {
  const tree = read('docs/architecture.md').split('## Floors')[0];
  const rooms = [...FLOORS.flat(), ...Object.keys(SERVED)].filter((room) =>
    existsSync(join(ROOT, 'harness', room)),
  );
  expect(rooms.filter((room) => !tree.includes(`\`${room}/\``))).toEqual([]);
});

/** Splits prose into sentences; code, tables and headings are not prose. */
function sentencesOf(markdown) {
  return markdown
    .replace(/^```[\s\S]*?^```/gm, '')
    .split('\n')
    .filter((line) => !/^(?:#|\|)/.test(line))
    .flatMap((line) => line.split(/(?<=[.:;?!](?:\*\*)?) /));
}
