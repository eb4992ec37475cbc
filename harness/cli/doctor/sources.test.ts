import {mkdir, writeFile} from 'node:fs/promises';
import {dirname, join} from 'node:path';
import {expect, test} from '@playwright/test';
import {callsFetch, pathsBelow, readSources} from './sources.ts';

const sourceOf = (text: string): {path: string; text: string}[] => [{path: 'a.js', text}];

for (const text of [
  "fetch('https://a.example')",
  'await fetch(url)',
  'globalThis.fetch(url)',
  'const u = "https://a"; fetch(u)',
]) {
  test(`${text} calls fetch`, () => {
    expect(callsFetch(sourceOf(text))).toBeDefined();
  });
}

for (const text of [
  "fetch('shopify:storefront/api/graphql.json')",
  '// fetch(url)',
  '/* fetch(url) */',
  'prefetch(url)',
  'client.fetch(url)',
  'fetched(url)',
]) {
  test(`${text} needs no network`, () => {
    expect(callsFetch(sourceOf(text))).toBeUndefined();
  });
}

test('finds the paths of an origin that are whole literals', () => {
  const text = `
    fetch('https://a.example/api/points?x=1'); fetch("https://a.example/api/points");
    fetch(\`https://a.example/orders/\${id}\`); fetch('https://a.example.org/other'); // https://a.example/comment
    fetch('https://axexample/no');`;
  expect(pathsBelow('https://a.example', sourceOf(text))).toEqual(['/api/points']);
});

test('sources are read without tests, installed and built files', async ({}, info) => {
  const folder = info.outputPath('extension');
  for (const path of [
    'src/a.jsx',
    'src/deep/b.ts',
    'node_modules/c/c.js',
    'dist/d.js',
    '.cache/e.js',
    'tests/f.js',
    'src/a.test.jsx',
    'src/g.d.ts',
    'h.css',
  ]) {
    await mkdir(dirname(join(folder, path)), {recursive: true});
    await writeFile(join(folder, path), '');
  }

  expect((await readSources(folder)).map(({path}) => path.replaceAll('\\', '/')).toSorted()).toEqual([
    'src/a.jsx',
    'src/deep/b.ts',
  ]);
});
